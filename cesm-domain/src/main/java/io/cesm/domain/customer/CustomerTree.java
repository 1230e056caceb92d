package io.cesm.domain.customer;

import java.util.Objects;

import io.cesm.domain.kernel.FieldRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps groups, companies and sites a tree. */
@Component
class CustomerTree {

    private final JdbcClient jdbc;

    private final CustomerDesk desk;

    CustomerTree(JdbcClient jdbc, CustomerDesk desk) {
        this.jdbc = jdbc;
        this.desk = desk;
    }

    /** Refuses a place in the tree that is out of reach, upside down or a circle. */
    void requirePlace(CustomerId id, CustomerDetails details, @Nullable CustomerId before) {
        var parent = details.parent();
        if (parent == null) {
            return;
        }
        if (!Objects.equals(parent, before)) {
            if (!desk.isInReach(parent)) {
                throw new FieldRefusal("parent", "customer.parent_unknown");
            }
        }
        if (parent.equals(id) || isBelow(parent, id)) {
            throw new FieldRefusal("parent", "customer.circle");
        }
        var above = jdbc.sql("select kind from customer where id = :id and status <> 'MERGED'")
            .param("id", parent.id())
            .query(String.class)
            .optional()
            .map(CustomerKind::valueOf)
            .orElseThrow(() -> new FieldRefusal("parent", "customer.parent_unknown"));
        if (above.compareTo(details.kind()) > 0) {
            throw new FieldRefusal("parent", "customer.upside_down");
        }
    }

    /** Whether one hangs somewhere below the other. */
    boolean isBelow(CustomerId one, CustomerId other) {
        return jdbc.sql("""
                with recursive up (id, parent_id) as (
                    select id, parent_id from customer where id = :one
                    union
                    select c.id, c.parent_id from customer c join up on c.id = up.parent_id)
                select exists (select from up where parent_id = :other)""")
            .param("one", one.id())
            .param("other", other.id())
            .query(Boolean.class)
            .single();
    }

}
