package io.cesm.satisfaction.fielding;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Texts;

/**
 * What a mail says in one language. Names in double braces are filled in; there is no
 * logic.
 */
public record MailText(String subject, String body) {

    static MailText judged(MailText it, String language) {
        var subject = Texts.required(it.subject, 200, "subject." + language);
        var body = Texts.required(it.body, 6000, "body." + language);
        if (subject.indexOf('\n') >= 0) {
            throw new FieldRefusal("subject." + language, "fielding.one_line");
        }
        MailPlaces.judge(subject, "subject." + language);
        MailPlaces.judge(body, "body." + language);
        if (!body.contains("{{link}}")) {
            throw new FieldRefusal("body." + language, "fielding.mail_without_link");
        }
        return new MailText(subject, body);
    }

}
