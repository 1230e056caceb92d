package io.cesm.satisfaction.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One answer as whoever reads it may see it; what they may not see is not there.
 *
 * @param leftOut whether figures do not count it
 */
public record AnswerRow(UUID id, LocalDate answeredOn, @Nullable Instant answeredAt, boolean complete,
        boolean anonymous, String channel, @Nullable String language, @Nullable UUID customer,
        @Nullable String customerName, @Nullable UUID contact, @Nullable String contactName, JsonNode segments,
        JsonNode items, JsonNode words, boolean leftOut) {
}
