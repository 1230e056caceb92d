package io.cesm.domain.customer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.kernel.Cursor;
import io.cesm.domain.kernel.NameKey;
import io.cesm.domain.kernel.Slice;
import io.cesm.domain.people.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Says which records may be the same: while somebody types, and as a list. */
@Component
public class DuplicateBook {

    private static final TypeReference<List<Similar.Reason>> REASONS = new TypeReference<>() {
    };

    private final JdbcClient jdbc;

    private final CurrentActor current;

    private final JsonMapper json;

    DuplicateBook(JdbcClient jdbc, CurrentActor current, JsonMapper json) {
        this.jdbc = jdbc;
        this.current = current;
        this.json = json;
    }

    /** Customers whose name is like one that somebody is about to register. */
    public List<Similar> customersLike(@Nullable String name) {
        if (name == null || NameKey.of(name).length() < 2) {
            return List.of();
        }
        var scope = current.actor().scope();
        return jdbc
            .sql("""
                    select c.id, c.name, c.number, similarity(c.name_stem, name_stem(:name)) as likeness,
                           c.name_stem = name_stem(:name) as same
                      from customer c where c.name_stem % name_stem(:name) and c.status <> 'MERGED' and """ + " "
                    + scope.sql("c.id") + " order by 4 desc, c.name_key, c.id limit 5")
            .param("name", name)
            .params(scope.params())
            .query((rs, i) -> {
                var likeness = Likeness.of(rs.getBoolean(5), rs.getDouble(4), null, null, false, false);
                return new Similar(rs.getObject(1, UUID.class), rs.getString(2), rs.getString(3), likeness.percent(),
                        likeness.reasons());
            })
            .list()
            .stream()
            .filter(it -> it.percent() >= 40)
            .toList();
    }

    /**
     * People like one that somebody is about to note: same number or address, or same
     * name there.
     */
    public List<Similar> contactsLike(@Nullable CustomerId customer, @Nullable String name, List<PointWish> points) {
        var normals = points.stream()
            .filter(it -> it.kind() != PointKind.FORMER_NAME)
            .map(it -> it.kind() + " " + it.normal())
            .toArray(String[]::new);
        var key = name == null ? "" : NameKey.of(name);
        if (normals.length == 0 && (key.isEmpty() || customer == null)) {
            return List.of();
        }
        var scope = current.actor().scope();
        Map<String, Object> params = new HashMap<>(scope.params());
        params.put("normals", normals);
        params.put("values", points.stream().map(PointWish::normal).toArray(String[]::new));
        params.put("key", key);
        var there = "false";
        if (customer != null) {
            there = "k.customer_id = :customer and k.name_key = :key";
            params.put("customer", customer.id());
        }
        return jdbc.sql("""
                select k.id, k.name, c.name, k.name_key = :key as same, similarity(k.name_key, :key) as likeness,
                       (select min(p.value) from contact_point p where p.contact_id = k.id and p.kind = 'PHONE'
                           and p.kind || ' ' || p.normal = any(:normals)) as phone,
                       (select min(p.value) from contact_point p where p.contact_id = k.id and p.kind <> 'PHONE'
                           and p.kind || ' ' || p.normal = any(:normals)) as mail, (%s) as there
                  from contact k join customer c on c.id = k.customer_id
                 where k.merged_into is null and %s
                   and (k.id in (select p.contact_id from contact_point p where p.normal = any(:values)
                                    and p.kind || ' ' || p.normal = any(:normals)) or (%s))
                 order by k.name_key, k.id limit 5""".formatted(there, scope.sql("k.customer_id"), there))
            .params(params)
            .query((rs, i) -> {
                var likeness = Likeness.of(rs.getBoolean(4), rs.getDouble(5), rs.getString(6), rs.getString(7), false,
                        rs.getBoolean(8));
                return new Similar(rs.getObject(1, UUID.class), rs.getString(2), rs.getString(3), likeness.percent(),
                        likeness.reasons());
            })
            .list();
    }

    /** Pairs that nobody has decided on, the most likely first; both within reach. */
    public Slice<Suggested> open(MergeKind kind, int size, @Nullable String cursor) {
        var scope = current.actor().scope();
        Map<String, Object> params = new HashMap<>(scope.params());
        params.put("kind", kind.name());
        var after = "";
        var from = Cursor.parse(cursor, 3);
        if (from != null) {
            after = " and (-d.score, d.a_id, d.b_id) > (:score, :a, :b)";
            params.put("score", -java.util.Objects.requireNonNull(from.number(0)).intValue());
            params.put("a", java.util.Objects.requireNonNull(from.uuid(1)));
            params.put("b", java.util.Objects.requireNonNull(from.uuid(2)));
        }
        var sql = kind == MergeKind.CUSTOMER
                ? """
                        select d.*, a.name as a_name, b.name as b_name, a.number as a_number, b.number as b_number
                          from duplicate_pair d join customer a on a.id = d.a_id join customer b on b.id = d.b_id
                         where d.kind = :kind and d.decided is null and a.status <> 'MERGED' and b.status <> 'MERGED' and\s"""
                        + scope.sql("a.id") + " and " + scope.sql("b.id")
                : """
                        select d.*, a.name as a_name, b.name as b_name, ca.name as a_number, cb.name as b_number
                          from duplicate_pair d join contact a on a.id = d.a_id join contact b on b.id = d.b_id
                          join customer ca on ca.id = a.customer_id join customer cb on cb.id = b.customer_id
                         where d.kind = :kind and d.decided is null and a.merged_into is null and b.merged_into is null and\s"""
                        + scope.sql("a.customer_id") + " and " + scope.sql("b.customer_id");
        List<Suggested> rows = new ArrayList<>(jdbc
            .sql(sql + after + " order by -d.score, d.a_id, d.b_id limit " + (size + 1))
            .params(params)
            .query((rs, i) -> new Suggested(rs.getObject("a_id", UUID.class), rs.getString("a_name"),
                    rs.getString("a_number"), rs.getObject("b_id", UUID.class), rs.getString("b_name"),
                    rs.getString("b_number"), rs.getInt("score"), json.readValue(rs.getString("reasons"), REASONS)))
            .list());
        return Slice.forward(rows, size, it -> Cursor.after(it.percent(), it.first(), it.second()));
    }

    /** Two records that may be the same. */
    public record Suggested(UUID first, String firstName, String firstNumber, UUID second, String secondName,
            String secondNumber, int percent, List<Similar.Reason> reasons) {
    }

}
