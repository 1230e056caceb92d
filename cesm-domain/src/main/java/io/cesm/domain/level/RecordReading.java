package io.cesm.domain.level;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import io.cesm.domain.customer.CustomerId;

/**
 * The wish to note a reading.
 *
 * @param title what was read, in words: the measure or the question
 * @param weight how much it counts, 1 unless there is a reason
 * @param n how many observations stand behind it
 * @param note where it comes from
 * @param externalKey the key another system knows it by; sending it again corrects it
 */
public record RecordReading(CustomerId customer, String dimension, Level level, String title, Given given,
        BigDecimal weight, int n, LocalDate readOn, @Nullable String note, @Nullable String externalKey) {
}
