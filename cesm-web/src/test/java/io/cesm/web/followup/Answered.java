package io.cesm.web.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.time.CompanyTime;
import io.cesm.satisfaction.questionnaire.DefinitionJson;
import io.cesm.satisfaction.questionnaire.Templates;
import io.cesm.satisfaction.reading.ReadingAnswers;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A survey after service in the field, and answers to it as the intake stores them. */
public final class Answered {

    private final ApplicationContext context;

    private final JdbcClient jdbc;

    private final UUID version = Uuid7.next();

    private final UUID survey = Uuid7.next();

    /**
     * Puts a survey into the field.
     * @param anonymity NAMED, CONFIDENTIAL or ANONYMOUS
     */
    public Answered(ApplicationContext context, String anonymity, @Nullable StaffId owner) {
        this.context = context;
        this.jdbc = context.getBean(JdbcClient.class);
        var definition = context.getBean(Templates.class).find("transactional").orElseThrow().definition();
        var questionnaire = Uuid7.next();
        jdbc.sql(
                """
                        insert into questionnaire (id, number, title, kind, anonymity, state, draft, changed, published,
                               created_at, changed_at, version)
                        values (?, ?, '{"zh": "服务回访"}', 'SERVICE', ?, 'PUBLISHED', cast(? as jsonb), false, 1, now(), now(), 0)""")
            .params(questionnaire, "QT-" + questionnaire, anonymity, DefinitionJson.text(definition))
            .update();
        jdbc.sql(
                """
                        insert into questionnaire_version (id, questionnaire_id, number, definition, anonymity, comparable, digest,
                               published_at)
                        values (?, ?, 1, cast(? as jsonb), ?, '{}', repeat('0', 64), now())""")
            .params(version, questionnaire, DefinitionJson.text(definition), anonymity)
            .update();
        jdbc.sql(
                """
                        insert into survey (id, number, title, origin, kind, questionnaire_id, version_id, anonymity, state, owner_id,
                               created_at, changed_at, version)
                        values (?, ?, '{"zh": "服务回访", "en": "After service"}', 'OWN', 'SERVICE', ?, ?, ?, 'FIELDED', ?, now(), now(), 0)""")
            .params(survey, "ST-" + survey, questionnaire, version, anonymity, owner == null ? null : owner.id())
            .update();
    }

    public UUID survey() {
        return survey;
    }

    /** Stores an answer of today. */
    public UUID by(@Nullable UUID customer, @Nullable UUID contact, String items, String words) {
        return by(customer, contact, items, words, CompanyTime.today(context.getBean(Clock.class)), "{}");
    }

    /** Stores an answer of any day. */
    public UUID by(@Nullable UUID customer, @Nullable UUID contact, String items, String words, LocalDate on,
            String segments) {
        var id = Uuid7.next();
        var anonymous = contact == null;
        jdbc.sql(
                """
                        insert into survey_response (id, answered_on, survey_id, version_id, complete, anonymous, channel, language,
                               customer_id, contact_id, answered_at, segments, items, words)
                        values (:id, :on, :survey, :version, true, :anonymous, 'LINK', 'zh', :customer, :contact, :at,
                                cast(:segments as jsonb), cast(:items as jsonb), cast(:words as jsonb))""")
            .param("id", id)
            .param("on", anonymous ? on.withDayOfMonth(1) : on)
            .param("survey", survey)
            .param("version", version)
            .param("anonymous", anonymous)
            .param("customer", customer)
            .param("contact", contact)
            .param("at", anonymous ? null : on.atTime(9, 0).atOffset(ZoneOffset.UTC))
            .param("segments", segments)
            .param("items", items)
            .param("words", words)
            .update();
        return id;
    }

    /** Has everything read that nobody has read yet; the program may be at it itself. */
    public void read() {
        var reading = context.getBean(ReadingAnswers.class);
        for (int i = 0; i < 200 && jdbc.sql("select count(*) from answer_unread where survey_id = ? and tries < 5")
            .param(survey)
            .query(Integer.class)
            .single() > 0; i++) {
            if (Acting.as(Actor.system("test"), () -> reading.read(100)) == 0) {
                LockSupport.parkNanos(50_000_000);
            }
        }
    }

}
