package io.cesm.satisfaction.questionnaire;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A question to use again.
 *
 * @param key its name, which questionnaires keep
 * @param topic heading under which it stands
 * @param certified whether it is asked everywhere in the same words
 * @param supplied whether it came with the product and cannot be changed
 */
public record BankQuestion(String key, Words topic, Question question, boolean certified, boolean supplied,
        @Nullable String note, @Nullable Instant certifiedAt, long version) {
}
