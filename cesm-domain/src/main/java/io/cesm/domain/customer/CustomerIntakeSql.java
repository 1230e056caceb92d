package io.cesm.domain.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import io.cesm.domain.kernel.NameKey;
import io.cesm.domain.kernel.SearchText;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.number.RecordNumbers;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Role;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Subject;
import io.cesm.domain.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what a batch of customers refers to, and writes the batch, both set by set. */
@Component
class CustomerIntakeSql {

    static final String TOKENS = "\u001F";

    private static final String[] FIELDS = { "name", "nameEn", "kind", "status", "industry", "address", "website",
            "note", "externalKey", "tier", "valueBasis", "annualValue" };

    private final JdbcClient jdbc;

    private final RecordNumbers numbers;

    private final Timeline timeline;

    private final CurrentActor current;

    CustomerIntakeSql(JdbcClient jdbc, RecordNumbers numbers, Timeline timeline, CurrentActor current) {
        this.jdbc = jdbc;
        this.numbers = numbers;
        this.timeline = timeline;
        this.current = current;
    }

    Known load(List<IncomingCustomer> rows) {
        var keys = rows.stream()
            .flatMap(it -> Stream.of(it.externalKey(), it.parentKey()))
            .filter(Objects::nonNull)
            .map(String::strip)
            .distinct()
            .toArray(String[]::new);
        var names = rows.stream()
            .filter(it -> it.externalKey() == null || it.externalKey().isBlank())
            .map(IncomingCustomer::name)
            .filter(Objects::nonNull)
            .map(NameKey::of)
            .distinct()
            .toArray(String[]::new);
        var known = new Known(new HashMap<>(), new HashMap<>(), new HashSet<>(), new HashMap<>(), units(), staff(rows),
                aliases(jdbc, "customer", keys));
        var scope = current.actor().scope();
        jdbc.sql(
                """
                        select c.*, t.value_basis, trim_scale(t.annual_value) as annual_value, t.currency, %s as in_reach,
                               (select array_agg(m.role || ' ' || m.staff_id) from account_team m where m.customer_id = c.id
                                   and not m.backup and m.valid_from <= cast(now() at time zone 'Asia/Shanghai' as date)
                                   and (m.valid_to is null or m.valid_to >= cast(now() at time zone 'Asia/Shanghai' as date))) as team
                          from customer c
                          left join customer_tier t on t.customer_id = c.id and t.valid_to is null
                         where c.status <> 'MERGED' and (c.external_key = any(:keys) or c.number = any(:keys)
                            or c.name_key = any(:names))
                           for update of c"""
                    .formatted(scope.sql("c.id")))
            .param("keys", keys)
            .param("names", names)
            .params(scope.params())
            .query(rs -> {
                known.add(state(rs), rs);
            });
        ancestors(known);
        return known;
    }

    /** Keys of records that were merged away, with those they are part of now. */
    static Map<String, UUID> aliases(JdbcClient jdbc, String table, String[] keys) {
        Map<String, UUID> aliases = new HashMap<>();
        jdbc.sql(
                """
                        with recursive went (key, id) as (
                            select external_key, merged_into from %1$s where external_key = any(:keys) and merged_into is not null
                            union
                            select w.key, c.merged_into from went w join %1$s c on c.id = w.id where c.merged_into is not null)
                        select w.key, w.id from went w join %1$s c on c.id = w.id where c.merged_into is null"""
                    .formatted(table))
            .param("keys", keys)
            .query(rs -> {
                aliases.put(rs.getString(1), rs.getObject(2, UUID.class));
            });
        return aliases;
    }

    private static IntakeState state(ResultSet rs) throws SQLException {
        var state = new IntakeState(rs.getObject("id", UUID.class), false);
        state.was("externalKey", rs.getString("external_key"));
        state.was("name", rs.getString("name"));
        state.was("nameEn", rs.getString("name_en"));
        state.was("kind", rs.getString("kind"));
        state.was("status", rs.getString("status"));
        state.was("industry", rs.getString("industry"));
        state.was("address", rs.getString("address"));
        state.was("website", rs.getString("website"));
        state.was("note", rs.getString("note"));
        state.was("parent", rs.getString("parent_id"));
        state.was("unit", rs.getString("unit_id"));
        state.was("tier", rs.getString("tier"));
        state.was("valueBasis", rs.getString("value_basis"));
        state.was("annualValue", rs.getString("annual_value"));
        state.was("currency", rs.getString("annual_value") == null ? null : rs.getString("currency"));
        state.was("number", rs.getString("number"));
        state.formerNames.addAll(List.of((String[]) rs.getArray("former_names").getArray()));
        var team = rs.getArray("team");
        if (team != null) {
            for (var member : (String[]) team.getArray()) {
                state.was(member.substring(0, member.indexOf(' ')), member.substring(member.indexOf(' ') + 1));
            }
        }
        return state;
    }

    private void ancestors(Known known) {
        var ids = Stream.concat(known.byKey.values().stream(), known.byName.values().stream().flatMap(List::stream))
            .map(it -> it.id)
            .distinct()
            .toArray(UUID[]::new);
        jdbc.sql("""
                with recursive up (id, parent_id) as (
                    select id, parent_id from customer where id = any(:ids)
                    union
                    select c.id, c.parent_id from customer c join up on c.id = up.parent_id)
                select id, parent_id from up where parent_id is not null""").param("ids", ids).query(rs -> {
            known.above.put(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class));
        });
    }

    private Map<String, UUID> units() {
        Map<String, UUID> units = new HashMap<>();
        jdbc.sql("select id, name, name_en from org_unit order by id").query(rs -> {
            units.putIfAbsent(NameKey.of(rs.getString(2)), rs.getObject(1, UUID.class));
            if (rs.getString(3) != null) {
                units.putIfAbsent(NameKey.of(rs.getString(3)), rs.getObject(1, UUID.class));
            }
        });
        return units;
    }

    private Map<String, UUID> staff(List<IncomingCustomer> rows) {
        var logins = rows.stream()
            .flatMap(it -> it.team().values().stream())
            .map(PointText::fold)
            .distinct()
            .toArray(String[]::new);
        Map<String, UUID> staff = new HashMap<>();
        if (logins.length > 0) {
            jdbc.sql("select lower(login), id from staff where status = 'ACTIVE' and lower(login) = any(:logins)")
                .param("logins", logins)
                .query(rs -> {
                    staff.put(rs.getString(1), rs.getObject(2, UUID.class));
                });
        }
        return staff;
    }

    void write(List<IntakeState> changed, Known known, Instant at) {
        if (changed.isEmpty()) {
            return;
        }
        var inserts = rows();
        var updates = rows();
        var created = changed.stream().filter(it -> it.isNew).count();
        var fresh = created == 0 ? Collections.<String>emptyIterator() : numbers.next("CU", (int) created).iterator();
        for (var state : changed) {
            if (state.isNew) {
                state.now.put("number", fresh.next());
                fill(inserts, state);
            }
            else if (state.isChanged()) {
                fill(updates, state);
            }
        }
        insert(inserts, at);
        update(updates, at);
        parents(changed);
        tiers(changed);
        teams(changed);
        changed.forEach(state -> timeline.record(change(state)));
    }

    private static Rows rows() {
        return new Rows("id", "number", "external_key", "kind", "status", "unit_id", "name", "name_en", "name_key",
                "former_names", "tier", "industry", "address", "website", "note", "search");
    }

    private static void fill(Rows rows, IntakeState s) {
        var texts = new ArrayList<@Nullable String>(List.of(s.must("name"), s.must("number")));
        texts.add(s.get("nameEn"));
        texts.add(s.get("industry"));
        texts.addAll(s.names());
        rows.add(s.id, s.get("number"), s.get("externalKey"), s.get("kind"), s.get("status"), s.get("unit"),
                s.get("name"), s.get("nameEn"), NameKey.of(s.must("name")),
                s.names().isEmpty() ? null : String.join(TOKENS, s.names().toArray(String[]::new)), s.get("tier"),
                s.get("industry"), s.get("address"), s.get("website"), s.get("note"),
                String.join(TOKENS, SearchText.tokens(texts.toArray(@Nullable String[]::new))));
    }

    private void insert(Rows rows, Instant at) {
        if (!rows.isEmpty()) {
            jdbc.sql(
                    """
                            insert into customer (id, number, external_key, kind, status, unit_id, name, name_en, name_key,
                                   former_names, tier, industry, address, website, note, search, created_at, updated_at, version)
                            select cast(id as uuid), number, external_key, kind, status, cast(unit_id as uuid), name, name_en,
                                   name_key, coalesce(string_to_array(former_names, E'\\x1f'), '{}'), cast(tier as smallint),
                                   industry, address, website, note,
                                   array_to_tsvector(string_to_array(search, E'\\x1f')), :at, :at, 0
                              from\s"""
                            + rows.asTable())
                .params(rows.params())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        }
    }

    private void update(Rows rows, Instant at) {
        if (!rows.isEmpty()) {
            jdbc.sql("""
                    update customer c set external_key = r.external_key, kind = r.kind, status = r.status,
                           unit_id = cast(r.unit_id as uuid), name = r.name, name_en = r.name_en, name_key = r.name_key,
                           former_names = coalesce(string_to_array(r.former_names, E'\\x1f'), '{}'),
                           tier = cast(r.tier as smallint), industry = r.industry, address = r.address,
                           website = r.website, note = r.note,
                           search = array_to_tsvector(string_to_array(r.search, E'\\x1f')),
                           updated_at = :at, version = c.version + 1
                      from\s""" + rows.asTable() + " where c.id = cast(r.id as uuid) and c.id = any(:ids)")
                .params(rows.params())
                .param("ids", rows.ids())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        }
    }

    private void parents(List<IntakeState> changed) {
        var rows = new Rows("id", "parent_id");
        changed.stream().filter(it -> it.changed("parent")).forEach(it -> rows.add(it.id, it.get("parent")));
        if (!rows.isEmpty()) {
            jdbc.sql("update customer c set parent_id = cast(r.parent_id as uuid) from " + rows.asTable()
                    + " where c.id = cast(r.id as uuid) and c.id = any(:ids)")
                .params(rows.params())
                .param("ids", rows.ids())
                .update();
        }
    }

    private void tiers(List<IntakeState> changed) {
        var rows = new Rows("id", "customer_id", "tier", "value_basis", "annual_value", "currency");
        changed.stream()
            .filter(CustomerIntakeSql::retiered)
            .forEach(it -> rows.add(Uuid7.next(), it.id, it.get("tier"), it.get("valueBasis"), it.get("annualValue"),
                    it.get("currency")));
        if (rows.isEmpty()) {
            return;
        }
        var old = changed.stream().filter(it -> !it.isNew && retiered(it)).map(it -> it.id).toArray(UUID[]::new);
        if (old.length > 0) {
            jdbc.sql("delete from customer_tier where customer_id = any(:old) and valid_to is null"
                    + " and valid_from >= cast(now() at time zone 'Asia/Shanghai' as date)")
                .param("old", old)
                .update();
            jdbc.sql("update customer_tier set valid_to = cast(now() at time zone 'Asia/Shanghai' as date) - 1"
                    + " where customer_id = any(:old) and valid_to is null")
                .param("old", old)
                .update();
        }
        jdbc.sql("insert into customer_tier (id, customer_id, tier, value_basis, annual_value, currency, valid_from)"
                + " select cast(id as uuid), cast(customer_id as uuid), cast(tier as smallint), value_basis,"
                + " cast(annual_value as numeric), coalesce(currency, 'CNY'), cast(now() at time zone 'Asia/Shanghai' as date) from "
                + rows.asTable())
            .params(rows.params())
            .update();
    }

    private static boolean retiered(IntakeState it) {
        return it.get("tier") != null && (it.changed("tier") || it.changed("valueBasis") || it.changed("annualValue"));
    }

    private void teams(List<IntakeState> changed) {
        var rows = new Rows("id", "customer_id", "staff_id", "role");
        for (var state : changed) {
            for (Role role : Assignment.PLACES) {
                if (state.changed(role.name())) {
                    rows.add(Uuid7.next(), state.id, state.get(role.name()), role.name());
                }
            }
        }
        if (rows.isEmpty()) {
            return;
        }
        var old = changed.stream().filter(it -> !it.isNew).map(it -> it.id).toArray(UUID[]::new);
        var same = " where t.customer_id = any(:old) and t.customer_id = cast(r.customer_id as uuid) and t.role = r.role and not t.backup"
                + " and (t.valid_to is null or t.valid_to >= cast(now() at time zone 'Asia/Shanghai' as date))";
        if (old.length > 0) {
            jdbc.sql("delete from account_team t using " + rows.asTable() + same
                    + " and t.valid_from >= cast(now() at time zone 'Asia/Shanghai' as date)")
                .params(rows.params())
                .param("old", old)
                .update();
            jdbc.sql("update account_team t set valid_to = cast(now() at time zone 'Asia/Shanghai' as date) - 1 from "
                    + rows.asTable() + same)
                .params(rows.params())
                .param("old", old)
                .update();
        }
        jdbc.sql("insert into account_team (id, customer_id, staff_id, role, valid_from) select cast(id as uuid),"
                + " cast(customer_id as uuid), cast(staff_id as uuid), role, cast(now() at time zone 'Asia/Shanghai' as date) from "
                + rows.asTable())
            .params(rows.params())
            .update();
    }

    private static Change change(IntakeState state) {
        var change = Change.of(new Subject("CUSTOMER", state.id, state.get("name"), state.id),
                state.isNew ? "REGISTERED" : "REVISED");
        for (var field : FIELDS) {
            change = change.with(field, state.before.get(field), state.get(field));
        }
        for (Role role : Assignment.PLACES) {
            change = change.with(role.name(), state.before.get(role.name()), state.get(role.name()));
        }
        change = change.with("parent", state.before.get("parent"), state.get("parent"));
        change = change.with("unit", state.before.get("unit"), state.get("unit"));
        return state.newFormerNames.isEmpty() ? change
                : change.with("formerName", null, String.join("; ", state.newFormerNames));
    }

    /** What is there already, by the keys and names of a batch. */
    record Known(Map<String, IntakeState> byKey, Map<String, List<IntakeState>> byName, Set<UUID> outOfReach,
            Map<UUID, UUID> above, Map<String, UUID> units, Map<String, UUID> staff, Map<String, UUID> aliases) {

        private void add(IntakeState state, ResultSet rs) throws SQLException {
            boolean inReach = rs.getBoolean("in_reach");
            if (!inReach) {
                outOfReach.add(state.id);
            }
            var key = state.get("externalKey");
            if (key != null) {
                byKey.put(key, state);
            }
            byKey.putIfAbsent(state.must("number"), state);
            if (inReach) {
                byName.computeIfAbsent(rs.getString("name_key"), it -> new ArrayList<>()).add(state);
            }
        }
    }

}
