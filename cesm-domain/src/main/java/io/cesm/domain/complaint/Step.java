package io.cesm.domain.complaint;

import static io.cesm.domain.complaint.ComplaintState.ACKNOWLEDGED;
import static io.cesm.domain.complaint.ComplaintState.CLOSED;
import static io.cesm.domain.complaint.ComplaintState.CONFIRMED;
import static io.cesm.domain.complaint.ComplaintState.CONTAINED;
import static io.cesm.domain.complaint.ComplaintState.DECISION_DECLINED;
import static io.cesm.domain.complaint.ComplaintState.IN_PROGRESS;
import static io.cesm.domain.complaint.ComplaintState.RECEIVED;
import static io.cesm.domain.complaint.ComplaintState.REOPENED;
import static io.cesm.domain.complaint.ComplaintState.RESOLVED;
import static io.cesm.domain.complaint.ComplaintState.WAITING_CUSTOMER;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import io.cesm.domain.kernel.Refusal;
import org.springframework.context.MessageSourceResolvable;

/** What can be done with a complaint, and in which states. */
public enum Step implements MessageSourceResolvable {

    ACKNOWLEDGE(RECEIVED), START(ACKNOWLEDGED, REOPENED), CONTAIN(IN_PROGRESS),
    RESOLVE(ACKNOWLEDGED, IN_PROGRESS, CONTAINED), CONFIRM(RESOLVED), DECLINE(RESOLVED),
    CLOSE(RESOLVED, CONFIRMED, DECISION_DECLINED), WAIT(ACKNOWLEDGED, IN_PROGRESS, CONTAINED), RESUME(WAITING_CUSTOMER),
    REOPEN(RESOLVED, CONFIRMED, CLOSED, DECISION_DECLINED),
    WITHDRAW(RECEIVED, ACKNOWLEDGED, IN_PROGRESS, CONTAINED, RESOLVED, WAITING_CUSTOMER, REOPENED, DECISION_DECLINED),
    MERGE(RECEIVED, ACKNOWLEDGED, IN_PROGRESS, CONTAINED, WAITING_CUSTOMER, REOPENED);

    private final Set<ComplaintState> from;

    Step(ComplaintState first, ComplaintState... more) {
        this.from = EnumSet.of(first, more);
    }

    /** The step an address names, in small letters. */
    public static Optional<Step> ofPath(String path) {
        for (var each : values()) {
            if (each.path().equals(path)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is a decision of ours that the customer may not accept. */
    public boolean decides() {
        return this == RESOLVE || this == CLOSE;
    }

    /** Whether it cannot be taken without words. */
    public boolean asksWords() {
        return switch (this) {
            case ACKNOWLEDGE, CONTAIN, RESOLVE, DECLINE, WAIT, REOPEN, WITHDRAW -> true;
            case START, CONFIRM, CLOSE, RESUME, MERGE -> false;
        };
    }

    public boolean isAllowed(ComplaintKind kind, ComplaintState state) {
        if (this == CLOSE && state == RESOLVED) {
            return kind == ComplaintKind.PRAISE; // nobody has to agree to a thank-you
        }
        if (this == RESOLVE && state == ACKNOWLEDGED) {
            return kind != ComplaintKind.COMPLAINT; // a question may be answered at once
        }
        return from.contains(state);
    }

    /**
     * Refuses the step in a state it does not fit.
     * @throws Refusal whose sentence names the state
     */
    void check(ComplaintKind kind, ComplaintState state) {
        if (!isAllowed(kind, state)) {
            throw new Refusal(reason(), state);
        }
    }

    /** Code of the sentence that says why it is not possible now. */
    public String reason() {
        return "complaint." + path() + ".wrong_state";
    }

    @Override
    public String[] getCodes() {
        return new String[] { "Step." + name() };
    }

}
