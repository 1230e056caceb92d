package io.cesm.domain.complaint;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.complaint.CaseMail.Kind;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes mails to parties into the out-tray. They carry the topic the party was told and
 * never the customer's own title.
 */
@Component
class WritingPartyMails {

    private final CaseSettings settings;

    private final CurrentActor current;

    private final Clock clock;

    private final JdbcClient jdbc;

    private final String company;

    WritingPartyMails(CaseSettings settings, CurrentActor current, Clock clock, JdbcClient jdbc,
            @Value("${cesm.mail.from-name:CESM}") String company) {
        this.settings = settings;
        this.current = current;
        this.clock = clock;
        this.jdbc = jdbc;
        this.company = company;
    }

    private record Reach(String name, String language, String address, String topic) {
    }

    void invited(Complaint it, UUID party) {
        write(it, party, Kind.INVITED, null, null, "party/" + party);
    }

    void shared(Complaint it, UUID party, UUID message, String words) {
        write(it, party, Kind.SHARED, message, words, "shared/" + message + "/" + party);
    }

    private void write(Complaint it, UUID party, Kind kind, @Nullable UUID message, @Nullable String words,
            String key) {
        var reach = reach(party);
        checkCrowd(reach.address());
        Map<String, @Nullable String> known = new HashMap<>();
        known.put("number", it.number());
        known.put("contact", reach.name());
        known.put("company", company);
        known.put("title", reach.topic());
        known.put("words", words);
        known.put("sender", current.actor().name());
        var text = CaseMailTexts.fill(kind, reach.language(), known);
        jdbc.sql("""
                insert into complaint_mail (id, key, complaint_id, message_id, party_id, kind, address, name, language,
                                            subject, body, state, not_before, created_at)
                values (:id, :key, :complaint, :message, :party, :kind, :address, :name, :language, :subject, :body,
                        'WAITING', :now, :now)
                on conflict (key) do nothing""")
            .param("id", Uuid7.at(clock.instant().toEpochMilli()))
            .param("key", key)
            .param("complaint", it.id().id())
            .param("message", message)
            .param("party", party)
            .param("kind", kind.name())
            .param("address", reach.address())
            .param("name", CaseMailTexts.line(reach.name()))
            .param("language", reach.language())
            .param("subject", text.subject())
            .param("body", WritingCaseMails.body(text.body()))
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update();
    }

    private Reach reach(UUID party) {
        return jdbc.sql("select name, language, address, topic from complaint_party where id = :id")
            .param("id", party)
            .query((rs, i) -> new Reach(rs.getString(1), rs.getString(2), rs.getString(3),
                    requireNonNull(rs.getString(4))))
            .single();
    }

    /** Nobody gets a flood of mails through us, whatever complaints they are party of. */
    private void checkCrowd(String address) {
        var now = clock.instant();
        int lately = jdbc.sql("""
                select count(*) from complaint_mail m join complaint_party p on p.id = m.party_id
                 where p.address = :address and m.created_at > :since""")
            .param("address", address)
            .param("since", now.minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC))
            .query((rs, i) -> rs.getInt(1))
            .single();
        if (lately >= settings.mailsADay()) {
            throw new FieldRefusal("parties", "case.too_many_mails", settings.mailsADay());
        }
    }

}
