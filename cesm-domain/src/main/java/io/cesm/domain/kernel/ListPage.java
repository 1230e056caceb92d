package io.cesm.domain.kernel;

import java.util.regex.Pattern;

/**
 * Which rows make a page of a list, as SQL: found first, so that what is read beside them
 * is read for them only.
 *
 * @param table table and alias
 * @param backwards whether it is read towards the beginning
 * @param rows how many at most
 */
public record ListPage(String table, ListOrder order, boolean backwards, int rows) {

    private static final int LOOKED_THROUGH = 3_000;

    /** A number of a record or of anything else, hardly ever said twice. */
    private static final Pattern RARE = Pattern.compile("\\d{5}");

    /** The rows with all they have. */
    public String whole(String where) {
        return found("*", where, rows);
    }

    /** Their ids. */
    public String ids(String where) {
        return found(alias() + ".id", where, rows);
    }

    /**
     * The ids of rows that say something, to be asked for by themselves. The database
     * plans for each word anew, since words differ so much; what is read beside the rows
     * would be planned anew as well, at a multiple of what finding them takes. Frequent
     * words are found soonest by reading from its end of the list, rare ones in the index
     * of words, and the database cannot tell them apart: it believes that neighbouring
     * characters meet by chance, and would read a million rows for a word that nobody
     * wrote. So the first rows are looked through, and if they do not fill the page,
     * everything that matches is found before it is put in order.
     * @param where the condition but for the words
     * @param words the words' part of it, from {@code and} on
     * @param text what was typed
     */
    public String saying(String where, String words, String text) {
        var all = "select " + alias() + ".id from (select * from " + table + " where " + where + words + " offset 0) "
                + alias() + " where true" + ordered(where, rows);
        if (RARE.matcher(text).find()) {
            return all;
        }
        return "with near as materialized (select " + alias() + ".id from (" + found("*", where, LOOKED_THROUGH) + ") "
                + alias() + " where true" + words + " limit " + rows
                + ") select id from near where (select count(*) from near) = " + rows + " union all select id from ("
                + all + ") whole where (select count(*) from near) < " + rows;
    }

    /** The rows of ids that were found, as what follows the columns of the list. */
    public String found() {
        return "from unnest(cast(:found as uuid[])) page(id) join " + table + " on " + alias() + ".id = page.id ";
    }

    public String orderBy() {
        return order.orderBy(backwards);
    }

    private String found(String columns, String where, int limit) {
        return "select " + columns + " from " + table + " where " + where + ordered(where, limit);
    }

    private String ordered(String where, int limit) {
        return order.conditionBeside(where) + " order by " + orderBy() + " limit " + limit;
    }

    private String alias() {
        return table.substring(table.indexOf(' ') + 1);
    }

}
