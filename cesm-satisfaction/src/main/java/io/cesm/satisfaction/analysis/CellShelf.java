package io.cesm.satisfaction.analysis;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import io.cesm.satisfaction.figures.Figure;
import io.cesm.satisfaction.figures.FigureMethod;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the counts. */
@Component
class CellShelf {

    private static final String MARKS = "(c.value ~ '^-?[0-9]+$' or c.value like '%:%')";

    /** From {@code score}: item, customer_id, total and n of each customer. */
    static final String SCORES = """
            select item, count(*) as n, count(*) filter (where total >= 9 * n) as promoters,
                   count(*) filter (where total >= 7 * n and total < 9 * n) as passives,
                   sum(total::float8 / n::float8) as sum, sum((total::float8 / n::float8) ^ 2) as squares
              from score group by item
            """;

    private final JdbcClient jdbc;

    CellShelf(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The respondents of every kind and part. */
    Map<String, Map<String, Long>> parts(UUID survey) {
        Map<String, Map<String, Long>> parts = new TreeMap<>();
        jdbc.sql("""
                select kind, part, sum(n) as n from survey_figure_cell
                 where survey_id = ? and item = '' group by kind, part order by kind, part
                """).param(survey).query(row -> {
            parts.computeIfAbsent(row.getString("kind"), it -> new LinkedHashMap<>())
                .put(row.getString("part"), row.getLong("n"));
        });
        return parts;
    }

    Map<LocalDate, Long> months(UUID survey) {
        Map<LocalDate, Long> months = new TreeMap<>();
        jdbc.sql("""
                select month, sum(n) as n from survey_figure_cell
                 where survey_id = ? and kind = '' and item = '' group by month order by month
                """).param(survey).query(row -> {
            months.put(row.getObject("month", LocalDate.class), row.getLong("n"));
        });
        return months;
    }

    /** The counts of some respondents. */
    Cells cells(UUID survey, String kind, String part, @Nullable LocalDate month) {
        var cells = new Cells();
        jdbc.sql("""
                select item, value, sum(n) as n, sum(w) as w, sum(w2) as w2 from survey_figure_cell
                 where survey_id = :survey and kind = :kind and part = :part
                   and (cast(:month as date) is null or month = :month) group by item, value
                """)
            .param("survey", survey)
            .param("kind", kind)
            .param("part", part)
            .param("month", (month == null) ? null : Date.valueOf(month), java.sql.Types.DATE)
            .query(row -> {
                cells.add(row.getString("item"), row.getString("value"),
                        new Cells.Count(row.getLong("n"), row.getDouble("w"), row.getDouble("w2")));
            });
        return cells;
    }

    /** A key of a table of counts. */
    record Place(String part, LocalDate month, String item) {
    }

    /** How many gave a mark, by part, month and item of a kind. */
    Map<Place, Long> places(UUID survey, String kind) {
        Map<Place, Long> places = new LinkedHashMap<>();
        jdbc.sql("select c.part, c.month, c.item, sum(c.n) as n from survey_figure_cell c"
                + " where c.survey_id = ? and c.kind = ? and (c.item = '' or " + MARKS + ")"
                + " group by c.part, c.month, c.item")
            .params(survey, kind)
            .query(row -> {
                places.put(new Place(row.getString("part"), row.getObject("month", LocalDate.class),
                        row.getString("item")), row.getLong("n"));
            });
        return places;
    }

    /** The counts of one item in every part of a kind. */
    Map<String, Cells> byPart(UUID survey, String kind, List<String> items) {
        Map<String, Cells> parts = new TreeMap<>();
        jdbc.sql("""
                select part, item, value, sum(n) as n, sum(w) as w, sum(w2) as w2 from survey_figure_cell
                 where survey_id = :survey and kind = :kind and item = any(:items) group by part, item, value
                """)
            .param("survey", survey)
            .param("kind", kind)
            .param("items", items.toArray(String[]::new))
            .query(row -> {
                parts.computeIfAbsent(row.getString("part"), it -> new Cells())
                    .add(row.getString("item"), row.getString("value"),
                            new Cells.Count(row.getLong("n"), row.getDouble("w"), row.getDouble("w2")));
            });
        return parts;
    }

    /** The counts of some items of a part, month by month. */
    Map<LocalDate, Cells> byMonth(UUID survey, String kind, String part, List<String> items) {
        Map<LocalDate, Cells> months = new TreeMap<>();
        jdbc.sql("""
                select month, item, value, n, w, w2 from survey_figure_cell
                 where survey_id = :survey and kind = :kind and part = :part and item = any(:items)
                """)
            .param("survey", survey)
            .param("kind", kind)
            .param("part", part)
            .param("items", items.toArray(String[]::new))
            .query(row -> {
                months.computeIfAbsent(row.getObject("month", LocalDate.class), it -> new Cells())
                    .add(row.getString("item"), row.getString("value"),
                            new Cells.Count(row.getLong("n"), row.getDouble("w"), row.getDouble("w2")));
            });
        return months;
    }

    /** The counts of some items in several surveys. */
    Map<UUID, Cells> bySurvey(List<UUID> surveys, List<String> items) {
        Map<UUID, Cells> cells = new LinkedHashMap<>();
        jdbc.sql("""
                select survey_id, item, value, sum(n) as n, sum(w) as w, sum(w2) as w2 from survey_figure_cell
                 where survey_id = any(:surveys) and kind = '' and item = any(:items) group by survey_id, item, value
                """)
            .param("surveys", surveys.toArray(UUID[]::new))
            .param("items", items.toArray(String[]::new))
            .query(row -> {
                cells.computeIfAbsent(row.getObject("survey_id", UUID.class), it -> new Cells())
                    .add(row.getString("item"), row.getString("value"),
                            new Cells.Count(row.getLong("n"), row.getDouble("w"), row.getDouble("w2")));
            });
        return cells;
    }

    /**
     * Scores of customers: how many at 9 and more, from 7 to 9, below; and their sums.
     */
    record CustomerScores(long n, long promoters, long passives, double sum, double squares) {

        static final CustomerScores NONE = new CustomerScores(0, 0, 0, 0, 0);

    }

    static CustomerScores scores(ResultSet row) throws SQLException {
        return new CustomerScores(row.getLong("n"), row.getLong("promoters"), row.getLong("passives"),
                row.getDouble("sum"), row.getDouble("squares"));
    }

    /**
     * @param highest whether only the highest rank of each customer counts
     */
    Map<String, CustomerScores> customers(UUID survey, boolean highest) {
        Map<String, CustomerScores> scores = new LinkedHashMap<>();
        jdbc.sql("""
                with each as (select item, customer_id, rank, sum(n) as n, sum(total) as total,
                                     min(rank) over (partition by item, customer_id) as best
                                from survey_figure_customer where survey_id = :survey group by item, customer_id, rank),
                     score as (select item, customer_id, sum(total) as total, sum(n) as n from each
                                where not :highest or rank = best group by item, customer_id)
                """ + SCORES).param("survey", survey).param("highest", highest).query(row -> {
            scores.put(row.getString("item"), scores(row));
        });
        return scores;
    }

    /**
     * How much of the revenue of those who were asked is behind the answers; all
     * customers if nobody was invited.
     */
    Figure revenueCoverage(UUID survey) {
        return jdbc
            .sql("""
                    with asked as (select distinct i.customer_id as id from survey_invitation i
                                    where i.survey_id = :survey and i.customer_id is not null),
                         base as (select id from asked union all
                                  select c.id from customer c where c.status = 'CUSTOMER' and not exists (select from asked)),
                         worth as (select b.id, t.annual_value from base b join customer_tier t on t.customer_id = b.id
                                    where t.valid_to is null and t.annual_value is not null)
                    select count(*) as n, coalesce(sum(w.annual_value), 0) as whole,
                           coalesce(sum(w.annual_value) filter (where exists (select from survey_figure_customer f
                               where f.survey_id = :survey and f.customer_id = w.id)), 0) as heard
                      from worth w
                    """)
            .param("survey", survey)
            .query((row, i) -> (row.getDouble("whole") == 0) ? Figure.none(FigureMethod.REVENUE_COVERAGE)
                    : Figure.of(FigureMethod.REVENUE_COVERAGE, row.getLong("n"),
                            100 * row.getDouble("heard") / row.getDouble("whole"), null))
            .single();
    }

}
