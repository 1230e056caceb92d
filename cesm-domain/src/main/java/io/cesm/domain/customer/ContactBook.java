package io.cesm.domain.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.cesm.domain.kernel.Question;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapperResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks people at customers up for whoever acts now: by name or former name, by any of
 * their phones in any writing, by any mail address or WeCom id.
 */
@Component
public class ContactBook {

    static final String COLUMNS = """
            select k.id, k.customer_id, c.name as customer_name, c.name_en as customer_name_en, k.name, k.name_en, k.title, k.department,
                   k.decision_role, k.role_weight, k.language, k.active,
                   (select p.value from contact_point p where p.contact_id = k.id and p.kind = 'PHONE'
                       and not p.former order by p.preferred desc, p.id limit 1) as phone,
                   (select p.value from contact_point p where p.contact_id = k.id and p.kind = 'EMAIL'
                       and not p.former order by p.preferred desc, p.id limit 1) as email,
            """;

    private static final String FROM = " from contact k join customer c on c.id = k.customer_id ";

    private final JdbcClient jdbc;

    private final CurrentActor current;

    ContactBook(JdbcClient jdbc, CurrentActor current) {
        this.jdbc = jdbc;
        this.current = current;
    }

    /**
     * The person of that id.
     * @throws UnknownThing if there is none, they were merged away or are out of reach
     */
    public ContactCard require(ContactId id) {
        return find(id).orElseThrow(UnknownThing::new);
    }

    public Optional<ContactCard> find(ContactId id) {
        var scope = current.actor().scope();
        return jdbc
            .sql(COLUMNS + " null as matched" + FROM + "where k.id = :id and k.merged_into is null and "
                    + scope.sql("k.customer_id"))
            .param("id", id.id())
            .params(scope.params())
            .query(ContactBook::card)
            .optional();
    }

    /** The active people of a customer, the weightiest first. */
    public List<ContactCard> ofCustomer(CustomerId customer) {
        var scope = current.actor().scope();
        return jdbc
            .sql(COLUMNS + " null as matched" + FROM
                    + "where k.customer_id = :customer and k.merged_into is null and k.active and "
                    + scope.sql("k.customer_id") + " order by k.role_weight desc, k.name_key, k.id")
            .param("customer", customer.id())
            .params(scope.params())
            .query(ContactBook::card)
            .list();
    }

    /**
     * Everybody who has, or had, that phone, mail address, WeCom id or name; a number
     * that two people share gives both.
     */
    public List<ContactCard> byPoint(String text) {
        var scope = current.actor().scope();
        Map<String, Object> params = new HashMap<>(scope.params());
        var points = Suggestion.points(text, params);
        if (points == null) {
            return List.of();
        }
        return jdbc
            .sql("""
                    with found as materialized (
                        select k.id, min(p.value) as matched from contact_point p join contact k on k.id = p.contact_id
                         where k.merged_into is null and (%s) and %s group by k.id limit 50)
                    """.formatted(points, scope.sql("k.customer_id")) + COLUMNS + " found.matched" + FROM
                    + "join found on found.id = k.id order by k.active desc, k.name_key, k.id")
            .params(params)
            .query(ContactBook::card)
            .list();
    }

    /**
     * Suggests people while somebody types.
     * @param customer only people of that customer, or of all within reach if null
     */
    public List<ContactCard> suggest(@Nullable CustomerId customer, @Nullable String text, int limit) {
        if (text == null || text.isBlank()) {
            return customer == null ? List.of() : ofCustomer(customer).stream().limit(limit).toList();
        }
        return suggesting(customer, text, limit).ask(jdbc);
    }

    /** The same as a question, once there is a text. */
    public Question<List<ContactCard>> suggesting(@Nullable CustomerId customer, String text, int limit) {
        var scope = current.actor().scope();
        Map<String, Object> params = new HashMap<>(scope.params());
        var found = String.join(" union all ", Suggestion.ofContacts(text, limit, params));
        var where = scope.sql("hit.customer_id");
        if (customer != null) {
            where += " and hit.customer_id = :customer";
            params.put("customer", customer.id());
        }
        return new Question<>("""
                with found as materialized (
                    select f.id, min(f.rank) as rank, min(f.point) as matched from (
                        select hit.id, hit.rank, hit.point from (%s) hit where %s limit %d) f
                     group by f.id)
                """.formatted(found, where, Suggestion.candidates(limit)) + COLUMNS + " found.matched" + FROM
                + "join found on found.id = k.id order by k.active desc, found.rank, k.name_key, k.id limit " + limit,
                params, new RowMapperResultSetExtractor<>(ContactBook::card));
    }

    /** Names for ids, for lists that already stay within reach. */
    public Map<ContactId, String> names(Collection<ContactId> ids) {
        Map<ContactId, String> names = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select id, name from contact where id = any(:ids)")
                .param("ids", ids.stream().map(ContactId::id).toArray(UUID[]::new))
                .query(rs -> {
                    names.put(new ContactId(rs.getObject(1, UUID.class)), rs.getString(2));
                });
        }
        return names;
    }

    /** Where a merged person's record is now; empty if they were not merged. */
    public Optional<ContactId> survivorOf(ContactId id) {
        var scope = current.actor().scope();
        return jdbc.sql("""
                with recursive went (id, merged_into, step) as (
                    select id, merged_into, 0 from contact where id = :id
                    union all
                    select k.id, k.merged_into, step + 1 from contact k join went w on k.id = w.merged_into
                     where step < 50)
                select k.id from contact k join went w on w.id = k.id
                 where w.merged_into is null and w.step > 0 and """ + " " + scope.sql("k.customer_id"))
            .param("id", id.id())
            .params(scope.params())
            .query((rs, i) -> new ContactId(rs.getObject(1, UUID.class)))
            .optional();
    }

    static ContactCard card(ResultSet rs, int i) throws SQLException {
        var role = rs.getString("decision_role");
        return new ContactCard(new ContactId(rs.getObject("id", UUID.class)),
                new CustomerId(rs.getObject("customer_id", UUID.class)), rs.getString("customer_name"),
                rs.getString("customer_name_en"), rs.getString("name"), rs.getString("name_en"), rs.getString("title"),
                rs.getString("department"), role == null ? null : DecisionRole.valueOf(role),
                rs.getBigDecimal("role_weight"), rs.getString("language"), rs.getString("phone"), rs.getString("email"),
                rs.getBoolean("active"), rs.getString("matched"));
    }

}
