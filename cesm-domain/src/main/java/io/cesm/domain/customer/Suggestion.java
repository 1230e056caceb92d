package io.cesm.domain.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.cesm.domain.kernel.NameKey;
import io.cesm.domain.kernel.SearchText;
import org.jspecify.annotations.Nullable;

/**
 * The branches of a type-ahead query, the most telling first. Limits stand in the text:
 * with a parameter the database would plan each of these statements anew.
 */
final class Suggestion {

    /**
     * Few points, each with its person by key: "offset 0" keeps the database from reading
     * all people instead.
     */
    static final String POINTS_AND_PEOPLE = """
            contact_point p cross join lateral (select k.id, k.customer_id from contact k
                where k.id = p.contact_id and k.merged_into is null offset 0) k where """ + " ";

    private static final String NOBODY = "(select id, 1 as rank, name_key from customer where false)";

    private Suggestion() {
    }

    /** How many candidates are looked at for so many suggestions. */
    static int candidates(int limit) {
        return 4 * limit;
    }

    /**
     * The best customers for a text, as what {@code with} introduces: {@code found} with
     * id, rank and name_key. Words and points are only looked for if names and numbers
     * that begin so are too few.
     * @param scope the condition on {@code hit.id}
     */
    static String customers(String text, int limit, String scope, Map<String, Object> params) {
        return """
                best as materialized (
                    select hit.id, hit.rank, hit.name_key from (%s) hit where %s limit %d),
                found as materialized (
                    select f.id, min(f.rank) as rank, f.name_key from (
                        select id, rank, name_key from best
                        union all
                        (select hit.id, hit.rank, hit.name_key from (%s) hit
                          where (select count(distinct id) from best) < %d and %s limit %d)) f
                     group by f.id, f.name_key order by rank, length(f.name_key), f.name_key, f.id limit %d)
                """.formatted(String.join(" union all ", beginnings(text, limit, params)), scope, candidates(limit),
                String.join(" union all ", mentions(text, params)), limit, scope, candidates(limit), limit);
    }

    /** Customers whose name or number begins so. */
    private static List<String> beginnings(String text, int limit, Map<String, Object> params) {
        var branches = new ArrayList<String>();
        branches.add("(select id, 0 as rank, name_key from customer where status <> 'MERGED' and "
                + Prefix.condition("name_key", "name", NameKey.of(text), params) + " order by name_key using ~<~ limit "
                + candidates(limit) + ")");
        if (Numbers.couldBe(text)) {
            branches.add("(select id, 0, name_key from customer where status <> 'MERGED' and "
                    + Prefix.condition("number", "number", text.strip().toUpperCase(Locale.ROOT), params)
                    + " order by number using ~<~ limit " + limit + ")");
        }
        return branches;
    }

    /** Customers who have the words somewhere, or people with such a phone or mail. */
    private static List<String> mentions(String text, Map<String, Object> params) {
        var branches = new ArrayList<String>();
        var query = SearchText.query(text);
        if (query != null) {
            params.put("query", query);
            branches.add("(select id, 1 as rank, name_key from customer where status <> 'MERGED'"
                    + " and search @@ cast(:query as tsquery))");
        }
        var points = points(text, params);
        if (points != null) {
            branches.add("(select k.customer_id as id, 2 as rank, (select c.name_key from customer c"
                    + " where c.id = k.customer_id) as name_key from " + POINTS_AND_PEOPLE + points + ")");
        }
        return branches.isEmpty() ? List.of(NOBODY) : branches;
    }

    /** Branches that give (id, rank, point) of people. */
    static List<String> ofContacts(String text, int limit, Map<String, Object> params) {
        var branches = new ArrayList<String>();
        var points = points(text, params);
        if (points != null) {
            branches.add("(select k.id, 0 as rank, p.value as point, k.customer_id from " + POINTS_AND_PEOPLE + points
                    + ")");
        }
        branches.add("(select id, 0 as rank, cast(null as text) as point, customer_id from contact"
                + " where merged_into is null and " + Prefix.condition("name_key", "name", NameKey.of(text), params)
                + " order by name_key using ~<~ limit " + candidates(limit) + ")");
        var query = SearchText.query(text);
        if (query != null) {
            params.put("query", query);
            branches.add("(select id, 1, null, customer_id from contact"
                    + " where merged_into is null and search @@ cast(:query as tsquery))");
        }
        return branches;
    }

    /** The condition on {@code contact_point p} for a text, null if it can be none. */
    static @Nullable String points(String text, Map<String, Object> params) {
        var conditions = new ArrayList<String>();
        var lookup = PointText.lookup(text);
        int n = 0;
        for (var beginning : lookup.beginnings()) {
            conditions.add(Prefix.condition("p.normal", "phone" + n++, beginning, params));
        }
        for (var ending : lookup.reversedEndings()) {
            conditions.add("(p.kind = 'PHONE' and "
                    + Prefix.condition("reverse(split_part(p.normal, 'x', 1))", "phone" + n++, ending, params) + ")");
        }
        if (!lookup.isPhone() && text.strip().length() >= 2) {
            conditions.add("(p.kind in ('EMAIL', 'WECOM') and "
                    + Prefix.condition("p.normal", "point", PointText.fold(text), params) + ")");
            conditions.add("(p.kind = 'FORMER_NAME' and "
                    + Prefix.condition("p.normal", "formerName", NameKey.of(text), params) + ")");
        }
        return conditions.isEmpty() ? null : "(" + String.join(" or ", conditions) + ")";
    }

    private static final class Numbers {

        static boolean couldBe(String text) {
            return text.strip().matches("(?i)[a-z]{1,3}-?[\\d-]*");
        }

    }

}
