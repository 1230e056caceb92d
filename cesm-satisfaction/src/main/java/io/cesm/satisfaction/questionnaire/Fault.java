package io.cesm.satisfaction.questionnaire;

import java.util.List;

/**
 * What is wrong at one place of a definition.
 *
 * @param path the place, such as {@code pages.0.blocks.1.questions.2.scale.max}
 * @param code key of the sentence, after {@code definition.}
 */
public record Fault(String path, String code, List<Object> args) {

    static Fault of(String path, String code, Object... args) {
        return new Fault(path, code, List.of(args));
    }

}
