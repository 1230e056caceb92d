package io.cesm.satisfaction.analysis;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

import io.cesm.domain.kernel.Uuid7;
import io.cesm.satisfaction.questionnaire.DefinitionJson;
import io.cesm.satisfaction.questionnaire.Templates;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A survey in the field of a test, answered by SQL. */
final class Asked {

    private final JdbcClient jdbc;

    final UUID questionnaire = Uuid7.next();

    private Asked(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A published questionnaire. */
    static Asked publish(JdbcClient jdbc, String definition, String anonymity) {
        var asked = new Asked(jdbc);
        jdbc.sql("""
                insert into questionnaire (id, number, title, kind, anonymity, state, draft, changed, published,
                    created_at, changed_at, version)
                values (:id, :number, '{"zh":"满意度","en":"Satisfaction"}', 'COMPETITIVENESS', :anonymity, 'PUBLISHED',
                    cast(:draft as jsonb), false, 1, now(), now(), 0)
                """)
            .param("id", asked.questionnaire)
            .param("number", "Q-" + asked.questionnaire)
            .param("anonymity", anonymity)
            .param("draft", definition)
            .update();
        jdbc.sql("""
                insert into questionnaire_version (id, questionnaire_id, number, definition, anonymity, comparable,
                    digest, published_at)
                values (:id, :id, 1, cast(:draft as jsonb), :anonymity, '{}', repeat('0', 64), now())
                """).param("id", asked.questionnaire).param("anonymity", anonymity).param("draft", definition).update();
        return asked;
    }

    static Asked template(JdbcClient jdbc, Templates templates, String name, String anonymity) {
        return publish(jdbc, DefinitionJson.tree(templates.find(name).orElseThrow().definition()).toString(),
                anonymity);
    }

    /** A questionnaire of one page with these questions, as JSON. */
    static Asked questions(JdbcClient jdbc, String anonymity, String... questions) {
        return publish(jdbc, """
                {"languages":["en"],"title":{"en":"x"},"intro":{},"thanks":{},"pages":[{"id":"p1","blocks":[{"id":"b1",
                "questions":[%s]}]}]}""".formatted(String.join(",", questions)), anonymity);
    }

    static String scale(String id, String type, int min, int max, String more) {
        return "{\"id\":\"%s\",\"type\":\"%s\",\"text\":{\"en\":\"%s?\"},\"scale\":{\"min\":%d,\"max\":%d}%s}"
            .formatted(id, type, id, min, max, more);
    }

    UUID field(String wave, LocalDate from, String anonymity) {
        var id = Uuid7.next();
        jdbc.sql("""
                insert into survey (id, number, title, origin, kind, questionnaire_id, version_id, anonymity, state,
                    wave, opens_on, created_at, changed_at, version)
                values (:id, :number, '{"zh":"满意度","en":"Satisfaction"}', 'OWN', 'COMPETITIVENESS', :q, :q, :anonymity,
                    'FIELDED', :wave, :from, now(), now(), 0)
                """)
            .param("id", id)
            .param("number", "S-" + id)
            .param("q", questionnaire)
            .param("anonymity", anonymity)
            .param("wave", wave)
            .param("from", from)
            .update();
        return id;
    }

    void answer(UUID survey, LocalDate on, String segments, String items) {
        answer(survey, on, null, "1", segments, items);
    }

    void answer(UUID survey, LocalDate on, @org.jspecify.annotations.Nullable UUID customer, String weight,
            String segments, String items) {
        var id = Uuid7.next();
        jdbc.sql("""
                insert into survey_response (id, answered_on, survey_id, version_id, complete, anonymous, channel,
                    language, customer_id, weight, segments, items)
                values (:id, :on, :survey, :version, true, false, 'LINK', 'en', :customer, :weight,
                    cast(:segments as jsonb), cast(:items as jsonb))
                """)
            .param("id", id)
            .param("on", on)
            .param("survey", survey)
            .param("version", questionnaire)
            .param("customer", customer, java.sql.Types.OTHER)
            .param("weight", new BigDecimal(weight))
            .param("segments", segments)
            .param("items", items)
            .update();
        jdbc.sql("insert into survey_pending (survey_id, answered_on, response_id) values (?, ?, ?)")
            .params(survey, on, id)
            .update();
    }

    /** The same answer many times. */
    void answers(UUID survey, LocalDate on, int times, String segments, String items) {
        for (int i = 0; i < times; i++) {
            answer(survey, on, segments, items);
        }
    }

}
