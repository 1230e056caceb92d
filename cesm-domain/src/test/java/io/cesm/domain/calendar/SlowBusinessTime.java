package io.cesm.domain.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;

/**
 * What a person would do: look at the clock on the wall step by step and count while it
 * shows working hours. Slow, and therefore easy to believe.
 */
final class SlowBusinessTime {

    private final CalendarDefinition calendar;

    private final Duration step;

    SlowBusinessTime(CalendarDefinition calendar, Duration step) {
        this.calendar = calendar;
        this.step = step;
    }

    boolean isOpen(Instant at) {
        var wall = LocalDateTime.ofInstant(at, calendar.getZone());
        int minute = wall.getHour() * 60 + wall.getMinute();
        return calendar.hoursOn(wall.toLocalDate())
            .blocks()
            .stream()
            .anyMatch(it -> it.from() <= minute && minute < it.to());
    }

    Instant add(Instant from, Duration amount) {
        var at = from;
        for (var left = amount; left.isPositive();) {
            if (isOpen(at)) {
                left = left.minus(step);
            }
            at = at.plus(step);
        }
        while (!amount.isPositive() && !isOpen(at)) {
            at = at.plus(step);
        }
        return at;
    }

    Duration between(Instant from, Instant to) {
        var open = Duration.ZERO;
        for (var at = from; at.isBefore(to); at = at.plus(step)) {
            open = isOpen(at) ? open.plus(step) : open;
        }
        return open;
    }

}
