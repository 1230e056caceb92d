package io.cesm.domain.level;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;

/**
 * One level of one customer in one dimension on one day, as a source states it.
 *
 * @param customer whose level it is
 * @param dimension code of the quality dimension
 * @param level which of the four
 * @param value 0 to 100, kept with six decimals
 * @param weight how much it counts in a mean: importance × role weight, 1 when neither is
 * known
 * @param n how many answers or observations stand behind it
 * @param readOn the day it holds for
 * @param contact who said it, if it was a person
 * @param source the record it comes from
 */
public record Reading(CustomerId customer, String dimension, Level level, BigDecimal value, BigDecimal weight, int n,
        LocalDate readOn, @Nullable ContactId contact, ReadingSource source) {

    public Reading {
        value = LevelValue.of(value);
        if (weight.signum() <= 0) {
            throw new IllegalArgumentException("A reading that counts has a weight above 0, not " + weight);
        }
        if (n < 1) {
            throw new IllegalArgumentException("A reading stands on at least one answer, not on " + n);
        }
    }

    /** A single reading of weight 1 that no person is named for. */
    public static Reading of(CustomerId customer, String dimension, Level level, BigDecimal value, LocalDate readOn,
            ReadingSource source) {
        return new Reading(customer, dimension, level, value, BigDecimal.ONE, 1, readOn, null, source);
    }

    /**
     * The same reading, counting by importance (1–5) and the role weight of who said it.
     */
    public Reading weighing(int importance, BigDecimal roleWeight) {
        return weighing(BigDecimal.valueOf(importance).multiply(roleWeight));
    }

    /** The same reading with another weight. */
    public Reading weighing(BigDecimal other) {
        return new Reading(customer, dimension, level, value, other, n, readOn, contact, source);
    }

    /** The same reading, said by this contact. */
    public Reading saidBy(@Nullable ContactId who) {
        return new Reading(customer, dimension, level, value, weight, n, readOn, who, source);
    }

    /** The same reading, standing on several answers. */
    public Reading over(int answers) {
        return new Reading(customer, dimension, level, value, weight, answers, readOn, contact, source);
    }

}
