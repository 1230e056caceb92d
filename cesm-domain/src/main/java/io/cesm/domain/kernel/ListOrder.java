package io.cesm.domain.kernel;

/**
 * An order in which a list is read by key: a column, and the id behind it, so that no two
 * rows have the same place.
 *
 * @param column with the alias of its table
 * @param falling whether the largest comes first
 * @param condition what is added so that only rows with a place are read, from
 * {@code and} on; may be empty
 */
public record ListOrder(String column, boolean falling, String condition) {

    /** All rows, the newest or largest first. */
    public static ListOrder falling(String column) {
        return new ListOrder(column, true, "");
    }

    /** The earliest or smallest first; only rows that have the column. */
    public static ListOrder rising(String column) {
        return new ListOrder(column, false, " and " + column + " is not null");
    }

    /** What is added to a condition; nothing if that asks for the column already. */
    public String conditionBeside(String where) {
        return ListCondition.asksFor(where, column) ? "" : condition;
    }

    /** What comes after a row in the direction of reading, as a condition. */
    public String after(boolean backwards) {
        return "(" + column + ", " + id() + ") " + (falling == backwards ? ">" : "<") + " (:key, :keyId)";
    }

    public String orderBy(boolean backwards) {
        var direction = falling == backwards ? " asc" : " desc";
        return column + direction + ", " + id() + direction;
    }

    private String id() {
        return column.substring(0, column.indexOf('.')) + ".id";
    }

}
