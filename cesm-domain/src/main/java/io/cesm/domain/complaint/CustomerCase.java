package io.cesm.domain.complaint;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A complaint as the customer's own page shows it: nothing that is only among us.
 *
 * @param dueAt when they hear from us next, null while it is not our turn
 * @param incident the one it is handled with, if it was merged
 * @param reopenUntil last moment at which the customer may reopen it, null if they may
 * not
 * @param another whether somebody who took no part in the decision is there to look again
 */
public record CustomerCase(ComplaintId id, String number, ComplaintKind kind, String subject, String verbatim,
        ComplaintState state, String customerName, @Nullable String customerNameEn, String contactName,
        @Nullable String language, @Nullable String ownerName, Instant receivedAt, @Nullable Instant dueAt,
        @Nullable String waitingFor, @Nullable String remedy, @Nullable String answerWords,
        @Nullable String externalRoute, @Nullable Instant closedAt, @Nullable String incident,
        @Nullable Instant reopenUntil, boolean another, long version, List<Said> said) {

    /** What was said between the customer and us. */
    public record Said(UUID id, boolean byCustomer, @Nullable String who, String words, Instant at,
            List<StoredPart> files) {
    }

    /** A file that came or went with a message. */
    public record StoredPart(UUID id, String name, long size) {
    }

    public boolean mayDecide() {
        return state == ComplaintState.RESOLVED && kind != ComplaintKind.PRAISE;
    }

    /** Whether those who decided have to look again themselves. */
    public boolean looksAlone() {
        return !another && (state == ComplaintState.DECISION_DECLINED || state == ComplaintState.REOPENED);
    }

    public boolean mayReopen() {
        return reopenUntil != null;
    }

    public boolean mayWithdraw() {
        return Step.WITHDRAW.isAllowed(kind, state);
    }

    public boolean mayWrite() {
        return state.isOpen();
    }

}
