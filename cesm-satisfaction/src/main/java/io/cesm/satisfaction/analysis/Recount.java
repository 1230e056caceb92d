package io.cesm.satisfaction.analysis;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds where kept counts and a fresh count differ. */
@Component
public class Recount {

    private static final int SHOWN = 100;

    private final JdbcClient jdbc;

    Recount(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What a comparison found.
     *
     * @param answers how many answers were counted again
     * @param cells how many counts were compared
     * @param wrong how many differ
     * @param differences the first hundred of them
     */
    public record Result(long answers, long cells, long wrong, List<Difference> differences) {

        public boolean equal() {
            return wrong == 0;
        }

    }

    /** A count that is not what the answers say. */
    public record Difference(String kind, String part, LocalDate month, String item, String value, long kept,
            long counted) {
    }

    private record Key(Counting.Part part, Counting.Cell cell) {
    }

    private record Kept(long n, BigDecimal w, BigDecimal squares) {

        boolean equals(Counting.Row row) {
            return n == row.n() && w.compareTo(row.w()) == 0 && squares.compareTo(row.squares()) == 0;
        }

    }

    Result compare(UUID survey, Counting fresh) {
        Map<Key, Kept> kept = new HashMap<>();
        jdbc.sql("select kind, part, month, item, value, n, w, w2 from survey_figure_cell where survey_id = ?")
            .param(survey)
            .query(row -> {
                kept.put(
                        new Key(new Counting.Part(row.getString("kind"), row.getString("part"),
                                row.getObject("month", LocalDate.class)),
                                new Counting.Cell(row.getString("item"), row.getString("value"))),
                        new Kept(row.getLong("n"), row.getBigDecimal("w"), row.getBigDecimal("w2")));
            });
        var rows = fresh.rows();
        var differences = new ArrayList<Difference>();
        long wrong = customers(survey, fresh, differences);
        for (var row : rows) {
            var before = kept.remove(new Key(row.part(), row.cell()));
            if (before == null || !before.equals(row)) {
                wrong++;
                add(differences, new Key(row.part(), row.cell()), (before == null) ? 0 : before.n(), row.n());
            }
        }
        kept.forEach((key, before) -> add(differences, key, before.n(), 0));
        return new Result(fresh.answers(), rows.size() + fresh.customers().size() + (long) kept.size(),
                wrong + kept.size(), differences);
    }

    private long customers(UUID survey, Counting fresh, List<Difference> differences) {
        Map<Counting.CustomerCell, long[]> kept = new HashMap<>();
        jdbc.sql("select item, counted_at, rank, n, total from survey_figure_customer where survey_id = ?")
            .param(survey)
            .query(row -> {
                kept.put(
                        new Counting.CustomerCell(row.getString("item"), row.getObject("counted_at", UUID.class),
                                row.getInt("rank")),
                        new long[] { row.getLong("n"), row.getBigDecimal("total").longValue() });
            });
        long wrong = 0;
        for (var each : fresh.customers().entrySet()) {
            var before = kept.remove(each.getKey());
            if (before == null || before[0] != each.getValue().n() || before[1] != each.getValue().total()) {
                wrong++;
                addCustomer(differences, each.getKey(), before, each.getValue().n());
            }
        }
        kept.forEach((key, before) -> addCustomer(differences, key, before, 0));
        return wrong + kept.size();
    }

    private static void add(List<Difference> differences, Key key, long kept, long counted) {
        if (differences.size() < SHOWN) {
            differences.add(new Difference(key.part().kind(), key.part().part(), key.part().month(), key.cell().item(),
                    key.cell().value(), kept, counted));
        }
    }

    private static void addCustomer(List<Difference> differences, Counting.CustomerCell key, long @Nullable [] kept,
            long counted) {
        if (differences.size() < SHOWN) {
            differences.add(new Difference("customer", key.customer().toString(), LocalDate.EPOCH, key.item(),
                    String.valueOf(key.rank()), (kept == null) ? 0 : kept[0], counted));
        }
    }

}
