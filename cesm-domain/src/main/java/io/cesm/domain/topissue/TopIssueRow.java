package io.cesm.domain.topissue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * A line of the register.
 *
 * @param customers how many customers it hurts
 * @param evidence how many records show it
 * @param place its place in the last ranking, if it was ranked
 */
public record TopIssueRow(TopIssueId id, String number, String title, CustomerId customer, String customerName,
        @Nullable String customerNameEn, int customers, int evidence, TopIssueState state,
        @Nullable String dimensionName, @Nullable String dimensionNameEn, @Nullable StaffId owner,
        @Nullable String ownerName, boolean agreed, @Nullable String measure, @Nullable String unit,
        @Nullable BigDecimal baseline, @Nullable BigDecimal target, @Nullable LocalDate targetOn,
        @Nullable LocalDate tellOn, @Nullable LocalDate checkOn, @Nullable Integer place, @Nullable Integer score,
        int left, int reopened, Instant nominatedAt, long version) {

    /** Whether its target date has gone by before the effect was measured. */
    public boolean isLate(LocalDate today) {
        return targetOn != null && targetOn.isBefore(today) && state.isOpen()
                && !state.isAtLeast(TopIssueState.VERIFIED);
    }

    /** Whether the customers should have heard of it. */
    public boolean isToldLate(LocalDate today) {
        return tellOn != null && tellOn.isBefore(today) && state.isOpen();
    }

}
