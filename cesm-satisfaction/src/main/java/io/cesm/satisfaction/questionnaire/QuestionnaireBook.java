package io.cesm.satisfaction.questionnaire;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
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
import io.cesm.domain.kernel.UnknownThing;

/** Reads questionnaires; they hold no data of customers, so all staff may. */
@Component
@Transactional(readOnly = true)
public class QuestionnaireBook {

    private final JdbcClient jdbc;

    QuestionnaireBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public QuestionnaireDetails require(QuestionnaireId id) {
        return jdbc.sql("""
                select id, version, number, kind, anonymity, purpose, state, changed, published, changed_at, draft
                  from questionnaire where id = :id""")
            .param("id", id.id())
            .query((rs, i) -> new QuestionnaireDetails(id, rs.getLong("version"), rs.getString("number"),
                    new Profile(SurveyKind.valueOf(rs.getString("kind")), Anonymity.valueOf(rs.getString("anonymity")),
                            rs.getString("purpose")),
                    QuestionnaireState.valueOf(rs.getString("state")), rs.getBoolean("changed"), rs.getInt("published"),
                    rs.getObject("changed_at", OffsetDateTime.class).toInstant(),
                    DefinitionJson.read(rs.getString("draft"))))
            .optional()
            .orElseThrow(UnknownThing::new);
    }

    /** Questionnaires, changed last first. */
    public Slice<QuestionnaireRow> slice(QuestionnaireFilter filter, int size, @Nullable String cursor) {
        var where = new ArrayList<String>(List.of("true"));
        Map<String, Object> params = new HashMap<>();
        var words = filter.q();
        if (words != null && !words.isBlank()) {
            where.add("(title::text ilike :q or number ilike :q)");
            params.put("q", "%" + words.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
        }
        var kind = filter.kind();
        if (kind != null) {
            where.add("kind = :kind");
            params.put("kind", kind.name());
        }
        var state = filter.state();
        if (state != null) {
            where.add("state = :state");
            params.put("state", state.name());
        }
        var from = Cursor.parse(cursor, 2);
        if (from != null) {
            where.add("(changed_at, id) < (:at, :after)");
            params.put("at", requireNonNull(from.instant(0)).atOffset(ZoneOffset.UTC));
            params.put("after", requireNonNull(from.uuid(1)));
        }
        params.put("limit", size + 1);
        var rows = jdbc.sql("""
                select id, number, title, kind, anonymity, state, changed, published, changed_at,
                       draft -> 'languages' as languages,
                       jsonb_array_length(jsonb_path_query_array(draft, '$.pages[*].blocks[*].questions[*]')) as asked
                  from questionnaire
                 where %s
                 order by changed_at desc, id desc
                 limit :limit""".formatted(String.join(" and ", where)))
            .params(params)
            .query(QuestionnaireBook::row)
            .list();
        return Slice.forward(rows, size, row -> Cursor.after(row.changedAt(), row.id().id()));
    }

    private static QuestionnaireRow row(ResultSet rs, int i) throws SQLException {
        var languages = DefinitionJson.tree(rs.getString("languages")).values().stream().map(it -> it.asString());
        return new QuestionnaireRow(new QuestionnaireId(rs.getObject("id", UUID.class)), rs.getString("number"),
                DefinitionJson.words(rs.getString("title")), SurveyKind.valueOf(rs.getString("kind")),
                Anonymity.valueOf(rs.getString("anonymity")), QuestionnaireState.valueOf(rs.getString("state")),
                rs.getBoolean("changed"), rs.getInt("published"), languages.toList(), rs.getInt("asked"),
                rs.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

}
