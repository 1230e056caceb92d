package io.cesm.domain.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.people.CurrentActor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds customers that were there before and have the same name, phone or mail address as
 * new ones.
 */
@Component
class AlikeCustomers {

    private final JdbcClient jdbc;

    private final CurrentActor current;

    AlikeCustomers(JdbcClient jdbc, CurrentActor current) {
        this.jdbc = jdbc;
        this.current = current;
    }

    /**
     * Numbers and names of look-alikes.
     * @param created the new customers
     * @param names name keys of all customers of the batch, which are not look-alikes of
     * each other here
     */
    Map<UUID, List<String>> of(Collection<UUID> created, Map<UUID, String> names) {
        Map<UUID, List<String>> found = new HashMap<>();
        if (created.isEmpty()) {
            return found;
        }
        var scope = current.actor().scope();
        var ids = created.toArray(UUID[]::new);
        jdbc.sql("""
                with fresh as (select * from unnest(cast(:ids as uuid[]), cast(:names as text[])) as f (id, name_key)),
                     hit as (
                       select f.id, c.id as other from fresh f
                         join customer c on c.name_key = f.name_key
                       union
                       select f.id, o.customer_id from fresh f
                         join contact k on k.customer_id = f.id
                         join contact_point p on p.contact_id = k.id and p.kind in ('PHONE', 'EMAIL')
                         cross join lateral (
                           select k2.customer_id from contact_point q join contact k2 on k2.id = q.contact_id
                            where q.normal = p.normal and q.kind = p.kind and k2.customer_id <> all(:batch)
                            limit 3) o)
                select h.id, c.number || ' ' || c.name
                  from hit h join customer c on c.id = h.other
                 where c.status <> 'MERGED' and c.id <> all(:batch) and """ + " " + scope.sql("c.id"))
            .param("ids", ids)
            .param("names", created.stream().map(it -> names.getOrDefault(it, "")).toArray(String[]::new))
            .param("batch", names.keySet().toArray(UUID[]::new))
            .params(scope.params())
            .query(rs -> {
                found.computeIfAbsent(rs.getObject(1, UUID.class), it -> new ArrayList<>()).add(rs.getString(2));
            });
        return found;
    }

}
