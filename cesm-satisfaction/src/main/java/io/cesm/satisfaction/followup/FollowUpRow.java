package io.cesm.satisfaction.followup;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.dimension.Flow;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.time.CompanyTime;
import org.jspecify.annotations.Nullable;

/**
 * A follow-up in a list.
 *
 * @param quote what the customer wrote, if anything
 * @param measure kind of question of the lowest answer
 */
public record FollowUpRow(FollowUpId id, long version, String number, FollowUpState state, CustomerId customer,
        String customerName, @Nullable String customerNameEn, @Nullable Integer tier, @Nullable String contactName,
        boolean confidential, @Nullable StaffId owner, @Nullable String ownerName, Instant openedAt, Instant dueAt,
        @Nullable String measure, @Nullable BigDecimal points, @Nullable Integer pointsMost, @Nullable BigDecimal level,
        @Nullable String quote, @Nullable String cause, @Nullable Flow flow, @Nullable String outcome,
        @Nullable Instant closedAt, String surveyNumber) {

    public LocalDate dueOn() {
        return CompanyTime.dayOf(dueAt);
    }

    public @Nullable LocalDate closedOn() {
        return closedAt == null ? null : CompanyTime.dayOf(closedAt);
    }

    /** The lowest answer as it is said: NPS 3. */
    public @Nullable String score() {
        return measure == null || points == null ? null : points.stripTrailingZeros().toPlainString();
    }

}
