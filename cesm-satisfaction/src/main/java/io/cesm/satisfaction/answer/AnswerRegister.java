package io.cesm.satisfaction.answer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.customer.CustomerName;
import io.cesm.domain.kernel.Cursor;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.Slice;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.Actor;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.people.Scope;
import io.cesm.satisfaction.questionnaire.Anonymity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The answers to a survey, newest first, as far as whoever asks may see them: named ones
 * of the customers in their scope; names of confidential ones only for the office, who
 * else asks gets figures and neither names nor words; anonymous ones have no name.
 */
@Service
@Transactional(readOnly = true)
public class AnswerRegister {

    private final JdbcClient jdbc;

    private final AskedSurveys heads;

    private final CurrentActor current;

    private final JsonMapper json;

    AnswerRegister(JdbcClient jdbc, AskedSurveys heads, CurrentActor current, JsonMapper json) {
        this.jdbc = jdbc;
        this.heads = heads;
        this.current = current;
        this.json = json;
    }

    /** How somebody sees the answers of a survey. */
    private record Sight(Scope scope, boolean nobodys, boolean names) {

        static Sight of(SurveyHead survey, Actor actor) {
            boolean names = survey.anonymity() == Anonymity.NAMED || actor.may(Right.CONFIDENTIAL_READ);
            return new Sight(actor.scope(), actor.scope().everything() || actor.may(Right.SURVEY_EDIT), names);
        }

        String sql() {
            return "(" + scope.sql("r.customer_id") + (nobodys ? " or r.customer_id is null)" : ")");
        }

    }

    /** One page of the answers to a survey. */
    public Slice<AnswerRow> slice(UUID survey, @Nullable String cursor, int size) {
        var head = heads.require(survey);
        var sight = Sight.of(head, current.actor());
        requireEnough(head, sight);
        var place = Cursor.parse(cursor, 2);
        Map<String, Object> params = new HashMap<>(sight.scope().params());
        params.put("survey", survey);
        params.put("limit", size + 1);
        var after = "";
        if (place != null) {
            after = " and (r.answered_on, r.id) < (:afterDay, :afterId)";
            params.put("afterDay", place.date(0));
            params.put("afterId", place.uuid(1));
        }
        var rows = jdbc
            .sql("""
                    select r.id, r.answered_on, r.answered_at, r.complete, r.anonymous, r.channel, r.language, r.customer_id,
                           %s as customer, r.contact_id, k.name as contact, r.segments, r.items, r.words,
                           exists (select from answer_left_out o where o.response_id = r.id) as left_out
                      from survey_response r
                      left join customer c on c.id = r.customer_id
                      left join contact k on k.id = r.contact_id
                     where r.survey_id = :survey and %s%s
                     order by r.answered_on desc, r.id desc limit :limit"""
                .formatted(CustomerName.sql("c"), sight.sql(), after))
            .params(params)
            .query((rs, i) -> row(rs, sight))
            .list();
        return Slice.forward(rows, size, it -> Cursor.after(it.answeredOn(), it.id()));
    }

    /** One answer. */
    public AnswerRow require(UUID survey, UUID response) {
        var head = heads.require(survey);
        var sight = Sight.of(head, current.actor());
        requireEnough(head, sight);
        return jdbc
            .sql("""
                    select r.id, r.answered_on, r.answered_at, r.complete, r.anonymous, r.channel, r.language, r.customer_id,
                           %s as customer, r.contact_id, k.name as contact, r.segments, r.items, r.words,
                           exists (select from answer_left_out o where o.response_id = r.id) as left_out
                      from survey_response r
                      left join customer c on c.id = r.customer_id
                      left join contact k on k.id = r.contact_id
                     where r.survey_id = :survey and r.id = :id and %s"""
                .formatted(CustomerName.sql("c"), sight.sql()))
            .params(sight.scope().params())
            .param("survey", survey)
            .param("id", response)
            .query((rs, i) -> row(rs, sight))
            .optional()
            .orElseThrow(UnknownThing::new);
    }

    /** Without names, a handful of answers would still be the names. */
    private void requireEnough(SurveyHead survey, Sight sight) {
        if (!sight.names() && survey.anonymity() == Anonymity.CONFIDENTIAL
                && jdbc.sql("select count(*) from survey_response r where r.survey_id = :survey and " + sight.sql())
                    .params(sight.scope().params())
                    .param("survey", survey.id())
                    .query(Integer.class)
                    .single() < ReleasingAnswers.TOGETHER) {
            throw new Refusal("answer.too_few", ReleasingAnswers.TOGETHER);
        }
    }

    private AnswerRow row(ResultSet rs, Sight sight) throws SQLException {
        boolean names = sight.names() || rs.getBoolean("anonymous");
        var day = rs.getObject("answered_on", LocalDate.class);
        var at = rs.getObject("answered_at", OffsetDateTime.class);
        return new AnswerRow(rs.getObject("id", UUID.class), names ? day : day.withDayOfMonth(1),
                names && at != null ? at.toInstant() : null, rs.getBoolean("complete"), rs.getBoolean("anonymous"),
                names ? rs.getString("channel") : "—", names ? rs.getString("language") : null,
                names ? rs.getObject("customer_id", UUID.class) : null, names ? rs.getString("customer") : null,
                names ? rs.getObject("contact_id", UUID.class) : null, names ? rs.getString("contact") : null,
                names ? tree(rs, "segments") : json.createObjectNode(), tree(rs, "items"),
                names ? tree(rs, "words") : json.createObjectNode(), rs.getBoolean("left_out"));
    }

    private JsonNode tree(ResultSet rs, String column) throws SQLException {
        return json.readTree(rs.getString(column));
    }

}
