package io.cesm.domain.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What became of every row of every import. */
@Component
class ImportRows {

    private static final String INSERT = """
            insert into import_row (import_id, row_number, outcome, key, name, link, problems, alike)
            select :id, r.* from unnest(cast(:rows as bigint[]), cast(:outcomes as text[]), cast(:keys as text[]),
                   cast(:names as text[]), cast(:links as text[]), cast(:problems as jsonb[]), cast(:alikes as jsonb[])) as r""";

    private final JdbcClient jdbc;

    private final JsonMapper json;

    ImportRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Notes a batch of answers and moves the import on. */
    void add(ImportId id, List<RowAnswer> answers) {
        if (answers.isEmpty()) {
            return;
        }
        jdbc.sql(INSERT)
            .param("id", id.id())
            .param("rows", answers.stream().map(RowAnswer::row).toArray(Long[]::new))
            .param("outcomes", texts(answers, it -> it.outcome().name()))
            .param("keys", texts(answers, it -> cut(it.key(), 200)))
            .param("names", texts(answers, it -> cut(it.name(), 300)))
            .param("links", texts(answers, RowAnswer::link))
            .param("problems", texts(answers, it -> jsonOrNull(it.problems())))
            .param("alikes", texts(answers, it -> jsonOrNull(it.like())))
            .update();
        jdbc.sql("""
                update import_job set last_row = :last, rows_done = rows_done + :done, created = created + :created,
                       changed = changed + :changed, unchanged = unchanged + :unchanged, refused = refused + :refused,
                       alike = alike + :alike, left_out = left_out + :leftOut
                 where id = :id""")
            .param("id", id.id())
            .param("last", answers.getLast().row())
            .param("done", answers.size())
            .param("created", count(answers, Outcome.CREATED))
            .param("changed", count(answers, Outcome.CHANGED))
            .param("unchanged", count(answers, Outcome.UNCHANGED))
            .param("refused", count(answers, Outcome.REFUSED))
            .param("alike", answers.stream().filter(it -> !it.like().isEmpty()).count())
            .param("leftOut",
                    answers.stream().filter(it -> it.outcome() != Outcome.REFUSED && !it.problems().isEmpty()).count())
            .update();
    }

    private static @Nullable String[] texts(List<RowAnswer> answers, Function<RowAnswer, @Nullable String> what) {
        var texts = new @Nullable String[answers.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = what.apply(answers.get(i));
        }
        return texts;
    }

    private static long count(List<RowAnswer> answers, Outcome outcome) {
        return answers.stream().filter(it -> it.outcome() == outcome).count();
    }

    private @Nullable String jsonOrNull(List<?> values) {
        return values.isEmpty() ? null : json.writeValueAsString(values).replace("\\u0000", "");
    }

    private static @Nullable String cut(@Nullable String text, int length) {
        var clean = text == null ? null : text.replace("\0", "");
        return clean == null || clean.length() <= length ? clean : clean.substring(0, length - 1) + "…";
    }

    List<RowAnswer> after(ImportId id, RowFilter filter, long row, int size) {
        return jdbc
            .sql("select * from import_row where import_id = ? and row_number > ? and " + filter.sql()
                    + " order by row_number limit ?")
            .params(id.id(), row, size)
            .query(this::answer)
            .list();
    }

    private RowAnswer answer(ResultSet rs, int index) throws SQLException {
        var problems = rs.getString("problems");
        var alike = rs.getString("alike");
        return new RowAnswer(rs.getLong("row_number"), Outcome.valueOf(rs.getString("outcome")), rs.getString("key"),
                rs.getString("name"), rs.getString("link"),
                problems == null ? List.of() : json.readValue(problems, new TypeReference<List<RowProblem>>() {
                }), alike == null ? List.of() : json.readValue(alike, new TypeReference<List<String>>() {
                }));
    }

}
