package io.cesm.governance.investigation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;

/** An investigation as its page and the API show it. */
public record Investigation(ComplaintId complaint, Findings findings, List<String> teamNames, Instant begunAt,
        @Nullable StaffId changedBy, @Nullable Instant confirmedAt, @Nullable String confirmerName,
        @Nullable Instant closedAt, @Nullable String closerName, List<Action> actions, long version) {

    /** Whether an action mends this case or keeps it from coming again. */
    public enum ActionKind {

        CORRECTIVE, PREVENTIVE

    }

    /** How far an action is. */
    public enum ActionState {

        PLANNED, IMPLEMENTED, VALIDATED

    }

    /**
     * Something that is done about the cause.
     *
     * @param forCustomer what the customer reads of it, nothing if it stays among us
     */
    public record Action(UUID id, ActionKind kind, String what, @Nullable String forCustomer, StaffId owner,
            String ownerName, LocalDate dueOn, ActionState state, @Nullable LocalDate implementedOn,
            @Nullable LocalDate validatedOn, @Nullable String validatorName, @Nullable String evidence) {
    }

    public boolean isOpen() {
        return closedAt == null;
    }

    /** The disciplines that are done, by their number. */
    public List<Integer> done() {
        List<Integer> done = new ArrayList<>();
        add(done, 1, !findings.team().isEmpty());
        add(done, 2, findings.what().isGiven());
        add(done, 3, findings.containment() != null);
        add(done, 4, confirmedAt != null);
        var corrective = actions.stream().filter(it -> it.kind() == ActionKind.CORRECTIVE).toList();
        add(done, 5, !corrective.isEmpty());
        add(done, 6, !corrective.isEmpty() && corrective.stream().allMatch(it -> it.state() == ActionState.VALIDATED));
        add(done, 7, findings.prevention() != null);
        add(done, 8, closedAt != null);
        return done;
    }

    /** The first discipline that is missing before it can be closed, if any. */
    @Nullable Integer missing() {
        var done = done();
        for (int i = 1; i <= 7; i++) {
            if (!done.contains(i)) {
                return i;
            }
        }
        return null;
    }

    private static void add(List<Integer> done, int discipline, boolean is) {
        if (is) {
            done.add(discipline);
        }
    }

}
