package io.cesm.satisfaction.questionnaire;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What an author says when publishing.
 *
 * @param kept by id of a changed question: why its figures stay comparable; a changed
 * question that is not named is no longer comparable
 * @param note what is new, for colleagues
 */
public record PublishQuestionnaire(Map<String, String> kept, @Nullable String note) {

    public PublishQuestionnaire {
        kept = Map.copyOf(kept);
    }

}
