package io.cesm.governance.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.cesm.domain.complaint.ClockKind;
import io.cesm.domain.kernel.FieldRefusal;
import org.jspecify.annotations.Nullable;

/**
 * When a level is reached.
 *
 * @param clock the clock it watches, null for each of them
 * @param amount per cent, open minutes, working days or a count, as the kind says
 */
public record Trigger(TriggerKind kind, @Nullable ClockKind clock, int amount) {

    private static final int MOST = 100_000;

    public Trigger {
        if (kind == null || !kind.isChosen()) {
            throw new FieldRefusal("trigger", "choice.unknown");
        }
        if (!kind.isOfClock()) {
            clock = null;
        }
        if (kind.hasAmount()) {
            within(amount, kind == TriggerKind.AFTER_DUE ? 0 : 1, mostOf(kind));
        }
        else {
            amount = 0;
        }
    }

    private static int mostOf(TriggerKind kind) {
        return switch (kind) {
            case CLOCK_PERCENT -> 1_000;
            case UNOWNED -> 100;
            case CUSTOMER_SILENT, REFUSED, HAND_OFFS, REPEATED -> 99;
            default -> MOST;
        };
    }

    private static void within(int value, int least, int most) {
        if (value < least || value > most) {
            throw new FieldRefusal("amount", "number.range", least, most);
        }
    }

    /**
     * It is reached at a moment, for a reason that is only there once.
     *
     * @param occasion names the reason
     */
    record Reached(Instant at, String occasion, Story.@Nullable Run run) {
    }

    /** The moments at which a story reaches it, past and to come, as it stands. */
    List<Reached> reachedBy(Story story) {
        return switch (kind) {
            case CLOCK_PERCENT, BEFORE_DUE, AFTER_DUE -> byClock(story);
            case UNOWNED -> unowned(story);
            case KEY_DECIDER -> once(story.deciderAt());
            case PUBLICITY -> once(story.publicAt());
            case REPEATED -> once(story.earlier() >= amount ? story.receivedAt() : null);
            case VALUE_AT_STAKE -> once(story.value() >= amount * 10_000L ? story.receivedAt() : null);
            case CUSTOMER_SILENT -> silent(story);
            case REFUSED -> once(nth(story.refusals()));
            case HAND_OFFS -> once(nth(story.handOffs()));
            case UNACKNOWLEDGED, PLAN_LATE -> List.of();
        };
    }

    private List<Reached> byClock(Story story) {
        List<Reached> reached = new ArrayList<>();
        for (var run : story.runs()) {
            if (clock == null || clock == run.kind()) {
                var at = run.after(used(run.target()), story.time());
                if (at != null) {
                    reached.add(new Reached(at, "%s/%d/%s@%d/%d".formatted(kind, amount, run.kind(),
                            run.began().getEpochSecond(), run.target().toMinutes()), run));
                }
            }
        }
        return reached;
    }

    private Duration used(Duration target) {
        return switch (kind) {
            case BEFORE_DUE -> target.minusMinutes(amount);
            case AFTER_DUE -> target.plusMinutes(amount);
            default -> target.multipliedBy(amount).dividedBy(100);
        };
    }

    private List<Reached> unowned(Story story) {
        var first = story.firstAnswer();
        if (first == null) {
            return List.of();
        }
        var by = story.time().add(story.receivedAt(), first.multipliedBy(amount).dividedBy(100));
        var taken = story.takenAt();
        return taken == null || taken.isAfter(by) ? once(by) : List.of();
    }

    private List<Reached> silent(Story story) {
        return story.silences()
            .stream()
            .map(it -> new Reached(story.workingDays(it.from(), amount),
                    "%s/%d/@%d".formatted(kind, amount, it.from().getEpochSecond()), null))
            .filter(it -> story.silences().stream().anyMatch(each -> each.covers(it.at())))
            .toList();
    }

    private @Nullable Instant nth(List<Instant> moments) {
        return moments.size() < amount ? null : moments.get(amount - 1);
    }

    private List<Reached> once(@Nullable Instant at) {
        return at == null ? List.of() : List.of(new Reached(at, kind + "/" + amount, null));
    }

}
