package io.cesm.domain.time;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;

/**
 * The machine's clock, except for a piece of work that is told to live at another moment:
 * records that are taken over with their history keep their times that way.
 */
public final class ScopedClock extends Clock {

    private static final ScopedValue<Instant> MOMENT = ScopedValue.newInstance();

    private final Clock machine;

    ScopedClock(Clock machine) {
        this.machine = machine;
    }

    /** Does a piece of work as if it were that moment. */
    public static <T> T at(Instant moment, Supplier<T> work) {
        return ScopedValue.where(MOMENT, moment).call(work::get);
    }

    /** Does a piece of work as if it were that moment. */
    public static void at(Instant moment, Runnable work) {
        ScopedValue.where(MOMENT, moment).run(work);
    }

    @Override
    public Instant instant() {
        return MOMENT.isBound() ? MOMENT.get() : machine.instant();
    }

    @Override
    public ZoneId getZone() {
        return machine.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(getZone()) ? this : new ScopedClock(machine.withZone(zone));
    }

}
