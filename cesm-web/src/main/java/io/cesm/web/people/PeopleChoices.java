package io.cesm.web.people;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.UnitName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The people and units that forms and filters offer, by id. */
@Component
public class PeopleChoices {

    private static final int MOST = 300;

    private final CurrentActor current;

    private final JdbcClient jdbc;

    PeopleChoices(CurrentActor current, JdbcClient jdbc) {
        this.current = current;
        this.jdbc = jdbc;
    }

    /** Units in use, each below the one it belongs to. */
    public Map<String, String> units() {
        return read(
                "select u.id, " + UnitName.sql("u")
                        + " as name, null as role from org_unit u where u.valid_to is null order by u.path limit :most",
                Map.of("most", MOST));
    }

    /** Who of us looks after customers the reader sees. */
    public Map<String, String> owners() {
        var scope = current.actor().scope();
        Map<String, Object> params = new HashMap<>(scope.params());
        params.put("most", MOST);
        return read("select s.id, s.name, null as role from staff s where s.status = 'ACTIVE'"
                + " and (exists(select 1 from account_team a where a.staff_id = s.id and " + scope.sql("a.customer_id")
                + ")) order by s.name, s.id limit :most", params);
    }

    /**
     * Who of us may take care of something of a customer: the account team first, then
     * oneself, then the colleagues of the customer's unit.
     */
    public Map<String, String> of(CustomerId customer) {
        var me = current.actor().staff();
        return read(
                """
                        select * from (select s.id, s.name,
                               (select string_agg(distinct t.role, '/') from account_team t
                                 where t.staff_id = s.id and t.customer_id = :customer and t.valid_from <= cast(now() at time zone 'Asia/Shanghai' as date)
                                   and (t.valid_to is null or t.valid_to >= cast(now() at time zone 'Asia/Shanghai' as date))) as role
                          from staff s
                         where s.status = 'ACTIVE'
                           and (s.id = :me
                                or s.id in (select t.staff_id from account_team t where t.customer_id = :customer
                                               and t.valid_from <= cast(now() at time zone 'Asia/Shanghai' as date)
                                               and (t.valid_to is null or t.valid_to >= cast(now() at time zone 'Asia/Shanghai' as date)))
                                or s.unit_id = (select c.unit_id from customer c where c.id = :customer))
                         ) choice order by role is null, id <> :me, name, id limit :most""",
                Map.of("customer", customer.id(), "me", me == null ? customer.id() : me.id(), "most", MOST));
    }

    /**
     * Choices of a statement that gives id, name and role; a role stands behind the name.
     */
    public Map<String, String> read(String sql, Map<String, Object> params) {
        Map<String, String> choices = new LinkedHashMap<>();
        jdbc.sql(sql).params(params).query(rs -> {
            var role = rs.getString("role");
            choices.put(rs.getObject("id", UUID.class).toString(),
                    role == null ? rs.getString("name") : rs.getString("name") + " · " + role);
        });
        return choices;
    }

}
