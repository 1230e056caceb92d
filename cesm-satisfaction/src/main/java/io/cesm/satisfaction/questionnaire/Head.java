package io.cesm.satisfaction.questionnaire;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What all questions have.
 *
 * @param id name of the item in answers, for its life
 * @param dimension code of the quality dimension it measures
 * @param na answers that are none
 * @param show when it is asked, null for always
 * @param bank key of the certified question it was taken from
 */
public record Head(String id, Words text, Words help, boolean required, @Nullable String dimension,
        @Nullable ItemRole role, List<Code> na, @Nullable ShowIf show, @Nullable String bank) {

    public Head {
        na = List.copyOf(na);
    }

}
