package io.cesm.governance.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.cesm.domain.complaint.ClockKind;
import io.cesm.governance.escalation.Story.Run;
import io.cesm.governance.escalation.Story.Stretch;
import org.jspecify.annotations.Nullable;

/**
 * Follows the events of one complaint and notes when its clocks ran, the way they run in
 * a complaint that is alive.
 */
final class Teller {

    private final Map<ClockKind, Duration> targets;

    private final Map<ClockKind, Open> open = new EnumMap<>(ClockKind.class);

    private final List<Run> runs = new ArrayList<>();

    private final List<Stretch> silences = new ArrayList<>();

    private @Nullable Instant waiting;

    private @Nullable Instant silent;

    Teller(Map<ClockKind, Duration> targets, Instant received) {
        this.targets = targets;
        begin(ClockKind.FIRST_RESPONSE, received);
        begin(ClockKind.RESOLUTION, received);
    }

    /** A run that has not ended. */
    private static final class Open {

        private final Instant began;

        private final List<Stretch> stretches = new ArrayList<>();

        private @Nullable Instant since;

        Open(Instant began) {
            this.began = began;
            this.since = began;
        }

        void pause(Instant at) {
            if (since != null) {
                stretches.add(new Stretch(since, at));
                since = null;
            }
        }

        Run run(ClockKind kind, Duration target) {
            if (since != null) {
                stretches.add(new Stretch(since, null));
                since = null;
            }
            return new Run(kind, began, target, Duration.ZERO, List.copyOf(stretches));
        }

    }

    void tell(String action, Instant at) {
        if (silent != null && !action.equals("SAID_TO_CUSTOMER")) {
            silences.add(new Stretch(silent, at));
            silent = null;
        }
        switch (action) {
            case "ACKNOWLEDGE" -> {
                end(ClockKind.FIRST_RESPONSE, at);
                again(ClockKind.NEXT_UPDATE, at);
            }
            case "SAID_TO_CUSTOMER" -> told(at);
            case "START", "CONTAIN" -> end(ClockKind.FIRST_RESPONSE, at);
            case "RESOLVE" -> {
                endAll(at);
                silent = at;
            }
            case "WAIT" -> {
                waiting = at;
                silent = at;
                open.values().forEach(it -> it.pause(at));
            }
            case "RESUME" -> {
                waiting = null;
                open.values().forEach(it -> it.since = at);
            }
            case "REOPEN" -> {
                begin(ClockKind.RESOLUTION, at);
                begin(ClockKind.NEXT_UPDATE, at);
            }
            case "CLOSE", "WITHDRAW", "MERGE" -> endAll(at);
            default -> {
                // the customer said something; no clock begins or ends
            }
        }
    }

    private void told(Instant at) {
        if (waiting == null && open.containsKey(ClockKind.RESOLUTION) && !open.containsKey(ClockKind.FIRST_RESPONSE)) {
            again(ClockKind.NEXT_UPDATE, at);
        }
    }

    private void again(ClockKind kind, Instant at) {
        end(kind, at);
        begin(kind, at);
    }

    private void begin(ClockKind kind, Instant at) {
        if (targets.containsKey(kind)) {
            open.put(kind, new Open(at));
        }
    }

    private void endAll(Instant at) {
        List.copyOf(open.keySet()).forEach(it -> end(it, at));
    }

    private void end(ClockKind kind, Instant at) {
        var ended = open.remove(kind);
        var target = targets.get(kind);
        if (ended != null && target != null) {
            ended.pause(at);
            runs.add(ended.run(kind, target));
        }
    }

    /** All runs, those still going on last. */
    List<Run> runs() {
        List<Run> all = new ArrayList<>(runs);
        open.forEach((kind, it) -> {
            var target = targets.get(kind);
            if (target != null) {
                all.add(it.run(kind, target));
            }
        });
        return all;
    }

    List<Stretch> silences() {
        List<Stretch> all = new ArrayList<>(silences);
        if (silent != null) {
            all.add(new Stretch(silent, null));
        }
        return all;
    }

}
