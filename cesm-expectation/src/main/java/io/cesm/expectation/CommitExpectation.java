package io.cesm.expectation;

import java.math.BigDecimal;
import java.time.LocalDate;

import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * A wish to promise what the customer expects.
 *
 * @param value the measured value promised, where there are anchors; the level follows
 * from it
 * @param on the day by which it will be delivered
 * @param riskTakenBecause why, if the over-promise check warns
 */
public record CommitExpectation(@Nullable StaffId owner, @Nullable BigDecimal level, @Nullable BigDecimal value,
        @Nullable LocalDate on, @Nullable String riskTakenBecause) {

}
