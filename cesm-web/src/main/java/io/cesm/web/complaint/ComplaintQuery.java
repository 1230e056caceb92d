package io.cesm.web.complaint;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.cesm.domain.complaint.ClockKind;
import io.cesm.domain.complaint.ComplaintFilter;
import io.cesm.domain.complaint.ComplaintKind;
import io.cesm.domain.complaint.ComplaintOrder;
import io.cesm.domain.complaint.ComplaintState;
import io.cesm.domain.people.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** The filters of the queue as they stand in its address. */
record ComplaintQuery(@Nullable String customer, @Nullable String contact, @Nullable Integer tier,
        @Nullable String unit, @Nullable ComplaintKind kind, @Nullable List<Integer> grade,
        @Nullable List<ComplaintState> state, @Nullable String view, @Nullable String dimension, @Nullable String owner,
        @Nullable Boolean watched, @Nullable Boolean offered, @Nullable Boolean overdue, @Nullable Integer level,
        @Nullable ClockKind late, @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate receivedFrom,
        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate receivedTo, @Nullable String heldBy,
        @Nullable String q, @Nullable ComplaintOrder sort, @Nullable String cursor) {

    static final String MINE = "me";

    static final String NOBODY = "none";

    ComplaintFilter filter(Actor actor, Instant now) {
        var who = MINE.equals(owner) ? actor.staff() : NOBODY.equals(owner) ? null : Ids.staff(owner);
        return new ComplaintFilter(Ids.customer(customer), Ids.contact(contact), tier, Ids.unit(unit), kind, set(grade),
                set(state), !"all".equals(view), dimension == null || dimension.isBlank() ? null : dimension, who,
                NOBODY.equals(owner), Boolean.TRUE.equals(watched) ? actor.staff() : null,
                Boolean.TRUE.equals(overdue) ? now : null, level, late, receivedFrom, receivedTo, Ids.staff(heldBy),
                Boolean.TRUE.equals(offered) ? actor.staff() : null, q);
    }

    ComplaintFilter filter(Actor actor, Clock clock) {
        return filter(actor, clock.instant());
    }

    private static <T> Set<T> set(@Nullable List<T> given) {
        var set = new LinkedHashSet<T>();
        if (given != null) {
            given.stream().filter(Objects::nonNull).forEach(set::add);
        }
        return set;
    }

    /** The order asked for; what is overdue comes longest overdue first. */
    public ComplaintOrder order() {
        return sort != null ? sort : Boolean.TRUE.equals(overdue) ? ComplaintOrder.DUE : ComplaintOrder.NEWEST;
    }

    /** Whether anything is filtered, apart from the view and the order. */
    public boolean isAny() {
        return given(customer) || given(contact) || tier != null || given(unit) || kind != null
                || (grade != null && !grade.isEmpty()) || (state != null && !state.isEmpty()) || given(dimension)
                || given(owner) || Boolean.TRUE.equals(watched) || Boolean.TRUE.equals(offered)
                || Boolean.TRUE.equals(overdue) || level != null || late != null || receivedFrom != null
                || receivedTo != null || given(heldBy) || given(q);
    }

    private static boolean given(@Nullable String text) {
        return text != null && !text.isBlank();
    }

}
