package io.cesm.satisfaction.answer;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A person whose name is known to somebody has answered a survey. Anonymous answers are
 * never told of.
 */
public record AnswerTaken(UUID survey, UUID response, LocalDate answeredOn, @Nullable UUID customer,
        @Nullable UUID contact) {
}
