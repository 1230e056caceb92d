package io.cesm.governance.escalation;

import java.util.List;
import java.util.UUID;

import io.cesm.domain.complaint.ComplaintKind;
import org.jspecify.annotations.Nullable;

/**
 * For which complaints something holds; what is left empty fits all.
 *
 * @param unit the customer belongs to this unit or one below it
 */
public record LevelConditions(@Nullable List<ComplaintKind> kinds, @Nullable List<Integer> grades,
        @Nullable List<Integer> tiers, @Nullable UUID unit) {

    public static final LevelConditions NONE = new LevelConditions(null, null, null, null);

    public LevelConditions {
        kinds = kinds == null ? List.of() : List.copyOf(kinds);
        grades = kept(grades);
        tiers = kept(tiers);
    }

    private static List<Integer> kept(@Nullable List<Integer> some) {
        return some == null ? List.of() : some.stream().filter(it -> it >= 1 && it <= 4).distinct().sorted().toList();
    }

    /**
     * What conditions look at.
     *
     * @param unitPath ids of the units above the customer, from the company down
     */
    public record Subject(ComplaintKind kind, int grade, @Nullable Integer tier, @Nullable String unitPath) {
    }

    boolean fit(Subject it) {
        return (kinds().isEmpty() || kinds().contains(it.kind()))
                && (grades().isEmpty() || grades().contains(it.grade())) && fitCustomer(it.tier(), it.unitPath());
    }

    /**
     * Whether it speaks of a customer as such; what names kinds or grades of complaints
     * says nothing about TOP issues.
     */
    boolean fitIssue(@Nullable Integer tier, @Nullable String unitPath) {
        return kinds().isEmpty() && grades().isEmpty() && fitCustomer(tier, unitPath);
    }

    private boolean fitCustomer(@Nullable Integer tier, @Nullable String unitPath) {
        return (tiers().isEmpty() || (tier != null && tiers().contains(tier)))
                && (unit == null || (unitPath != null && unitPath.contains(unit.toString())));
    }

    public boolean fitsAll() {
        return equals(NONE);
    }

    @Override
    public List<ComplaintKind> kinds() {
        return kinds == null ? List.of() : kinds;
    }

    @Override
    public List<Integer> grades() {
        return grades == null ? List.of() : grades;
    }

    @Override
    public List<Integer> tiers() {
        return tiers == null ? List.of() : tiers;
    }

}
