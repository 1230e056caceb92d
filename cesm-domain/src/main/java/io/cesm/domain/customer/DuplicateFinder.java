package io.cesm.domain.customer;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the records most like given ones: by name without legal form, by phone, by mail.
 */
@Component
class DuplicateFinder {

    private static final String CUSTOMERS = """
            with a as (select id, name_stem, address, parent_id from customer where id = any(:ids) and status <> 'MERGED'),
            pair as (
                select a.id as a, x.id as b, cast(null as text) as phone, cast(null as text) as mail
                  from a cross join lateral (
                       select b.id from customer b
                        where b.name_stem % a.name_stem and b.id <> a.id and b.status <> 'MERGED'
                        order by similarity(b.name_stem, a.name_stem) desc limit 6) x
                union all
                select a.id, x.customer_id, case p.kind when 'PHONE' then p.value end,
                       case p.kind when 'EMAIL' then p.value end
                  from a join contact k on k.customer_id = a.id and k.merged_into is null
                  join contact_point p on p.contact_id = k.id and p.kind in ('PHONE', 'EMAIL') and not p.former
                  cross join lateral (
                       select k2.customer_id from contact_point p2 join contact k2 on k2.id = p2.contact_id
                        where p2.normal = p.normal and p2.kind = p.kind and k2.customer_id <> a.id
                          and k2.merged_into is null limit 6) x)
            select ca.id as a, cb.id as b, max(similarity(ca.name_stem, cb.name_stem)) as name,
                   bool_or(ca.name_stem = cb.name_stem) as same_name, max(pair.phone) as phone, max(pair.mail) as mail,
                   bool_or(lower(ca.address) = lower(cb.address)) as address, false as same_customer
              from pair join customer ca on ca.id = pair.a join customer cb on cb.id = pair.b
             where cb.status <> 'MERGED' and ca.kind = cb.kind
               and ca.parent_id is distinct from cb.id and cb.parent_id is distinct from ca.id
             group by ca.id, cb.id""";

    private static final String CONTACTS = """
            with a as (select id, customer_id, name_key from contact where id = any(:ids) and merged_into is null),
            pair as (
                select a.id as a, x.id as b, case p.kind when 'PHONE' then p.value end as phone,
                       case p.kind when 'PHONE' then null else p.value end as mail
                  from a join contact_point p on p.contact_id = a.id and p.kind <> 'FORMER_NAME'
                  cross join lateral (
                       select k2.id from contact_point p2 join contact k2 on k2.id = p2.contact_id
                        where p2.normal = p.normal and p2.kind = p.kind and k2.id <> a.id and k2.merged_into is null
                        limit 6) x
                union all
                select a.id, b.id, null, null from a
                  join contact b on b.customer_id = a.customer_id and b.name_key = a.name_key and b.id <> a.id
                 where b.merged_into is null)
            select ka.id as a, kb.id as b, max(similarity(ka.name_key, kb.name_key)) as name,
                   bool_or(ka.name_key = kb.name_key) as same_name, max(pair.phone) as phone, max(pair.mail) as mail,
                   false as address, bool_or(ka.customer_id = kb.customer_id) as same_customer
              from pair join contact ka on ka.id = pair.a join contact kb on kb.id = pair.b
             group by ka.id, kb.id""";

    private final JdbcClient jdbc;

    DuplicateFinder(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Pair> find(MergeKind kind, Collection<UUID> ids) {
        return jdbc.sql(kind == MergeKind.CUSTOMER ? CUSTOMERS : CONTACTS)
            .param("ids", ids.toArray(UUID[]::new))
            .query((rs, i) -> new Pair(rs.getObject("a", UUID.class), rs.getObject("b", UUID.class),
                    Likeness.of(rs.getBoolean("same_name"), rs.getDouble("name"), rs.getString("phone"),
                            rs.getString("mail"), rs.getBoolean("address"), rs.getBoolean("same_customer"))))
            .list()
            .stream()
            .filter(it -> it.likeness().isWorthALook())
            .toList();
    }

    /** Two records and how much they are alike. */
    record Pair(UUID a, UUID b, Likeness likeness) {

        UUID first() {
            return isOrdered() ? a : b;
        }

        UUID second() {
            return isOrdered() ? b : a;
        }

        /** The order of the database, by unsigned bytes. */
        private boolean isOrdered() {
            int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
            return (high == 0 ? Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits())
                    : high) < 0;
        }
    }

}
