package io.cesm.satisfaction.followup;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.dimension.Flow;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.people.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * Which follow-ups somebody wants to see. Nothing named means all of them.
 *
 * @param openOnly leaves out what is closed, unless states are named
 * @param unowned only those nobody takes care of
 * @param unit a unit and those below it
 * @param closedFrom closed on this day or later
 * @param text number, or words of customer, outcome or what the customer said
 */
public record FollowUpFilter(List<FollowUpState> states, boolean openOnly, boolean overdue, @Nullable StaffId owner,
        boolean unowned, @Nullable CustomerId customer, @Nullable ContactId contact, @Nullable UnitId unit,
        @Nullable UUID survey, @Nullable RuleId rule, @Nullable String cause, @Nullable Flow flow,
        @Nullable LocalDate closedFrom, @Nullable LocalDate closedTo, @Nullable String text) {

    /** Everything. */
    public static final FollowUpFilter ALL = new FollowUpFilter(List.of(), false, false, null, false, null, null, null,
            null, null, null, null, null, null, null);

    public FollowUpFilter {
        states = List.copyOf(states);
    }

    public FollowUpFilter open() {
        return new FollowUpFilter(states, true, overdue, owner, unowned, customer, contact, unit, survey, rule, cause,
                flow, closedFrom, closedTo, text);
    }

    public FollowUpFilter late() {
        return new FollowUpFilter(states, true, true, owner, unowned, customer, contact, unit, survey, rule, cause,
                flow, closedFrom, closedTo, text);
    }

    public FollowUpFilter ownedBy(StaffId somebody) {
        return new FollowUpFilter(states, openOnly, overdue, somebody, unowned, customer, contact, unit, survey, rule,
                cause, flow, closedFrom, closedTo, text);
    }

    public FollowUpFilter of(CustomerId one) {
        return new FollowUpFilter(states, openOnly, overdue, owner, unowned, one, contact, unit, survey, rule, cause,
                flow, closedFrom, closedTo, text);
    }

    /** Nobody's. */
    public FollowUpFilter nobodys() {
        return new FollowUpFilter(states, true, overdue, null, true, customer, contact, unit, survey, rule, cause, flow,
                closedFrom, closedTo, text);
    }

}
