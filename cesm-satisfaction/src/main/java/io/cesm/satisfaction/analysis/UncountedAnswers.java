package io.cesm.satisfaction.analysis;

import java.sql.Date;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.cesm.satisfaction.figures.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads single answers where counts are not enough. */
@Component
class UncountedAnswers {

    private static final int FETCH = 2_000;

    private final JdbcClient jdbc;

    UncountedAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The condition of a filter on answers {@code r} that are not waiting to be counted.
     */
    static String where(Filter filter) {
        var sql = new StringBuilder(
                "r.survey_id = :survey" + " and not exists (select from survey_pending p where p.response_id = r.id)");
        int i = 0;
        for (var kind : filter.kinds()) {
            sql.append(" and ").append(expression(kind, i)).append(" = :part").append(i);
            i++;
        }
        if (filter.month() != null) {
            sql.append(" and r.answered_on >= :month and r.answered_on < cast(:month as date) + interval '1 month'");
        }
        return sql.toString();
    }

    static Map<String, Object> params(UUID survey, Filter filter) {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("survey", survey);
        int i = 0;
        for (var part : filter.parts().entrySet()) {
            params.put("kind" + i, name(part.getKey()));
            params.put("part" + i, part.getValue());
            i++;
        }
        if (filter.month() != null) {
            params.put("month", Date.valueOf(filter.month()));
        }
        return params;
    }

    private static String name(String kind) {
        return kind.startsWith(Kinds.QUESTION) ? kind.substring(Kinds.QUESTION.length()) : kind;
    }

    private static String expression(String kind, int i) {
        return switch (kind) {
            case Kinds.LANGUAGE -> "r.language";
            case Kinds.CHANNEL -> "r.channel";
            default -> (kind.startsWith(Kinds.QUESTION) ? "r.items" : "r.segments") + " ->> :kind" + i;
        };
    }

    /** Counts the answers of a filter, whatever it combines. */
    Cells cells(Survey survey, Filter filter) {
        var counting = new Counting(survey.measures(), false);
        count(survey, filter, counting);
        return Cells.of(counting);
    }

    /** Counts the answers of a filter beside those counted already. */
    void count(Survey survey, Filter filter, Counting counting) {
        try (var answers = jdbc.sql("select " + StoredAnswer.COLUMNS + " from counting_answer r where " + where(filter))
            .withFetchSize(FETCH)
            .params(params(survey.head().id(), filter))
            .query(StoredAnswer::of)
            .stream()) {
            answers.forEach(counting::add);
        }
    }

    /** How many respondents each combination of the first two kinds of a filter has. */
    Map<List<String>, Long> combinations(UUID survey, Filter filter) {
        var kinds = filter.kinds();
        var rest = new LinkedHashMap<>(filter.parts());
        var only = new LinkedHashMap<String, String>();
        rest.forEach((kind, part) -> {
            if (!kind.equals(kinds.get(0)) && !kind.equals(kinds.get(1))) {
                only.put(kind, part);
            }
        });
        var others = new Filter(only, filter.month());
        var params = params(survey, others);
        params.put("kind8", name(kinds.get(0)));
        params.put("kind9", name(kinds.get(1)));
        Map<List<String>, Long> counts = new LinkedHashMap<>();
        jdbc.sql("select coalesce(a, '') as a, coalesce(b, '') as b, count(*) as n from (select "
                + expression(kinds.get(0), 8) + " as a, " + expression(kinds.get(1), 9)
                + " as b from counting_answer r where " + where(others) + ") x group by 1, 2")
            .params(params)
            .query(row -> {
                counts.put(List.of(row.getString("a"), row.getString("b")), row.getLong("n"));
            });
        return counts;
    }

    /**
     * Scores of the customers behind the answers of a filter, as the roll-up has them for
     * all answers.
     * @param highest whether only the highest rank of each customer counts
     */
    Map<String, CellShelf.CustomerScores> customers(UUID survey, Filter filter, List<String> items, boolean highest) {
        var params = params(survey, filter);
        params.put("items", items.toArray(String[]::new));
        params.put("ranks", Kinds.RANKS.toArray(String[]::new));
        params.put("highest", highest);
        Map<String, CellShelf.CustomerScores> scores = new LinkedHashMap<>();
        jdbc.sql(
                """
                        with given as (select r.customer_id, r.items,
                                              coalesce(array_position(:ranks, r.segments ->> 'role'), cardinality(:ranks) + 1) as rank
                                         from counting_answer r where r.customer_id is not null and %s),
                             mark as (select i.item, g.customer_id, g.rank, cast(g.items ->> i.item as integer) as mark
                                        from given g cross join unnest(:items) as i(item)
                                       where jsonb_typeof(g.items -> i.item) = 'number'),
                             each as (select item, customer_id, rank, count(*) as n, sum(mark) as total,
                                             min(rank) over (partition by item, customer_id) as best
                                        from mark group by item, customer_id, rank),
                             score as (select item, customer_id, sum(total) as total, sum(n) as n from each
                                        where not :highest or rank = best group by item, customer_id)
                        """
                    .formatted(where(filter)) + CellShelf.SCORES)
            .params(params)
            .query(row -> {
                scores.put(row.getString("item"), CellShelf.scores(row));
            });
        return scores;
    }

    /**
     * Points of some items as columns, a row per answer; of more answers than
     * {@code most}, as many of the newest months as fit, drawn evenly.
     */
    Columns columns(Survey survey, List<String> keys, Filter filter, int most) {
        var values = new double[keys.size()][1024];
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            places.put(keys.get(i), i);
        }
        long every = Math.max(1, (survey.head().counted() + most - 1) / most);
        var params = params(survey.head().id(), filter);
        params.put("every", every);
        var rows = new int[1];
        try (var answers = jdbc
            .sql("select r.items::text from counting_answer r where " + where(filter)
                    + " and (:every = 1 or mod(abs(hashtext(r.id::text)::bigint), :every) = 0)")
            .withFetchSize(FETCH)
            .params(params)
            .query(String.class)
            .stream()) {
            answers.forEach(items -> {
                if (rows[0] == values[0].length) {
                    for (int i = 0; i < values.length; i++) {
                        values[i] = Arrays.copyOf(values[i], values[i].length * 2);
                    }
                }
                for (var column : values) {
                    column[rows[0]] = Double.NaN;
                }
                AnswerReader.read(items, (key, value) -> {
                    var place = places.get(key);
                    var point = Counting.point(value);
                    if (place != null && point != null) {
                        values[place][rows[0]] = point;
                    }
                });
                rows[0]++;
            });
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = turned(Arrays.copyOf(values[i], rows[0]), survey.measures().find(keys.get(i)));
        }
        return Columns.of(new ArrayList<>(keys), values);
    }

    /**
     * Whom somebody belongs to, and what they answered.
     *
     * @param parts in the order of the kinds; empty if not known
     * @param points in the order of the items
     */
    record Person(List<String> parts, List<@Nullable Integer> points) {
    }

    List<Person> people(Survey survey, List<String> kinds, List<String> items) {
        return jdbc
            .sql("select r.language, r.channel, r.segments::text as segments, r.items::text as items"
                    + " from counting_answer r where " + where(Filter.NONE))
            .withFetchSize(FETCH)
            .params(params(survey.head().id(), Filter.NONE))
            .query((row, i) -> {
                Map<String, String> parts = new HashMap<>();
                AnswerReader.read(row.getString("segments"), parts::put);
                parts.put(Kinds.LANGUAGE, Objects.requireNonNullElse(row.getString("language"), ""));
                parts.put(Kinds.CHANNEL, row.getString("channel"));
                Map<String, String> values = new HashMap<>();
                AnswerReader.read(row.getString("items"), values::put);
                var points = new ArrayList<@Nullable Integer>();
                items.forEach(it -> points.add(Counting.point(values.getOrDefault(it, ""))));
                return new Person(kinds.stream().map(it -> parts.getOrDefault(it, "")).toList(), points);
            })
            .list();
    }

    private static double[] turned(double[] points, @Nullable Measure measure) {
        var scale = (measure == null) ? null : measure.scale();
        if (scale == null) {
            return points;
        }
        for (int i = 0; i < points.length; i++) {
            if (points[i] < scale.min() || points[i] > scale.max()) {
                points[i] = Double.NaN;
            }
            else if (scale.reversed()) {
                points[i] = scale.min() + scale.max() - points[i];
            }
        }
        return points;
    }

}
