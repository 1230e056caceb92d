package io.cesm.governance.escalation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.cesm.domain.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What a version of a policy says: for which complaints, and its levels from the lowest
 * up.
 */
public record EscalationRules(@Nullable LevelConditions when, @Nullable List<EscalationLevel> levels) {

    private static final int MOST = 30;

    private static final Comparator<EscalationLevel> UP = Comparator.comparingInt(EscalationLevel::number)
        .thenComparing(it -> it.trigger().kind())
        .thenComparingInt(it -> it.trigger().amount());

    public EscalationRules {
        when = when == null ? LevelConditions.NONE : when;
        levels = levels == null ? List.of() : levels.stream().sorted(UP).toList();
        if (levels.size() > MOST) {
            throw new Refusal("escalation.too_many", MOST);
        }
    }

    @Override
    public LevelConditions when() {
        return when == null ? LevelConditions.NONE : when;
    }

    @Override
    public List<EscalationLevel> levels() {
        return levels == null ? List.of() : levels;
    }

    /** The lowest level above another one. */
    Optional<EscalationLevel> above(int number) {
        return levels().stream().filter(it -> it.number() > number).findFirst();
    }

    /** Makes sure that nothing overdue can be overlooked. */
    void requireComplete() {
        if (levels().stream().noneMatch(EscalationLevel::catchesOverdue)) {
            throw new Refusal("escalation.overdue_missing");
        }
    }

    public EscalationRules forThose(LevelConditions conditions) {
        return new EscalationRules(conditions, levels());
    }

    /** With another level, or with one in the place of an old one. */
    public EscalationRules with(@Nullable Integer place, EscalationLevel level) {
        var changed = new ArrayList<>(levels());
        if (place == null) {
            changed.add(level);
        }
        else {
            changed.set(place, level);
        }
        return new EscalationRules(when(), changed);
    }

    public EscalationRules without(int place) {
        var changed = new ArrayList<>(levels());
        changed.remove(place);
        return new EscalationRules(when(), changed);
    }

}
