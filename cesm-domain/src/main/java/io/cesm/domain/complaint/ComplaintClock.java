package io.cesm.domain.complaint;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

import io.cesm.domain.calendar.BusinessTime;
import org.jspecify.annotations.Nullable;

/**
 * One clock of a complaint. It keeps the open time it has used and since when it runs
 * again, so that a pause costs exactly the time it lasted and not a second more.
 *
 * @param target open time there is
 * @param used open time used before it last began to run
 * @param warnAt when three quarters are used
 */
public record ComplaintClock(ClockKind kind, String policy, Duration target, ClockState state, Instant beganAt,
        Duration used, @Nullable Instant runningSince, @Nullable Instant dueAt, @Nullable Instant warnAt,
        int pausedTimes, @Nullable Instant stoppedAt) {

    private static final int WARN_PERCENT = 75;

    static ComplaintClock begin(ClockKind kind, String policy, Duration target, BusinessTime time, Instant at) {
        return new ComplaintClock(kind, policy, target, ClockState.RUNNING, at, Duration.ZERO, null, null, null, 0,
                null)
            .run(time, at);
    }

    /** Runs on from a moment with what is left. */
    private ComplaintClock run(BusinessTime time, Instant at) {
        var warn = target.multipliedBy(WARN_PERCENT).dividedBy(100).minus(used);
        return new ComplaintClock(kind, policy, target, ClockState.RUNNING, beganAt, used, at, due(time, at),
                warn.isPositive() ? time.add(at, warn) : at, pausedTimes, null);
    }

    /**
     * What is overdue already stays due when it was: time cannot be won back by a pause.
     */
    private Instant due(BusinessTime time, Instant at) {
        var left = target.minus(used);
        return left.isPositive() ? time.add(at, left) : at;
    }

    ComplaintClock pause(BusinessTime time, Instant at) {
        if (state != ClockState.RUNNING) {
            return this;
        }
        return new ComplaintClock(kind, policy, target, ClockState.PAUSED, beganAt, usedAt(time, at), null, null, null,
                pausedTimes + 1, null);
    }

    ComplaintClock resume(BusinessTime time, Instant at) {
        return state == ClockState.PAUSED ? run(time, at) : this;
    }

    /** Stops it because what was waited for has happened. */
    ComplaintClock stop(BusinessTime time, Instant at) {
        if (!isAlive()) {
            return this;
        }
        var all = usedAt(time, at);
        return stopped(all.compareTo(target) <= 0 ? ClockState.MET : ClockState.LATE, all, at);
    }

    /** Stops it because nobody waits any more; one that is late stays late. */
    ComplaintClock end(BusinessTime time, Instant at) {
        if (!isAlive()) {
            return this;
        }
        var all = usedAt(time, at);
        return stopped(all.compareTo(target) > 0 ? ClockState.LATE : ClockState.ENDED, all, at);
    }

    /** The same clock as if it had begun earlier. */
    ComplaintClock since(Instant earlier, BusinessTime time) {
        return state == ClockState.RUNNING ? begin(kind, policy, target, time, earlier) : this;
    }

    /** The same clock with another target; the time used stays used. */
    ComplaintClock retarget(String otherPolicy, Duration other, BusinessTime time, Instant at) {
        if (!isAlive()) {
            return this;
        }
        var all = usedAt(time, at);
        var changed = new ComplaintClock(kind, otherPolicy, other, state, beganAt, all, null, null, null, pausedTimes,
                null);
        return state == ClockState.RUNNING ? changed.run(time, at) : changed;
    }

    /**
     * The same clock by another target and calendar, from where its present stretch
     * began; what is overdue stays due when it was.
     */
    ComplaintClock recount(String otherPolicy, Duration other, BusinessTime time) {
        var changed = new ComplaintClock(kind, otherPolicy, other, state, beganAt, used, null, null, null, pausedTimes,
                null);
        return state == ClockState.RUNNING ? changed.run(time, requireNonNull(runningSince)) : changed;
    }

    private ComplaintClock stopped(ClockState how, Duration all, Instant at) {
        return new ComplaintClock(kind, policy, target, how, beganAt, all, null, null, null, pausedTimes, at);
    }

    /**
     * Open time used up to a moment; a clock of a machine that was set back uses none.
     */
    Duration usedAt(BusinessTime time, Instant at) {
        if (state != ClockState.RUNNING) {
            return used;
        }
        var since = requireNonNull(runningSince);
        return at.isAfter(since) ? used.plus(time.between(since, at)) : used;
    }

    public boolean isAlive() {
        return state == ClockState.RUNNING || state == ClockState.PAUSED;
    }

    public boolean isOverdue(Instant at) {
        return dueAt != null && dueAt.isBefore(at);
    }

    public boolean isNear(Instant at) {
        return warnAt != null && !warnAt.isAfter(at) && !isOverdue(at);
    }

}
