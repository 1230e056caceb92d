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
import io.cesm.domain.people.UnitId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapperResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks customers up for whoever acts now; customers out of their reach are not there.
 */
@Component
public class CustomerBook {

    private static final String CARD = """
            select c.id, c.number, c.name, c.name_en, c.kind, c.status, c.tier, c.unit_id, u.name as unit_name,
                   u.name_en as unit_name_en, c.parent_id
              from customer c left join org_unit u on u.id = c.unit_id
            """;

    private final JdbcClient jdbc;

    private final CurrentActor current;

    CustomerBook(JdbcClient jdbc, CurrentActor current) {
        this.jdbc = jdbc;
        this.current = current;
    }

    /**
     * The customer of that id.
     * @throws UnknownThing if there is none, it was merged away or is out of reach
     */
    public CustomerCard require(CustomerId id) {
        return find(id).orElseThrow(UnknownThing::new);
    }

    public Optional<CustomerCard> find(CustomerId id) {
        return one("c.id = :key and c.status <> 'MERGED'", id.id());
    }

    public Optional<CustomerCard> byNumber(String number) {
        return one("c.number = :key and c.status <> 'MERGED'", number);
    }

    public Optional<CustomerCard> byExternalKey(String key) {
        return one("c.external_key = :key and c.status <> 'MERGED'", key);
    }

    /** Where the records of a merged customer are now; empty if it was not merged. */
    public Optional<CustomerId> survivorOf(CustomerId id) {
        var scope = current.actor().scope();
        return jdbc.sql("""
                with recursive went (id, merged_into, step) as (
                    select id, merged_into, 0 from customer where id = :id
                    union all
                    select c.id, c.merged_into, step + 1 from customer c join went w on c.id = w.merged_into
                     where step < 50)
                select c.id from customer c join went w on w.id = c.id
                 where w.merged_into is null and w.step > 0 and """ + " " + scope.sql("c.id"))
            .param("id", id.id())
            .params(scope.params())
            .query((rs, i) -> new CustomerId(rs.getObject(1, UUID.class)))
            .optional();
    }

    /** Names for ids, for lists that already stay within reach. */
    public Map<CustomerId, String> names(Collection<CustomerId> ids) {
        Map<CustomerId, String> names = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select id, name from customer where id = any(:ids)")
                .param("ids", ids.stream().map(CustomerId::id).toArray(UUID[]::new))
                .query(rs -> {
                    names.put(new CustomerId(rs.getObject(1, UUID.class)), rs.getString(2));
                });
        }
        return names;
    }

    /**
     * Suggests customers while somebody types: beginnings of names and numbers first,
     * then words anywhere in any name, then people's phones and mail addresses.
     */
    public List<CustomerCard> suggest(@Nullable String text, int limit) {
        return text == null || text.isBlank() ? List.of() : suggesting(text, limit).ask(jdbc);
    }

    /** The same as a question. */
    public Question<List<CustomerCard>> suggesting(String text, int limit) {
        var scope = current.actor().scope();
        Map<String, Object> params = new HashMap<>(scope.params());
        return new Question<>(
                "with " + Suggestion.customers(text, limit, scope.sql("hit.id"), params) + CARD
                        + "join found on found.id = c.id order by found.rank, length(c.name_key), c.name_key, c.id",
                params, new RowMapperResultSetExtractor<>(CustomerBook::card));
    }

    private Optional<CustomerCard> one(String where, Object key) {
        var scope = current.actor().scope();
        return jdbc.sql(CARD + " where " + where + " and " + scope.sql("c.id"))
            .param("key", key)
            .params(scope.params())
            .query(CustomerBook::card)
            .optional();
    }

    static CustomerCard card(ResultSet rs, int i) throws SQLException {
        var unit = rs.getObject("unit_id", UUID.class);
        var parent = rs.getObject("parent_id", UUID.class);
        return new CustomerCard(new CustomerId(rs.getObject("id", UUID.class)), rs.getString("number"),
                rs.getString("name"), rs.getString("name_en"), CustomerKind.valueOf(rs.getString("kind")),
                CustomerStatus.valueOf(rs.getString("status")), rs.getObject("tier", Integer.class),
                unit == null ? null : new UnitId(unit), rs.getString("unit_name"), rs.getString("unit_name_en"),
                parent == null ? null : new CustomerId(parent));
    }

}
