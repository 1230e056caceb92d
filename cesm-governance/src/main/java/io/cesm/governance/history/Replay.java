package io.cesm.governance.history;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;

import io.cesm.domain.calendar.BusinessTime;

/**
 * One case walked through from its first event to its last: whose turn it was for how
 * long, how often it changed hands, and how often it came back to somebody who had it
 * before. Time is counted in the open hours of a calendar and stands still while the
 * customer is the slow one and after it was solved.
 *
 * @param handOffs changes of the holder
 * @param pingPongs those of them that went back to an earlier holder
 * @param ended whether it was solved in the end
 */
record Replay(int events, int holders, int handOffs, int pingPongs, Duration waiting, Duration working,
        Duration customer, boolean ended) {

    /** Something that happened to a case; an empty holder says nothing about it. */
    record Event(Instant at, PastState state, String holder) {
    }

    static Replay of(List<Event> events, BusinessTime time) {
        var held = new HashSet<String>();
        var spent = new Duration[] { Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO };
        var holder = "";
        int handOffs = 0;
        int pingPongs = 0;
        Event before = null;
        for (var each : events) {
            if (before != null && each.at().isAfter(before.at())) {
                var turn = before.state().ordinal();
                spent[turn] = spent[turn].plus(time.between(before.at(), each.at()));
            }
            if (!each.holder().isEmpty() && !each.holder().equals(holder)) {
                handOffs += holder.isEmpty() ? 0 : 1;
                pingPongs += !holder.isEmpty() && held.contains(each.holder()) ? 1 : 0;
                holder = each.holder();
                held.add(holder);
            }
            before = each;
        }
        return new Replay(events.size(), held.size(), handOffs, pingPongs, spent[PastState.QUEUED.ordinal()],
                spent[PastState.WORKING.ordinal()], spent[PastState.CUSTOMER.ordinal()],
                before != null && before.state() == PastState.DONE);
    }

    /** What the clock of the solution had used up. */
    Duration used() {
        return waiting.plus(working);
    }

}
