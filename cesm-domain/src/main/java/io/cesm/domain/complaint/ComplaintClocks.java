package io.cesm.domain.complaint;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.cesm.domain.calendar.BusinessCalendar;
import io.cesm.domain.calendar.BusinessTime;
import io.cesm.domain.calendar.CalendarBook;
import io.cesm.domain.complaint.ClockTargets.Targets;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Lets the clocks of a complaint follow its life: the first answer, then the next update
 * again and again, and the solution. While it is the customer's turn none of them runs.
 */
@Component
class ComplaintClocks {

    private final ClockRows rows;

    private final CalendarBook calendars;

    private final ObjectProvider<ClockTargets> policies;

    ComplaintClocks(ClockRows rows, CalendarBook calendars, ObjectProvider<ClockTargets> policies) {
        this.rows = rows;
        this.calendars = calendars;
        this.policies = policies;
    }

    /** The clocks at work, with the time they run by. */
    private record Desk(Map<ClockKind, ComplaintClock> clocks, List<ComplaintClock> gone, Targets targets,
            BusinessCalendar calendar, BusinessTime time, Instant at) {

        void begin(ClockKind kind) {
            var before = clocks.get(kind);
            if (before != null) {
                gone.add(before.end(time, at));
            }
            clocks.put(kind,
                    ComplaintClock.begin(kind, targets.policy(), Duration.ofMinutes(targets.of(kind)), time, at));
        }

        void change(ClockKind kind, UnaryOperator<ComplaintClock> how) {
            clocks.computeIfPresent(kind, (it, clock) -> how.apply(clock));
        }

        void all(UnaryOperator<ComplaintClock> how) {
            clocks.replaceAll((kind, clock) -> how.apply(clock));
        }

    }

    /**
     * Follows a change.
     * @param before the state before, null when it was just filed
     * @param told whether the customer was told something
     * @param regraded whether other targets may apply
     * @return the moment that comes first now, null if nothing is timed
     */
    ClockRows.@Nullable Next follow(Complaint it, @Nullable ComplaintState before, boolean told, boolean regraded,
            Instant at) {
        var policy = policies.getIfAvailable();
        if (policy == null) {
            return null;
        }
        var targets = policy
            .of(new ClockTargets.Case(it.kind(), it.grading().grade(), it.grading().tier(), it.channel()));
        var calendar = before == null || regraded ? calendars.require(targets.calendar()) : kept(it.id(), targets);
        var desk = new Desk(new EnumMap<>(ClockKind.class), new ArrayList<>(), targets, calendar,
                calendars.time(calendar), at);
        desk.clocks.putAll(rows.of(it.id()));
        if (before == null) {
            desk.begin(ClockKind.FIRST_RESPONSE);
            desk.begin(ClockKind.RESOLUTION);
        }
        else {
            if (regraded) {
                desk.all(clock -> clock.retarget(targets.policy(), Duration.ofMinutes(targets.of(clock.kind())),
                        desk.time, at));
            }
            move(desk, before, it.state());
            tell(desk, it.state(), told);
        }
        rows.keepGone(it.id(), desk.gone);
        return rows.set(it.id(), desk.clocks, calendar);
    }

    /**
     * Lets the clocks of a complaint that was just filed count what the customer has
     * waited elsewhere.
     * @param answered when they were answered first, if they were
     */
    void takeOver(ComplaintId id, Instant since, @Nullable Instant answered) {
        var version = rows.calendar(id);
        if (version == null) {
            return;
        }
        var calendar = calendars.require(version.code(), version.version());
        var time = calendars.time(calendar);
        Map<ClockKind, ComplaintClock> clocks = new EnumMap<>(ClockKind.class);
        rows.of(id)
            .forEach((kind, clock) -> clocks.put(kind, kind == ClockKind.FIRST_RESPONSE && answered != null
                    ? clock.since(since, time).stop(time, answered) : clock.since(since, time)));
        rows.keep(id, clocks, calendar);
    }

    /** When the customer hears from us again if they are told something at a moment. */
    @Nullable Instant heardAgain(ComplaintId id, ClockTargets.Case about, Instant at) {
        var policy = policies.getIfAvailable();
        if (policy == null) {
            return null;
        }
        var targets = policy.of(about);
        var timed = rows.timed(id);
        var next = timeOf(timed, targets).add(at, Duration.ofMinutes(targets.nextUpdate()));
        return timed.stream()
            .map(ClockRows.Timed::clock)
            .filter(it -> it.kind() == ClockKind.RESOLUTION)
            .map(ComplaintClock::dueAt)
            .filter(due -> due != null && due.isAfter(at) && due.isBefore(next))
            .findFirst()
            .orElse(next);
    }

    /**
     * The time the latest clock is counted in, else that of the calendar as it is now.
     */
    private BusinessTime timeOf(List<ClockRows.Timed> timed, Targets targets) {
        return timed.isEmpty() ? calendars.timeOf(targets.calendar())
                : calendars.timeOf(timed.getFirst().calendar(), timed.getFirst().code(), timed.getFirst().version());
    }

    /** Clocks that run keep the version of the calendar they were set by. */
    private BusinessCalendar kept(ComplaintId id, Targets targets) {
        var version = rows.calendar(id);
        return version == null ? calendars.require(targets.calendar())
                : calendars.require(version.code(), version.version());
    }

    private static void move(Desk desk, ComplaintState before, ComplaintState after) {
        if (before == after) {
            return;
        }
        if (before == ComplaintState.WAITING_CUSTOMER) {
            desk.all(clock -> clock.resume(desk.time, desk.at));
        }
        switch (after) {
            case ACKNOWLEDGED, IN_PROGRESS, CONTAINED ->
                desk.change(ClockKind.FIRST_RESPONSE, clock -> clock.stop(desk.time, desk.at));
            case WAITING_CUSTOMER -> desk.all(clock -> clock.pause(desk.time, desk.at));
            case RESOLVED -> {
                desk.change(ClockKind.FIRST_RESPONSE, clock -> clock.stop(desk.time, desk.at));
                desk.change(ClockKind.RESOLUTION, clock -> clock.stop(desk.time, desk.at));
                desk.change(ClockKind.NEXT_UPDATE, clock -> clock.end(desk.time, desk.at));
            }
            case DECISION_DECLINED -> desk.begin(ClockKind.NEXT_UPDATE); // they hear who
                                                                         // looks again
            case REOPENED -> {
                desk.begin(ClockKind.RESOLUTION);
                desk.begin(ClockKind.NEXT_UPDATE);
            }
            case CLOSED, WITHDRAWN, MERGED -> desk.all(clock -> clock.end(desk.time, desk.at));
            case RECEIVED, CONFIRMED -> {
                // nothing begins or ends
            }
        }
    }

    /** A next update is waited for only once the first answer was given. */
    private static void tell(Desk desk, ComplaintState state, boolean told) {
        if (!told || !state.isOpen() || state == ComplaintState.RESOLVED || state == ComplaintState.RECEIVED
                || state == ComplaintState.WAITING_CUSTOMER || state == ComplaintState.CONFIRMED) {
            return;
        }
        desk.change(ClockKind.NEXT_UPDATE, clock -> clock.stop(desk.time, desk.at));
        desk.begin(ClockKind.NEXT_UPDATE);
    }

}
