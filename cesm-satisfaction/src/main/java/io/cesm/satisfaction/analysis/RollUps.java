package io.cesm.satisfaction.analysis;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the counts; whoever writes holds {@link #alone()}. */
@Component
class RollUps {

    private static final int CHUNK = 5_000;

    private static final String CELLS = """
            insert into survey_figure_cell as c (survey_id, kind, part, item, value, month, n, w, w2)
            select :survey, * from unnest(:kinds::text[], :parts::text[], :items::text[], :values::text[],
                   :months::date[], :n::bigint[], :w::numeric[], :squares::numeric[])
            on conflict (survey_id, kind, item, part, value, month)
            do update set n = c.n + excluded.n, w = c.w + excluded.w, w2 = c.w2 + excluded.w2
            """;

    private static final String CUSTOMERS = """
            insert into survey_figure_customer as c (survey_id, item, customer_id, counted_at, rank, n, total)
            select :survey, u.item, u.customer, u.customer, u.rank, u.n, u.total
              from unnest(:items::text[], :customers::uuid[], :ranks::int[], :n::bigint[], :totals::bigint[])
                   as u(item, customer, rank, n, total)
            on conflict (survey_id, item, counted_at, rank)
            do update set n = c.n + excluded.n, total = c.total + excluded.total
            """;

    /** Neighbours in the table one after the other, whoever locks them. */
    private static final Comparator<Counting.Row> BY_KEY = Comparator.comparing((Counting.Row it) -> it.part().kind())
        .thenComparing(it -> it.cell().item())
        .thenComparing(it -> it.part().part())
        .thenComparing(it -> it.cell().value())
        .thenComparing(it -> it.part().month());

    private final JdbcClient jdbc;

    RollUps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Makes this transaction the only one that counts, on any node. Readers do not wait.
     */
    void alone() {
        jdbc.sql("lock table survey_figure_state in exclusive mode").update();
    }

    void add(UUID survey, Counting counted) {
        var rows = counted.rows().stream().sorted(BY_KEY).toList();
        for (int from = 0; from < rows.size(); from += CHUNK) {
            cells(survey, rows.subList(from, Math.min(rows.size(), from + CHUNK)));
        }
        var customers = List.copyOf(counted.customers().entrySet());
        for (int from = 0; from < customers.size(); from += CHUNK) {
            customers(survey, customers.subList(from, Math.min(customers.size(), from + CHUNK)));
        }
    }

    void clear(UUID survey) {
        for (var table : List.of("survey_figure_cell", "survey_figure_customer", "survey_figure_state",
                "survey_study")) {
            jdbc.sql("delete from " + table + " where survey_id = ?").param(survey).update();
        }
    }

    void reached(UUID survey, long more, Instant now) {
        jdbc.sql("""
                insert into survey_figure_state as s (survey_id, counted, as_of) values (?, ?, ?)
                on conflict (survey_id) do update set counted = s.counted + excluded.counted, as_of = excluded.as_of
                """).params(survey, more, OffsetDateTime.ofInstant(now, ZoneOffset.UTC)).update();
    }

    private void cells(UUID survey, List<Counting.Row> rows) {
        jdbc.sql(CELLS)
            .param("survey", survey)
            .param("kinds", rows.stream().map(it -> it.part().kind()).toArray(String[]::new))
            .param("parts", rows.stream().map(it -> it.part().part()).toArray(String[]::new))
            .param("items", rows.stream().map(it -> it.cell().item()).toArray(String[]::new))
            .param("values", rows.stream().map(it -> it.cell().value()).toArray(String[]::new))
            .param("months", rows.stream().map(it -> Date.valueOf(it.part().month())).toArray(Date[]::new))
            .param("n", rows.stream().map(Counting.Row::n).toArray(Long[]::new))
            .param("w", rows.stream().map(Counting.Row::w).toArray(BigDecimal[]::new))
            .param("squares", rows.stream().map(Counting.Row::squares).toArray(BigDecimal[]::new))
            .update();
    }

    private void customers(UUID survey, List<Map.Entry<Counting.CustomerCell, Counting.CustomerSum>> sums) {
        jdbc.sql(CUSTOMERS)
            .param("survey", survey)
            .param("items", sums.stream().map(it -> it.getKey().item()).toArray(String[]::new))
            .param("customers", sums.stream().map(it -> it.getKey().customer()).toArray(UUID[]::new))
            .param("ranks", sums.stream().map(it -> it.getKey().rank()).toArray(Integer[]::new))
            .param("n", sums.stream().map(it -> it.getValue().n()).toArray(Long[]::new))
            .param("totals", sums.stream().map(it -> it.getValue().total()).toArray(Long[]::new))
            .update();
    }

}
