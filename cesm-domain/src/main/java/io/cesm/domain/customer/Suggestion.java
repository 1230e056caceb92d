package io.cesm.domain.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.cesm.domain.kernel.NameKey;
import io.cesm.domain.kernel.SearchText;
import org.jspecify.annotations.Nullable;

/** The branches of a type-ahead query, the most telling first. */
final class Suggestion {

    private Suggestion() {
    }

    /** Branches that give (id, rank) of customers. */
    static List<String> ofCustomers(String text, Map<String, Object> params) {
        var branches = new ArrayList<String>();
        params.put("name", Like.beginning(NameKey.of(text)));
        branches.add("(select id, 0 as rank from customer where status <> 'MERGED' and name_key like :name"
                + " order by name_key limit 4 * :limit)");
        if (Numbers.couldBe(text)) {
            params.put("number", Like.beginning(text.strip().toUpperCase(java.util.Locale.ROOT)));
            branches.add("(select id, 0 from customer where status <> 'MERGED' and number like :number"
                    + " order by number limit :limit)");
        }
        var query = SearchText.query(text);
        if (query != null) {
            params.put("query", query);
            branches.add("(select id, 1 from customer where status <> 'MERGED' and search @@ cast(:query as tsquery))");
        }
        var points = points(text, params);
        if (points != null) {
            branches.add("(select k.customer_id, 2 from contact_point p join contact k on k.id = p.contact_id"
                    + " where k.merged_into is null and (" + points + "))");
        }
        return branches;
    }

    /** Branches that give (id, rank, point) of people. */
    static List<String> ofContacts(String text, Map<String, Object> params) {
        var branches = new ArrayList<String>();
        var points = points(text, params);
        if (points != null) {
            branches.add("(select k.id, 0 as rank, p.value as point, k.customer_id from contact_point p"
                    + " join contact k on k.id = p.contact_id where k.merged_into is null and (" + points + "))");
        }
        params.put("name", Like.beginning(NameKey.of(text)));
        branches.add("(select id, 0 as rank, cast(null as text) as point, customer_id from contact"
                + " where merged_into is null and name_key like :name order by name_key limit 4 * :limit)");
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
            params.put("phone" + n, Like.beginning(beginning));
            conditions.add("(p.kind = 'PHONE' and p.normal like :phone" + n++ + ")");
        }
        for (var ending : lookup.reversedEndings()) {
            params.put("phone" + n, Like.beginning(ending));
            conditions.add("(p.kind = 'PHONE' and reverse(split_part(p.normal, 'x', 1)) like :phone" + n++ + ")");
        }
        if (!lookup.isPhone() && text.strip().length() >= 2) {
            params.put("point", Like.beginning(PointText.fold(text)));
            params.put("formerName", Like.beginning(NameKey.of(text)));
            conditions.add("(p.kind in ('EMAIL', 'WECOM') and p.normal like :point)");
            conditions.add("(p.kind = 'FORMER_NAME' and p.normal like :formerName)");
        }
        return conditions.isEmpty() ? null : String.join(" or ", conditions);
    }

    private static final class Numbers {

        static boolean couldBe(String text) {
            return text.strip().matches("(?i)[a-z]{1,3}-?[\\d-]*");
        }

    }

}
