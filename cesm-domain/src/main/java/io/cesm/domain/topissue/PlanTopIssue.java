package io.cesm.domain.topissue;

import java.math.BigDecimal;
import java.time.LocalDate;

import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * What makes an issue measurable; parts may be filled in one after the other.
 *
 * @param item key of the survey item, if the measure is one
 * @param rising whether more is better
 * @param stake why it matters to the customer
 * @param stakeValue what is at stake for us, in the currency of the company
 * @param rhythmDays every how many days the customer hears from us
 * @param checkWeeks after how many weeks the effect is looked at again
 */
public record PlanTopIssue(@Nullable MeasureKind kind, @Nullable String measure, @Nullable String item,
        @Nullable String unit, boolean rising, @Nullable BigDecimal baseline, @Nullable BigDecimal target,
        @Nullable String stake, @Nullable BigDecimal stakeValue, @Nullable LocalDate targetOn,
        @Nullable StaffId sponsor, @Nullable Integer rhythmDays, @Nullable Integer checkWeeks) {
}
