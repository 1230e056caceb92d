package io.cesm.domain.customer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.cesm.domain.kernel.Cursor;
import io.cesm.domain.kernel.NameKey;
import io.cesm.domain.kernel.SearchText;
import io.cesm.domain.kernel.Slice;
import io.cesm.domain.people.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The list of people, by name, in one statement, forwards and backwards by key. */
@Component
public class ContactRegister {

    private final JdbcClient jdbc;

    private final CurrentActor current;

    ContactRegister(JdbcClient jdbc, CurrentActor current) {
        this.jdbc = jdbc;
        this.current = current;
    }

    public Slice<ContactCard> rows(ContactFilter filter, int size, @Nullable String cursor) {
        var scope = current.actor().scope();
        Map<String, Object> params = new HashMap<>(scope.params());
        var where = "k.merged_into is null and " + scope.sql("k.customer_id") + conditions(filter, params);
        var from = Cursor.parse(cursor, 2);
        boolean back = from != null && from.backwards();
        if (from != null) {
            where += " and (k.name_key, k.id) " + (back ? "<" : ">") + " (:fromName, :fromId)";
            params.put("fromName", String.valueOf(from.text(0)));
            params.put("fromId", Objects.requireNonNull(from.uuid(1)));
        }
        var order = back ? " order by k.name_key desc, k.id desc" : " order by k.name_key, k.id";
        var rows = jdbc
            .sql(ContactBook.COLUMNS + " null as matched from (select k.*" + " from contact k where " + where + order
                    + " limit " + (size + 1) + ") k join customer c on c.id = k.customer_id" + order)
            .params(params)
            .query(ContactBook::card)
            .list();
        return Slice.cut(rows, size, from, it -> new Object[] { NameKey.of(it.name()), it.id() });
    }

    /** How many there are, counted up to a limit. */
    public int count(ContactFilter filter, int upTo) {
        var scope = current.actor().scope();
        Map<String, Object> params = new HashMap<>(scope.params());
        var where = "k.merged_into is null and " + scope.sql("k.customer_id") + conditions(filter, params);
        return jdbc.sql("select count(*) from (select 1 from contact k where " + where + " limit " + upTo + ") n")
            .params(params)
            .query(Integer.class)
            .single();
    }

    private static String conditions(ContactFilter filter, Map<String, Object> params) {
        var sql = new StringBuilder();
        var query = SearchText.query(filter.q());
        if (query != null && filter.q() != null) {
            params.put("query", query);
            var points = Suggestion.points(filter.q(), params);
            sql.append(" and (k.search @@ cast(:query as tsquery)");
            if (points != null) {
                sql.append(" or k.id in (select p.contact_id from contact_point p where ").append(points).append(")");
            }
            sql.append(")");
        }
        if (filter.customer() != null) {
            sql.append(" and k.customer_id = :customer");
            params.put("customer", filter.customer().id());
        }
        if (filter.kind() != null) {
            sql.append(" and k.kind = :kind");
            params.put("kind", filter.kind().name());
        }
        if (filter.role() != null) {
            sql.append(" and k.decision_role = :role");
            params.put("role", filter.role().name());
        }
        if (filter.active() != null) {
            sql.append(filter.active() ? " and k.active" : " and not k.active");
        }
        return sql.toString();
    }

}
