package io.cesm.satisfaction.fielding;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.cesm.domain.kernel.Cursor;
import io.cesm.domain.kernel.Slice;
import io.cesm.domain.people.CurrentActor;
import io.cesm.satisfaction.questionnaire.Anonymity;
import io.cesm.satisfaction.questionnaire.SurveyKind;
import io.cesm.satisfaction.questionnaire.Words;

/**
 * The list of surveys, changed last first, in one statement. All staff see which surveys
 * there are; how many were asked is counted among the reader's customers.
 */
@Component
@Transactional(readOnly = true)
public class SurveyRegister {

    private final JdbcClient jdbc;

    private final CurrentActor current;

    SurveyRegister(JdbcClient jdbc, CurrentActor current) {
        this.jdbc = jdbc;
        this.current = current;
    }

    public Slice<SurveyRow> slice(SurveyFilter filter, int size, @Nullable String cursor) {
        var scope = current.actor().scope();
        Map<String, Object> params = new HashMap<>(scope.params());
        var where = where(filter, params);
        var from = Cursor.parse(cursor, 2);
        if (from != null) {
            where += " and (s.changed_at, s.id) < (:at, :after)";
            params.put("at", requireNonNull(from.instant(0)).atOffset(ZoneOffset.UTC));
            params.put("after", requireNonNull(from.uuid(1)));
        }
        params.put("limit", size + 1);
        var rows = jdbc.sql("""
                select s.id, s.number, s.title, s.origin, s.kind, s.state, s.anonymity, s.wave, s.opens_on, s.closes_on,
                       s.changed_at, o.name as owner, q.number as questionnaire, v.number as asked_version, n.asked,
                       case when s.origin = 'OWN' then n.answered else coalesce(f.counted, 0) end as answered
                  from (select * from survey s where %s order by s.changed_at desc, s.id desc limit :limit) s
                  join questionnaire q on q.id = s.questionnaire_id
                  join questionnaire_version v on v.id = s.version_id
                  left join staff o on o.id = s.owner_id
                  left join survey_figure_state f on f.survey_id = s.id
                  cross join lateral (
                      select count(*) filter (where i.state not in ('QUEUED', 'WITHDRAWN')) as asked,
                             count(*) filter (where i.state = 'ANSWERED') as answered
                        from survey_invitation i where i.survey_id = s.id and %s) n
                 order by s.changed_at desc, s.id desc""".formatted(where, scope.sql("i.customer_id")))
            .params(params)
            .query(SurveyRegister::row)
            .list();
        return Slice.forward(rows, size, it -> Cursor.after(it.changedAt(), it.id().id()));
    }

    /** How many there are, counted up to a limit. */
    public int count(SurveyFilter filter, int upTo) {
        Map<String, Object> params = new HashMap<>();
        var where = where(filter, params);
        return jdbc.sql("select count(*) from (select 1 from survey s where " + where + " limit " + upTo + ") n")
            .params(params)
            .query(Integer.class)
            .single();
    }

    private static String where(SurveyFilter filter, Map<String, Object> params) {
        var where = new ArrayList<String>(List.of("true"));
        var words = filter.q();
        if (words != null && !words.isBlank()) {
            where.add("(s.title::text ilike :q or s.number ilike :q or s.wave ilike :q)");
            params.put("q", "%" + words.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
        }
        equal("kind", filter.kind(), where, params);
        equal("state", filter.state(), where, params);
        equal("origin", filter.origin(), where, params);
        var owner = filter.owner();
        if (owner != null) {
            where.add("s.owner_id = :owner");
            params.put("owner", owner.id());
        }
        var questionnaire = filter.questionnaire();
        if (questionnaire != null) {
            where.add("s.questionnaire_id = :questionnaire");
            params.put("questionnaire", questionnaire.id());
        }
        return String.join(" and ", where);
    }

    private static void equal(String column, @Nullable Enum<?> value, List<String> where, Map<String, Object> params) {
        if (value != null) {
            where.add("s." + column + " = :" + column);
            params.put(column, value.name());
        }
    }

    private static SurveyRow row(ResultSet rs, int i) throws SQLException {
        return new SurveyRow(new SurveyId(rs.getObject("id", UUID.class)), rs.getString("number"),
                new Words(SettingsJson.strings(rs.getString("title"))), SurveyOrigin.valueOf(rs.getString("origin")),
                SurveyKind.valueOf(rs.getString("kind")), SurveyState.valueOf(rs.getString("state")),
                Anonymity.valueOf(rs.getString("anonymity")), rs.getString("wave"),
                rs.getObject("opens_on", LocalDate.class), rs.getObject("closes_on", LocalDate.class),
                rs.getString("owner"), rs.getString("questionnaire"), rs.getInt("asked_version"), rs.getLong("asked"),
                rs.getLong("answered"), rs.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

}
