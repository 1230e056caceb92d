package io.cesm.satisfaction.analysis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.kernel.Cursor;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.Slice;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.satisfaction.questionnaire.Anonymity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Single answers behind a figure: those of the customers the reader looks after. Of
 * anonymous surveys nobody reads them, of confidential ones only those who may.
 */
@Service
@Transactional(readOnly = true)
public class AnswersBehind {

    private static final String FROM = """
            select r.id, r.answered_on, r.complete, r.channel, r.customer_id, c.name as customer_name,
                   c.name_en as customer_name_en, r.contact_id, k.name as contact_name, r.segments::text as segments, r.items::text as items,
                   exists (select from answer_left_out o where o.response_id = r.id) as left_out
              from survey_response r left join customer c on c.id = r.customer_id
              left join contact k on k.id = r.contact_id where\s""";

    private final JdbcClient jdbc;

    private final SurveyShelf surveys;

    private final CurrentActor current;

    AnswersBehind(JdbcClient jdbc, SurveyShelf surveys, CurrentActor current) {
        this.jdbc = jdbc;
        this.surveys = surveys;
        this.current = current;
    }

    /**
     * One answer.
     *
     * @param items what was answered, by key; several options are joined
     */
    public record Row(UUID id, LocalDate answeredOn, boolean complete, String channel, @Nullable UUID customer,
            @Nullable String customerName, @Nullable String customerNameEn, @Nullable UUID contact,
            @Nullable String contactName, Map<String, String> segments, Map<String, String> items, boolean leftOut) {
    }

    /**
     * The answers of a filter, the last first.
     * @param item only those who gave this item a value; null for all
     * @param value only those who gave this value
     * @throws Refusal {@code figures.raw_anonymous}, {@code figures.raw_confidential}
     */
    public Slice<Row> slice(UUID id, Filter filter, @Nullable String item, @Nullable String value,
            @Nullable String cursor, int size) {
        var actor = current.actor();
        actor.requireMay(Right.VIEW);
        var survey = surveys.require(id);
        requireOpen(survey.head());
        var place = Cursor.parse(cursor, 2);
        Map<String, Object> params = new LinkedHashMap<>(UncountedAnswers.params(id, filter));
        params.putAll(actor.scope().params());
        var sql = new StringBuilder(FROM).append(UncountedAnswers.where(filter))
            .append(" and ")
            .append(actor.scope().sql("r.customer_id"));
        if (item != null && !item.isBlank()) {
            sql.append(" and jsonb_exists(r.items, :item)");
            params.put("item", item);
        }
        if (item != null && value != null && !value.isBlank()) {
            sql.append(" and r.items ->> :item = :value");
            params.put("value", value);
        }
        if (place != null) {
            sql.append(" and (r.answered_on, r.id) < (:day, :last)");
            params.put("day", place.date(0));
            params.put("last", place.uuid(1));
        }
        params.put("limit", size + 1);
        var rows = jdbc.sql(sql.append(" order by r.answered_on desc, r.id desc limit :limit").toString())
            .params(params)
            .query(AnswersBehind::row)
            .list();
        return Slice.forward(rows, size, it -> Cursor.after(it.answeredOn(), it.id()));
    }

    /** One answer, counted or not. */
    public Row one(UUID id, UUID answer) {
        var actor = current.actor();
        actor.requireMay(Right.VIEW);
        requireOpen(surveys.require(id).head());
        return jdbc.sql(FROM + "r.survey_id = :survey and r.id = :answer and " + actor.scope().sql("r.customer_id"))
            .params(actor.scope().params())
            .param("survey", id)
            .param("answer", answer)
            .query(AnswersBehind::row)
            .optional()
            .orElseThrow(UnknownThing::new);
    }

    private static Row row(ResultSet row, int i) throws SQLException {
        return new Row(row.getObject("id", UUID.class), row.getObject("answered_on", LocalDate.class),
                row.getBoolean("complete"), row.getString("channel"), row.getObject("customer_id", UUID.class),
                row.getString("customer_name"), row.getString("customer_name_en"),
                row.getObject("contact_id", UUID.class), row.getString("contact_name"),
                values(row.getString("segments")), values(row.getString("items")), row.getBoolean("left_out"));
    }

    private void requireOpen(SurveyHead head) {
        if (head.anonymity() == Anonymity.ANONYMOUS) {
            throw new Refusal("figures.raw_anonymous");
        }
        if (head.anonymity() == Anonymity.CONFIDENTIAL && !current.actor().may(Right.CONFIDENTIAL_READ)) {
            throw new Refusal("figures.raw_confidential");
        }
    }

    private static Map<String, String> values(String json) {
        Map<String, String> values = new LinkedHashMap<>();
        AnswerReader.read(json, (key, value) -> {
            if (!value.isEmpty()) {
                values.merge(key, value, (one, more) -> one + ", " + more);
            }
        });
        return values;
    }

}
