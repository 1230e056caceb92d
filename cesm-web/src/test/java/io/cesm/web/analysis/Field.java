package io.cesm.web.analysis;

import java.time.LocalDate;
import java.util.UUID;

import io.cesm.domain.kernel.Uuid7;
import io.cesm.satisfaction.questionnaire.DefinitionJson;
import io.cesm.satisfaction.questionnaire.Templates;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Surveys in the field of a test, answered by SQL and counted by the job. */
final class Field {

    private final JdbcClient jdbc;

    private final UUID questionnaire = Uuid7.next();

    private Field(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static Field of(JdbcClient jdbc, Templates templates, String template) {
        var field = new Field(jdbc);
        var definition = DefinitionJson.tree(templates.find(template).orElseThrow().definition()).toString();
        jdbc.sql("""
                insert into questionnaire (id, number, title, kind, anonymity, state, draft, changed, published,
                    created_at, changed_at, version)
                values (:id, :number, '{"zh":"客户满意度","en":"Satisfaction"}', 'COMPETITIVENESS', 'NAMED', 'PUBLISHED',
                    cast(:draft as jsonb), false, 1, now(), now(), 0)
                """)
            .param("id", field.questionnaire)
            .param("number", "Q-" + field.questionnaire)
            .param("draft", definition)
            .update();
        jdbc.sql("""
                insert into questionnaire_version (id, questionnaire_id, number, definition, anonymity, comparable,
                    digest, published_at)
                values (:id, :id, 1, cast(:draft as jsonb), 'NAMED', '{}', repeat('0', 64), now())
                """).param("id", field.questionnaire).param("draft", definition).update();
        return field;
    }

    UUID survey(String wave, LocalDate from, String anonymity) {
        var id = Uuid7.next();
        jdbc.sql(
                """
                        insert into survey (id, number, title, origin, kind, questionnaire_id, version_id, anonymity, state,
                            wave, opens_on, created_at, changed_at, version)
                        values (:id, :number, '{"zh":"客户满意度","en":"Satisfaction"}', 'OWN', 'COMPETITIVENESS', :q, :q, :anonymity,
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

    void answer(UUID survey, LocalDate on, @Nullable UUID customer, String segments, String items) {
        var id = Uuid7.next();
        jdbc.sql("""
                insert into survey_response (id, answered_on, survey_id, version_id, complete, anonymous, channel,
                    language, customer_id, segments, items)
                values (:id, :on, :survey, :version, true, false, 'LINK', 'zh', :customer, cast(:segments as jsonb),
                    cast(:items as jsonb))
                """)
            .param("id", id)
            .param("on", on)
            .param("survey", survey)
            .param("version", questionnaire)
            .param("customer", customer, java.sql.Types.OTHER)
            .param("segments", segments)
            .param("items", items)
            .update();
        jdbc.sql("insert into survey_pending (survey_id, answered_on, response_id) values (?, ?, ?)")
            .params(survey, on, id)
            .update();
    }

    /** Waits until the job has counted everything. */
    void counted(UUID survey) throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            long waiting = jdbc.sql("select count(*) from survey_pending where survey_id = ?")
                .param(survey)
                .query(Long.class)
                .single();
            if (waiting == 0) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("Answers wait for more than a minute to be counted");
    }

}
