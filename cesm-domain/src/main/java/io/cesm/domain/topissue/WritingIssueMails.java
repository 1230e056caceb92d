package io.cesm.domain.topissue;

import java.util.UUID;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.kernel.Uuid7;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes mails about TOP issues into the out-tray, to people we know at the address we
 * know. The place of the link stays open: the database does not learn a token.
 */
@Component
class WritingIssueMails {

    static final String LINK = "{{link}}";

    private final TopIssueDesk desk;

    private final JdbcClient jdbc;

    WritingIssueMails(TopIssueDesk desk, JdbcClient jdbc) {
        this.desk = desk;
        this.jdbc = jdbc;
    }

    private record Reach(String name, String language, String address) {
    }

    void write(UUID link, ContactId contact, String subject, String body) {
        var reach = reach(contact);
        if (reach == null) {
            throw new FieldRefusal("contact", "topissue.link.no_address");
        }
        var text = Texts.clean(body);
        jdbc.sql(
                """
                        insert into top_issue_mail (id, link_id, address, name, language, subject, body, state, not_before, created_at)
                        values (:id, :link, :address, :name, :language, :subject, :body, 'WAITING', :at, :at)""")
            .param("id", Uuid7.next())
            .param("link", link)
            .param("address", reach.address())
            .param("name", line(reach.name()))
            .param("language", reach.language())
            .param("subject", line(subject))
            .param("body", text.contains(LINK) ? text : text + "\n\n" + LINK)
            .param("at", desk.at())
            .update();
    }

    private @Nullable Reach reach(ContactId contact) {
        return jdbc.sql("""
                select k.name, coalesce(k.language, 'zh') as language, p.value
                  from contact k join contact_point p on p.contact_id = k.id and p.kind = 'EMAIL' and not p.former
                 where k.id = :id and k.active and k.merged_into is null
                 order by p.preferred desc, p.id limit 1""")
            .param("id", contact.id())
            .query((rs, i) -> new Reach(rs.getString("name"), "en".equals(rs.getString("language")) ? "en" : "zh",
                    rs.getString("value")))
            .optional()
            .orElse(null);
    }

    /** One line without what could begin another header. */
    private static String line(String text) {
        var line = text.replaceAll("[\\p{Cntrl}]+", " ").strip();
        return line.length() > 380 ? line.substring(0, 380) : line;
    }

}
