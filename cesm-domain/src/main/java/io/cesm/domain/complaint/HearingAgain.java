package io.cesm.domain.complaint;

import java.time.Clock;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * By when a customer who is told something now hears from us again. It is another moment
 * than the one the complaint is due at: that one is met by telling them.
 */
@Service
public class HearingAgain {

    private final ComplaintClocks clocks;

    private final Clock clock;

    HearingAgain(ComplaintClocks clocks, Clock clock) {
        this.clocks = clocks;
        this.clock = clock;
    }

    /**
     * The next update or the solution, whichever is due first; null if nothing is timed.
     */
    @Transactional(readOnly = true)
    public @Nullable Instant ifToldNow(ComplaintDetails it) {
        var about = new ClockTargets.Case(it.kind(), it.grade().grade(), it.grade().tier(), it.channel());
        return clocks.heardAgain(it.id(), about, clock.instant());
    }

}
