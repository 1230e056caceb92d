package io.cesm.domain.kernel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/**
 * The beginnings of several lists of the same kind of record, with how many each has,
 * counted up to a limit: one question, whatever their number.
 *
 * @param columns what is read of a record, from {@code select} on
 * @param table table and alias
 * @param joins what is read beside it, of the shown records only
 * @param params the named parameters of columns and joins
 */
public record Piles<R>(String columns, String table, String joins, Map<String, ? extends @Nullable Object> params,
        RowMapper<R> row) {

    private static final Pattern NAMED = Pattern.compile("(?<!:):([a-zA-Z]\\w*)");

    public Piles(String columns, String table, String joins, RowMapper<R> row) {
        this(columns, table, joins, Map.of(), row);
    }

    /** A list of which the beginning is wanted. */
    public record Wanted(String where, String orderBy, Map<String, ? extends @Nullable Object> params) {
    }

    /** The beginning of a list, and how many it has. */
    public record Pile<R>(List<R> rows, int count) {
    }

    /**
     * Asks for the first {@code size} of each.
     * @param upTo how far is counted
     */
    public Question<List<Pile<R>>> of(List<Wanted> wanted, int size, int upTo) {
        var parts = new ArrayList<String>();
        var all = new HashMap<String, @Nullable Object>(params);
        for (int i = 0; i < wanted.size(); i++) {
            parts.add(part(wanted.get(i), i, size, upTo));
            for (var each : wanted.get(i).params().entrySet()) {
                all.put(each.getKey() + "_" + i, each.getValue());
            }
        }
        return new Question<>(
                columns + ", page.pile, page.many from (" + String.join(" union all ", parts) + ") page join " + table
                        + " on " + alias() + ".id = page.id " + joins + " order by page.pile, page.place",
                all, rs -> read(rs, wanted.size()));
    }

    /**
     * The first of a list. They are cut off here, not where they are joined, so that the
     * database knows how few they are before it knows the values, and plans once.
     */
    private String part(Wanted wanted, int place, int size, int upTo) {
        return "(select " + place + " as pile, row_number() over () as place, count(*) over () as many, found.id"
                + " from (select " + alias() + ".id from " + table + " where "
                + NAMED.matcher(wanted.where()).replaceAll(":$1_" + place) + " order by " + wanted.orderBy() + " limit "
                + Math.max(size, upTo) + ") found limit " + size + ")";
    }

    private String alias() {
        return table.substring(table.indexOf(' ') + 1);
    }

    private List<Pile<R>> read(ResultSet rs, int piles) throws SQLException {
        var rows = new ArrayList<List<R>>();
        for (int i = 0; i < piles; i++) {
            rows.add(new ArrayList<>());
        }
        var counts = new int[piles];
        for (int n = 0; rs.next(); n++) {
            int pile = rs.getInt("pile");
            counts[pile] = rs.getInt("many");
            rows.get(pile).add(row.mapRow(rs, n));
        }
        var read = new ArrayList<Pile<R>>();
        for (int i = 0; i < piles; i++) {
            read.add(new Pile<>(List.copyOf(rows.get(i)), counts[i]));
        }
        return read;
    }

}
