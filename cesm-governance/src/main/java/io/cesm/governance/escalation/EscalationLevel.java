package io.cesm.governance.escalation;

import java.util.List;

import io.cesm.domain.kernel.FieldRefusal;
import org.jspecify.annotations.Nullable;

/**
 * One level of a policy: when it is reached and by which complaints, who is meant, what
 * is done, and how long they have to say that they heard it before the next level is
 * reached.
 *
 * @param number how high it is; several may share one
 * @param acknowledgeWithin open minutes
 * @param planWithin open minutes a plan has to come in
 */
public record EscalationLevel(int number, Trigger trigger, @Nullable LevelConditions when, @Nullable List<Whom> whom,
        @Nullable List<Deed> deeds, @Nullable Integer acknowledgeWithin, @Nullable Integer planWithin) {

    private static final int MOST_MINUTES = 100_000;

    public EscalationLevel {
        if (number < 1 || number > 9) {
            throw new FieldRefusal("number", "number.range", 1, 9);
        }
        if (trigger == null) {
            throw new FieldRefusal("trigger", "choice.unknown");
        }
        when = when == null ? LevelConditions.NONE : when;
        whom = whom == null ? List.of() : whom.stream().distinct().toList();
        deeds = deeds == null ? List.of() : deeds.stream().distinct().sorted().toList();
        if (whom.isEmpty()) {
            throw new FieldRefusal("whom", "escalation.nobody");
        }
        if (deeds.isEmpty()) {
            throw new FieldRefusal("deeds", "escalation.nothing");
        }
        if (deeds.contains(Deed.DEMAND_PLAN) != (planWithin != null)) {
            throw new FieldRefusal("planWithin", "escalation.plan_within");
        }
        within(acknowledgeWithin, "acknowledgeWithin");
        within(planWithin, "planWithin");
    }

    private static void within(@Nullable Integer minutes, String field) {
        if (minutes != null && (minutes < 1 || minutes > MOST_MINUTES)) {
            throw new FieldRefusal(field, "number.range", 1, MOST_MINUTES);
        }
    }

    @Override
    public LevelConditions when() {
        return when == null ? LevelConditions.NONE : when;
    }

    @Override
    public List<Whom> whom() {
        return whom == null ? List.of() : whom;
    }

    @Override
    public List<Deed> deeds() {
        return deeds == null ? List.of() : deeds;
    }

    public boolean does(Deed deed) {
        return deeds().contains(deed);
    }

    /** Whether it catches whatever is overdue. */
    boolean catchesOverdue() {
        return trigger.kind() == TriggerKind.CLOCK_PERCENT && trigger.amount() == 100 && trigger.clock() == null
                && when().fitsAll();
    }

}
