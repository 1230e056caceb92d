package io.cesm.domain.complaint;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.complaint.ComplaintDetails.Other;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;

/**
 * A mail that came in, as staff see it.
 *
 * @param reason why nobody could be sure, or why it was put aside
 * @param complaint the complaint it belongs to
 * @param suggested the complaint it may belong to
 * @param refusedFiles files that were not taken
 */
public record ReceivedMail(UUID id, String from, @Nullable String fromName, String subject, String words,
        @Nullable String quoted, @Nullable Instant sentAt, Instant receivedAt, State state, @Nullable Reason reason,
        @Nullable Other complaint, @Nullable Other suggested, List<String> refusedFiles, @Nullable String handledBy,
        @Nullable String note) {

    /** What became of it. */
    public enum State implements MessageSourceResolvable {

        FILED, APPENDED, UNASSIGNED, IGNORED;

        @Override
        public String[] getCodes() {
            return new String[] { "ReceivedMailState." + name() };
        }

    }

    /** Why it is where it is. */
    public enum Reason implements MessageSourceResolvable {

        UNKNOWN_SENDER, SEVERAL_PEOPLE, OTHER_SENDER, AUTOMATIC, BOUNCE, OWN, TOO_MANY, UNREADABLE, BY_HAND;

        @Override
        public String[] getCodes() {
            return new String[] { "ReceivedMailReason." + name() };
        }

    }

    /** Whether somebody may still decide what becomes of it. */
    public boolean isOpen() {
        return state == State.UNASSIGNED || state == State.IGNORED;
    }

}
