package io.cesm.domain.complaint;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;

/**
 * A mail to one person of a customer about a complaint.
 *
 * @param token of the personal link; it stands in the mail that goes out and nowhere else
 * @param answers message id of the mail it answers
 * @param root message id under which programs show the conversation
 * @param problem what the last try to send it met
 */
public record CaseMail(UUID id, ComplaintId complaint, String complaintNumber, Kind kind, String address, String name,
        String language, String subject, String body, @Nullable String token, @Nullable String answers, String root,
        State state, int tries, @Nullable String problem, Instant createdAt, @Nullable Instant sentAt) {

    /** Why it is written. */
    public enum Kind implements MessageSourceResolvable {

        RECEIVED, MESSAGE, LINK, SCORE,
        /** Lets a party in. */
        INVITED,
        /** Brings a party what was shared with it. */
        SHARED;

        /** Whether it goes to a party and not to who complained. */
        public boolean isToParty() {
            return this == INVITED || this == SHARED;
        }

        @Override
        public String[] getCodes() {
            return new String[] { "CaseMailKind." + name() };
        }

    }

    /** What became of it. */
    public enum State implements MessageSourceResolvable {

        WAITING, SENT, SHOWN, BOUNCED, FAILED, CANCELLED;

        @Override
        public String[] getCodes() {
            return new String[] { "CaseMailState." + name() };
        }

    }

    /** The id by which mail programs know it, the same however often it is sent. */
    public String messageId() {
        return id + "@cesm";
    }

    /**
     * The text as the person reads it.
     * @param link address of the page of their complaint
     */
    public String text(String link) {
        return body.replace(CaseMailTexts.LINK, link);
    }

}
