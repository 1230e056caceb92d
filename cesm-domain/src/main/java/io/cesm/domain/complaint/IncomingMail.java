package io.cesm.domain.complaint;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A mail as it came, taken apart: text only, whatever it was written in.
 *
 * @param messageId as its sender's server named it, without brackets; null if it has none
 * @param references message ids it says it answers, the nearest last
 * @param words what its writer wrote
 * @param quoted what stood below: the mails before
 * @param bounced message id of our mail that came back, if it says so
 */
public record IncomingMail(String mailbox, @Nullable String messageId, List<String> references, String from,
        @Nullable String fromName, String subject, String words, @Nullable String quoted, @Nullable Instant sentAt,
        Nature nature, @Nullable String bounced, List<Attachment> files) {

    /** Who wrote it. */
    public enum Nature {

        PERSON,
        /** A program: an absence note, a list, a newsletter. */
        AUTOMATIC,
        /** A mail server that could not deliver ours. */
        BOUNCE,
        /** We ourselves. */
        OWN,
        /** Nobody can tell: it could not be read. */
        UNREADABLE

    }

}
