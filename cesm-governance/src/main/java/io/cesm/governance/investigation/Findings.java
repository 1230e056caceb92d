package io.cesm.governance.investigation;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import io.cesm.domain.complaint.CauseClass;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What is written down in an investigation, discipline by discipline.
 *
 * @param team who takes part
 * @param occurrence why it happened, each answer asked why again
 * @param escape why nobody noticed before the customer did
 */
public record Findings(Set<UUID> team, Facts what, Facts where, Facts when, Facts extent, @Nullable String containment,
        @Nullable LocalDate containedOn, List<String> occurrence, @Nullable CauseClass occurrenceCause,
        List<String> escape, @Nullable CauseClass escapeCause, @Nullable String prevention, @Nullable String closing,
        ForCustomer customer) {

    /** A chain of whys has so many links. */
    public static final int WHYS = 5;

    /** Nothing is known yet. */
    public static final Findings NONE = new Findings(Set.of(), Facts.NONE, Facts.NONE, Facts.NONE, Facts.NONE, null,
            null, List.of(), null, List.of(), null, null, null, new ForCustomer(null, null, null, null));

    public Findings {
        team = Set.copyOf(team);
        containment = Texts.optional(containment, 4000, "containment");
        prevention = Texts.optional(prevention, 4000, "prevention");
        closing = Texts.optional(closing, 2000, "closing");
        occurrence = chain(occurrence, "occurrence");
        escape = chain(escape, "escape");
    }

    /** What is, and what could be but is not: the difference points to the cause. */
    public record Facts(@Nullable String is, @Nullable String isNot) {

        static final Facts NONE = new Facts(null, null);

        public Facts {
            is = Texts.optional(is, 1000, "is");
            isNot = Texts.optional(isNot, 1000, "isNot");
        }

        public boolean isGiven() {
            return is != null;
        }

    }

    /**
     * What is written for the customer, in the customer's language; the rest stays among
     * us.
     */
    public record ForCustomer(@Nullable String problem, @Nullable String containment, @Nullable String cause,
            @Nullable String prevention) {

        public ForCustomer {
            problem = Texts.optional(problem, 4000, "customerProblem");
            containment = Texts.optional(containment, 4000, "customerContainment");
            cause = Texts.optional(cause, 4000, "customerCause");
            prevention = Texts.optional(prevention, 4000, "customerPrevention");
        }

        public boolean isEmpty() {
            return problem == null && containment == null && cause == null && prevention == null;
        }

    }

    private static List<String> chain(List<String> given, String field) {
        var whys = given.stream().map(it -> Texts.optional(it, 500, field)).filter(Objects::nonNull).toList();
        if (whys.size() > WHYS) {
            throw new FieldRefusal(field, "investigation.whys", WHYS);
        }
        return List.copyOf(whys);
    }

    /** The last answer of the chain. */
    public @Nullable String rootCause() {
        return occurrence.isEmpty() ? null : occurrence.getLast();
    }

    boolean sameCauseAs(Findings other) {
        return occurrence.equals(other.occurrence) && escape.equals(other.escape)
                && occurrenceCause == other.occurrenceCause && escapeCause == other.escapeCause;
    }

}
