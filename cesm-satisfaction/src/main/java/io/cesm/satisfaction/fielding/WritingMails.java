package io.cesm.satisfaction.fielding;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.time.CompanyTime;

/**
 * Writes mails into the out-tray, each once by its key. The places of the links stay
 * open: the database does not learn a token.
 */
@Component
class WritingMails {

    private final JdbcClient jdbc;

    private final Clock clock;

    WritingMails(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void write(SendingInvitations.Due it, String address, boolean reminder, String key) {
        var text = reminder ? MailTexts.reminder(it.settings(), it.language())
                : MailTexts.invitation(it.settings(), it.language());
        var known = known(it);
        jdbc.sql(
                """
                        insert into survey_mail (id, key, survey_id, invitation_id, kind, address, name, language, subject, body, state,
                                                 not_before, created_at)
                        values (:id, :key, :survey, :invitation, :kind, :address, :name, :language, :subject, :body, 'WAITING',
                                :now, :now)
                        on conflict (key) do nothing""")
            .param("id", Uuid7.next())
            .param("key", key)
            .param("survey", it.survey())
            .param("invitation", it.id())
            .param("kind", reminder ? "REMINDER" : "INVITATION")
            .param("address", address)
            .param("name", line(it.name(), 120))
            .param("language", it.language())
            .param("subject", line(MailPlaces.fill(text.subject(), known), 400))
            .param("body", body(MailPlaces.fill(text.body(), known)))
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update();
    }

    private Map<String, String> known(SendingInvitations.Due it) {
        Map<String, String> known = new HashMap<>();
        known.put("contact", it.name());
        known.put("customer", it.customer());
        known.put("survey", it.title().in(it.language(), List.of("en", "zh")));
        known.put("sender", signature(it));
        known.put("case", it.about().getOrDefault("case", ""));
        known.put("closes", last(it).toString());
        known.put("link", "{{link}}");
        known.put("stop", "{{stop}}");
        return known;
    }

    /** A customer knows the company; the person alone may be a stranger to them. */
    private static String signature(SendingInvitations.Due it) {
        if (it.sender() == null || it.company() == null) {
            return Objects.requireNonNullElse(it.sender() == null ? it.company() : it.sender(), "");
        }
        return it.language().equals("zh") ? it.company() + " " + it.sender() : it.sender() + ", " + it.company();
    }

    /** The last day on which the link works. */
    private LocalDate last(SendingInvitations.Due it) {
        var expires = it.expires() == null ? clock.instant().plus(java.time.Duration.ofDays(it.settings().linkDays()))
                : it.expires();
        var day = CompanyTime.dayOf(expires);
        return day.isBefore(it.closes()) ? day : it.closes();
    }

    /** One line without what could begin another header. */
    private static String line(String text, int most) {
        var line = text.replaceAll("[\\p{Cntrl}]+", " ").strip();
        return line.length() > most ? line.substring(0, most) : line;
    }

    private static String body(String text) {
        var body = text.replaceAll("\n[ \t]*\n(\\s*\n)+", "\n\n").strip();
        return body.length() > 8000 ? body.substring(0, 8000) : body;
    }

}
