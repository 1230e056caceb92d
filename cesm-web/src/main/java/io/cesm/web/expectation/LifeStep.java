package io.cesm.web.expectation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

import io.cesm.expectation.ExpectationDetails;
import io.cesm.expectation.ExpectationState;
import org.jspecify.annotations.Nullable;

/**
 * A stop on the life line.
 *
 * @param look done, now or empty for what is to come
 * @param at when it was reached, null if it was not
 * @param due until when it should be reached, for the one that comes next
 */
record LifeStep(ExpectationState state, String look, @Nullable Instant at, @Nullable LocalDate due) {

    static List<LifeStep> of(ExpectationDetails it) {
        var steps = new ArrayList<LifeStep>();
        var reached = new LinkedHashMap<ExpectationState, @Nullable Instant>();
        reached.put(ExpectationState.CAPTURED, it.capturedAt());
        reached.put(ExpectationState.CLARIFIED, it.clarifiedAt());
        reached.put(ExpectationState.COMMITTED, it.commitment() == null ? null : it.commitment().at());
        reached.put(ExpectationState.DELIVERED, it.delivery() == null ? null : it.delivery().at());
        reached.put(ExpectationState.CONFIRMED,
                it.state() == ExpectationState.CONFIRMED && it.answer() != null ? it.answer().at() : null);
        var dueShown = false;
        for (var each : reached.entrySet()) {
            var at = each.getValue();
            var now = each.getKey() == it.state();
            var due = at == null && !dueShown && it.isOpen() ? it.dueOn() : null;
            dueShown |= due != null;
            steps.add(new LifeStep(each.getKey(), now ? "now" : at == null ? "" : "done", at, due));
        }
        if (!ExpectationState.MAIN_LINE.contains(it.state())) {
            steps.add(position(steps), new LifeStep(it.state(), "now aside", ended(it), null));
        }
        return steps;
    }

    private static int position(List<LifeStep> steps) {
        var last = 0;
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).at() != null) {
                last = i + 1;
            }
        }
        return last;
    }

    private static @Nullable Instant ended(ExpectationDetails it) {
        return it.closedAt() != null ? it.closedAt() : it.answer() == null ? null : it.answer().at();
    }

}
