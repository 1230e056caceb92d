package io.cesm.web.followup;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.dimension.Flow;
import io.cesm.domain.people.Actor;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.people.UnitId;
import io.cesm.satisfaction.followup.FollowUpFilter;
import io.cesm.satisfaction.followup.FollowUpOrder;
import io.cesm.satisfaction.followup.FollowUpState;
import io.cesm.satisfaction.followup.RuleId;
import io.cesm.web.layout.IdText;
import org.jspecify.annotations.Nullable;

/**
 * The filters of the desk as they stand in its address.
 *
 * @param view {@code all} or {@code closed}; open ones if null
 * @param owner {@code me}, {@code none} or an id
 */
public record FollowUpQuery(@Nullable String view, @Nullable String owner, @Nullable Boolean overdue,
        @Nullable List<FollowUpState> state, @Nullable String customer, @Nullable String contact, @Nullable String unit,
        @Nullable String survey, @Nullable String rule, @Nullable String cause, @Nullable Flow flow,
        @Nullable LocalDate closedFrom, @Nullable LocalDate closedTo, @Nullable String q, @Nullable FollowUpOrder sort,
        @Nullable String cursor) {

    static final String MINE = "me";

    static final String NOBODY = "none";

    /** What is asked for. */
    public FollowUpFilter filter(Actor actor) {
        List<FollowUpState> states = state == null ? List.of() : state.stream().filter(Objects::nonNull).toList();
        if (states.isEmpty() && "closed".equals(view)) {
            states = FollowUpState.CLOSED;
        }
        var who = MINE.equals(owner) ? actor.staff() : NOBODY.equals(owner) ? null : IdText.read(owner, StaffId::of);
        var openOnly = !"all".equals(view) && !"closed".equals(view);
        return new FollowUpFilter(states, openOnly, Boolean.TRUE.equals(overdue), who, NOBODY.equals(owner),
                IdText.read(customer, CustomerId::of), IdText.read(contact, ContactId::of),
                IdText.read(unit, UnitId::of), IdText.read(survey, UUID::fromString), IdText.read(rule, RuleId::of),
                given(cause) ? cause : null, flow, closedFrom, closedTo, q);
    }

    /** Due first for what is open, else opened last first. */
    public FollowUpOrder order() {
        return sort != null ? sort : view == null ? FollowUpOrder.DUE : FollowUpOrder.NEWEST;
    }

    /** Whether one of the plain views is open, without filters of its own. */
    public boolean isPlain() {
        return (state == null || state.isEmpty()) && !given(customer) && !given(contact) && !given(unit)
                && !given(survey) && !given(rule) && !given(cause) && flow == null && closedFrom == null
                && closedTo == null && !given(q);
    }

    static boolean given(@Nullable String text) {
        return text != null && !text.isBlank();
    }

}
