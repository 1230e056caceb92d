package io.cesm.domain.topissue;

import java.util.UUID;

/**
 * A mail about a TOP issue to one person.
 *
 * @param token of the link it carries; it stands in the mail that goes out and nowhere
 * else
 */
public record IssueMail(UUID id, String address, String name, String language, String subject, String body,
        String token, int tries) {

    /** The text as the person reads it. */
    public String text(String link) {
        return body.replace(WritingIssueMails.LINK, link);
    }

}
