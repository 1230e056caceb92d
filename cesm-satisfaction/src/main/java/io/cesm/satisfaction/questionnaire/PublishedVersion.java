package io.cesm.satisfaction.questionnaire;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A version that was published, as it stays.
 *
 * @param comparable by id of the question, what it is to the version before
 * @param digest SHA-256 of the definition
 */
public record PublishedVersion(UUID id, QuestionnaireId questionnaire, int number, Definition definition,
        Anonymity anonymity, Map<String, Kept> comparable, @Nullable String note, String digest, Instant publishedAt,
        @Nullable String publishedBy) {

    /**
     * What a question is to the version before.
     *
     * @param because why a changed one stays comparable
     */
    public record Kept(Comparison.Fate fate, boolean comparable, @Nullable String because) {
    }

}
