package io.cesm.domain.kernel;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What the rows of a list have to fulfil, as SQL with named parameters: the reach of the
 * one who asks first, then what is asked for.
 */
public abstract class ListCondition {

    private final StringBuilder where;

    private final Map<String, @Nullable Object> params;

    private String words = "";

    protected ListCondition(String reach, Map<String, ? extends @Nullable Object> params) {
        this.where = new StringBuilder(reach);
        this.params = new HashMap<>(params);
    }

    /** The whole condition. */
    public String where() {
        return where + words;
    }

    /** The condition but for the words. */
    public String whereButWords() {
        return where.toString();
    }

    /** The words' part of the condition, empty if no words are looked for. */
    public String words() {
        return words;
    }

    public Map<String, @Nullable Object> params() {
        return params;
    }

    public void and(String condition) {
        where.append(" and ").append(condition);
    }

    public void and(String condition, String name, @Nullable Object value) {
        and(condition);
        params.put(name, value);
    }

    /** Who have a column, unless that was said by asking something of it. */
    protected void having(String column) {
        if (!asksFor(where(), column)) {
            and(column + " is not null");
        }
    }

    /**
     * Whether a condition asks something of a column. To say then that there is one is
     * not only needless: the database would expect a tenth of the rows there are, and
     * read them all before it orders them.
     */
    static boolean asksFor(String where, String column) {
        return where.contains(" " + column + " ");
    }

    /** Whose words are found in a column of them. */
    protected void saying(String search, @Nullable String text) {
        var query = SearchText.query(text);
        if (query != null) {
            words = " and " + search + " @@ cast(:words as tsquery)";
            params.put("words", query);
        }
    }

    /** Whose customer belongs to a unit or one below it. */
    protected void ofUnit(String customer, UUID unit) {
        and(customer + """
                \sin (select cu.id from customer cu join org_unit u on u.id = cu.unit_id
                   where u.path like (select top.path from org_unit top where top.id = :unit) || '%')""", "unit", unit);
    }

}
