package io.cesm.domain.complaint;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.complaint.CaseMail.Kind;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.Actor;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.time.CompanyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes mails about complaints into the out-tray, each once by its key, to people we
 * know at the address we know. A conversation keeps together: each mail answers the last
 * one that came.
 */
@Component
class WritingCaseMails {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final CaseLinks links;

    private final CaseSettings settings;

    private final CurrentActor current;

    private final Clock clock;

    private final JdbcClient jdbc;

    private final String company;

    WritingCaseMails(CaseLinks links, CaseSettings settings, CurrentActor current, Clock clock, JdbcClient jdbc,
            @Value("${cesm.mail.from-name:CESM}") String company) {
        this.links = links;
        this.settings = settings;
        this.current = current;
        this.clock = clock;
        this.jdbc = jdbc;
        this.company = company;
    }

    /** Where mail reaches a person. */
    private record Reach(String name, String language, String address) {
    }

    /**
     * Says that a complaint has arrived. It carries no words of whoever filed it unless
     * that was one of us, so that nobody can make us send theirs.
     */
    void received(Complaint it) {
        var actor = current.actor();
        var reach = reach(it.contact());
        if (!settings.acknowledge() || reach == null || actor.channel().equals("import") || isTooMany(it.contact())) {
            return;
        }
        Map<String, @Nullable String> known = new HashMap<>();
        known.put("subject", actor.kind() == Actor.Kind.STAFF ? it.subject() : null);
        write(it, it.contact(), reach, Kind.RECEIVED, null, known, "received/" + it.id());
    }

    /** Sends what one of us said to the customer. */
    void message(Complaint it, ContactId whom, UUID message, String words) {
        var reach = reach(whom);
        if (reach == null) {
            throw new FieldRefusal("channel", "case.no_address", name(whom));
        }
        if (isTooMany(whom)) {
            throw new FieldRefusal("channel", "case.too_many_mails", settings.mailsADay());
        }
        Map<String, @Nullable String> known = new HashMap<>();
        known.put("words", words);
        known.put("title", it.subject());
        known.put("sender", current.actor().staff() == null ? "" : current.actor().name());
        write(it, whom, reach, Kind.MESSAGE, message, known, "message/" + message + "/" + whom);
    }

    /** Sends a person their link; false if no mail reaches them. */
    boolean link(Complaint it, ContactId whom, UUID link) {
        var reach = reach(whom);
        if (reach == null || isTooMany(whom)) {
            return false;
        }
        write(it, whom, reach, Kind.LINK, null, new HashMap<>(), "link/" + link + "/" + clock.instant().toEpochMilli());
        return true;
    }

    /** Asks how we handled it; false if no mail reaches them. */
    boolean score(Complaint it, String key) {
        var reach = reach(it.contact());
        if (reach == null || isTooMany(it.contact())) {
            return false;
        }
        Map<String, @Nullable String> known = new HashMap<>();
        known.put("subject", it.subject());
        write(it, it.contact(), reach, Kind.SCORE, null, known, key);
        return true;
    }

    private void write(Complaint it, ContactId whom, Reach reach, Kind kind, @Nullable UUID message,
            Map<String, @Nullable String> known, String key) {
        known.put("number", it.number());
        known.put("contact", reach.name());
        known.put("company", company);
        known.put("owner", owner(it, reach.language()));
        known.put("due", due(it, reach.language()));
        var text = CaseMailTexts.fill(kind, reach.language(), known);
        jdbc.sql(
                """
                        insert into complaint_mail (id, key, complaint_id, message_id, link_id, contact_id, kind, address, name, language,
                                                    subject, body, answers, state, not_before, created_at)
                        values (:id, :key, :complaint, :message, :link, :contact, :kind, :address, :name, :language, :subject, :body,
                                :answers, 'WAITING', :now, :now)
                        on conflict (key) do nothing""")
            .param("id", Uuid7.at(clock.instant().toEpochMilli()))
            .param("key", key)
            .param("complaint", it.id().id())
            .param("message", message)
            .param("link", links.of(it, whom))
            .param("contact", whom.id())
            .param("kind", kind.name())
            .param("address", reach.address())
            .param("name", CaseMailTexts.line(reach.name()))
            .param("language", reach.language())
            .param("subject", text.subject())
            .param("body", body(text.body()))
            .param("answers", lastReceived(it))
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update();
    }

    static String body(String text) {
        var body = Texts.clean(text.replaceAll("\n[ \t]*\n(\\s*\n)+", "\n\n"));
        return body.length() > 8000 ? body.substring(0, 8000) : body;
    }

    private @Nullable String lastReceived(Complaint it) {
        return jdbc
            .sql("select key from incoming_mail where complaint_id = :id and key not like 'digest:%'"
                    + " order by received_at desc limit 1")
            .param("id", it.id().id())
            .query((rs, i) -> requireNonNull(rs.getString(1)))
            .optional()
            .orElse(null);
    }

    private String owner(Complaint it, String language) {
        var owner = it.owner();
        var name = owner == null ? null
                : jdbc.sql("select name from staff where id = :id")
                    .param("id", owner.id())
                    .query((rs, i) -> requireNonNull(rs.getString(1)))
                    .single();
        return CaseMailTexts.sentence(name == null ? "nobody" : "owner", language, name);
    }

    private String due(Complaint it, String language) {
        Instant due = jdbc.sql("select due_at from complaint where id = :id and due_at is not null")
            .param("id", it.id().id())
            .query((rs, i) -> requireNonNull(rs.getObject(1, OffsetDateTime.class)).toInstant())
            .optional()
            .orElse(null);
        return CaseMailTexts.sentence(due == null ? "undue" : "due", language,
                due == null ? null : MINUTE.format(due.atZone(CompanyTime.ZONE)));
    }

    private @Nullable Reach reach(ContactId contact) {
        return jdbc.sql("""
                select k.name, coalesce(k.language, 'zh') as language, p.value
                  from contact k join contact_point p on p.contact_id = k.id and p.kind = 'EMAIL' and not p.former
                 where k.id = :id and k.active and k.merged_into is null
                 order by p.preferred desc, p.id limit 1""")
            .param("id", contact.id())
            .query((rs, i) -> new Reach(rs.getString("name"), rs.getString("language"), rs.getString("value")))
            .optional()
            .orElse(null);
    }

    private String name(ContactId contact) {
        return jdbc.sql("select name from contact where id = :id")
            .param("id", contact.id())
            .query((rs, i) -> requireNonNull(rs.getString(1)))
            .single();
    }

    /** Nobody gets a flood of mails through us. */
    private boolean isTooMany(ContactId contact) {
        var now = clock.instant();
        return jdbc
            .sql("select count(*) from complaint_mail where contact_id = :contact and created_at > :since"
                    + " and created_at <= :now")
            .param("contact", contact.id())
            .param("since", now.minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC))
            .param("now", now.atOffset(ZoneOffset.UTC))
            .query((rs, i) -> rs.getInt(1))
            .single() >= settings.mailsADay();
    }

}
