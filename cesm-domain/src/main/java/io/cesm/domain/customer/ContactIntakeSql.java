package io.cesm.domain.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import io.cesm.domain.kernel.NameKey;
import io.cesm.domain.kernel.SearchText;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Subject;
import io.cesm.domain.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what a batch of people refers to, and writes the batch, both set by set. */
@Component
class ContactIntakeSql {

    private static final String TOKENS = CustomerIntakeSql.TOKENS;

    private static final String[] FIELDS = { "name", "nameEn", "kind", "title", "department", "decisionRole",
            "roleWeight", "influence", "language", "note", "externalKey" };

    private final JdbcClient jdbc;

    private final Timeline timeline;

    private final CurrentActor current;

    ContactIntakeSql(JdbcClient jdbc, Timeline timeline, CurrentActor current) {
        this.jdbc = jdbc;
        this.timeline = timeline;
        this.current = current;
    }

    Known load(List<IncomingContact> rows) {
        var known = new Known(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashSet<>(),
                CustomerIntakeSql.aliases(jdbc, "contact", texts(rows, IncomingContact::externalKey)));
        customers(rows, known);
        var ids = Stream
            .concat(known.customerByKey.values().stream(), known.customerByName.values().stream().flatMap(List::stream))
            .distinct()
            .toArray(UUID[]::new);
        var scope = current.actor().scope();
        jdbc.sql("""
                select k.*, trim_scale(k.role_weight) as weight, %s as in_reach,
                       (select array_agg(p.kind || ' ' || p.normal) from contact_point p
                         where p.contact_id = k.id) as points,
                       (select array_agg(p.value) from contact_point p
                         where p.contact_id = k.id and p.kind in ('FORMER_NAME', 'WECOM')) as names
                  from contact k
                 where k.merged_into is null and (k.external_key = any(:keys)
                    or (k.customer_id = any(:customers) and k.name_key = any(:names)))
                   for update of k""".formatted(scope.sql("k.customer_id")))
            .param("keys", texts(rows, IncomingContact::externalKey))
            .param("customers", ids)
            .param("names",
                    rows.stream()
                        .map(IncomingContact::name)
                        .filter(Objects::nonNull)
                        .map(NameKey::of)
                        .distinct()
                        .toArray(String[]::new))
            .params(scope.params())
            .query(rs -> {
                known.add(state(rs), rs);
            });
        return known;
    }

    private void customers(List<IncomingContact> rows, Known known) {
        var scope = current.actor().scope();
        var keys = texts(rows, IncomingContact::customerKey);
        var aliases = CustomerIntakeSql.aliases(jdbc, "customer", keys);
        var ids = Stream
            .concat(Stream.of(keys).filter(it -> it.length() == 36).flatMap(ContactIntakeSql::uuid),
                    aliases.values().stream())
            .toArray(UUID[]::new);
        jdbc.sql("""
                select c.id, c.external_key, c.number, c.name_key from customer c
                 where c.status <> 'MERGED' and (c.external_key = any(:keys) or c.number = any(:keys)
                    or c.id = any(:ids) or c.name_key = any(:names)) and """ + " " + scope.sql("c.id"))
            .param("keys", keys)
            .param("ids", ids)
            .param("names",
                    Stream.of(texts(rows, IncomingContact::customerName)).map(NameKey::of).toArray(String[]::new))
            .params(scope.params())
            .query(rs -> {
                var id = rs.getObject(1, UUID.class);
                known.customerByKey.put(id.toString(), id);
                known.customerByKey.put(rs.getString(3), id);
                if (rs.getString(2) != null) {
                    known.customerByKey.put(rs.getString(2), id);
                }
                known.customerByName.computeIfAbsent(rs.getString(4), it -> new ArrayList<>()).add(id);
            });
        aliases.forEach((key, id) -> {
            if (id.equals(known.customerByKey.get(id.toString()))) {
                known.customerByKey.putIfAbsent(key, id);
            }
        });
    }

    private static Stream<UUID> uuid(String text) {
        try {
            return Stream.of(UUID.fromString(text));
        }
        catch (IllegalArgumentException ex) {
            return Stream.empty();
        }
    }

    private static String[] texts(List<IncomingContact> rows, Function<IncomingContact, @Nullable String> field) {
        return rows.stream().map(field).filter(Objects::nonNull).map(String::strip).distinct().toArray(String[]::new);
    }

    private static IntakeState state(ResultSet rs) throws SQLException {
        var state = new IntakeState(rs.getObject("id", UUID.class), false);
        state.was("customer", rs.getString("customer_id"));
        state.was("externalKey", rs.getString("external_key"));
        state.was("name", rs.getString("name"));
        state.was("nameEn", rs.getString("name_en"));
        state.was("kind", rs.getString("kind"));
        state.was("title", rs.getString("title"));
        state.was("department", rs.getString("department"));
        state.was("decisionRole", rs.getString("decision_role"));
        state.was("roleWeight", rs.getString("weight"));
        state.was("influence", rs.getString("influence"));
        state.was("language", rs.getString("language"));
        state.was("note", rs.getString("note"));
        var points = rs.getArray("points");
        if (points != null) {
            state.points.addAll(List.of((String[]) points.getArray()));
        }
        var names = rs.getArray("names");
        if (names != null) {
            state.formerNames.addAll(List.of((String[]) names.getArray()));
        }
        return state;
    }

    void write(List<IntakeState> changed, Instant at) {
        var inserts = rows();
        var updates = rows();
        changed.forEach(it -> fill(it.isNew ? inserts : updates, it));
        if (!inserts.isEmpty()) {
            jdbc.sql(
                    """
                            insert into contact (id, customer_id, external_key, kind, name, name_en, name_key, title, department,
                                   decision_role, role_weight, influence, language, note, search, created_at, updated_at,
                                   version)
                            select cast(id as uuid), cast(customer_id as uuid), external_key, kind, name, name_en, name_key,
                                   title, department, decision_role, cast(role_weight as numeric),
                                   cast(influence as smallint), language, note,
                                   array_to_tsvector(string_to_array(search, E'\\x1f')), :at, :at, 0
                              from\s"""
                            + inserts.asTable())
                .params(inserts.params())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        }
        if (!updates.isEmpty()) {
            jdbc.sql("""
                    update contact k set customer_id = cast(r.customer_id as uuid), external_key = r.external_key,
                           kind = r.kind, name = r.name, name_en = r.name_en, name_key = r.name_key, title = r.title,
                           department = r.department, decision_role = r.decision_role,
                           role_weight = cast(r.role_weight as numeric), influence = cast(r.influence as smallint),
                           language = r.language, note = r.note,
                           search = array_to_tsvector(string_to_array(r.search, E'\\x1f')),
                           updated_at = :at, version = k.version + 1
                      from\s""" + updates.asTable() + " where k.id = cast(r.id as uuid) and k.id = any(:ids)")
                .params(updates.params())
                .param("ids", updates.ids())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        }
        points(changed, at);
        changed.forEach(state -> timeline.record(change(state)));
    }

    private void points(List<IntakeState> changed, Instant at) {
        var rows = new Rows("id", "contact_id", "kind", "value", "normal", "preferred");
        for (var state : changed) {
            var first = new HashSet<PointKind>();
            state.newPoints.forEach((key, wish) -> {
                boolean preferred = wish.kind() != PointKind.FORMER_NAME && first.add(wish.kind())
                        && state.points.stream().noneMatch(it -> it.startsWith(wish.kind() + " "));
                rows.add(Uuid7.next(), state.id, wish.kind(), wish.value(), key.substring(key.indexOf(' ') + 1),
                        preferred);
            });
        }
        if (!rows.isEmpty()) {
            jdbc.sql("""
                    insert into contact_point (id, contact_id, kind, value, normal, preferred, created_at)
                    select cast(id as uuid), cast(contact_id as uuid), kind, value, normal, cast(preferred as boolean),
                           :at from\s""" + rows.asTable()
                    + " on conflict on constraint a_point_is_noted_once do nothing")
                .params(rows.params())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        }
    }

    private static Rows rows() {
        return new Rows("id", "customer_id", "external_key", "kind", "name", "name_en", "name_key", "title",
                "department", "decision_role", "role_weight", "influence", "language", "note", "search");
    }

    private static void fill(Rows rows, IntakeState s) {
        var texts = new ArrayList<@Nullable String>(List.of(s.must("name")));
        texts.add(s.get("nameEn"));
        texts.add(s.get("title"));
        texts.add(s.get("department"));
        texts.addAll(s.names());
        rows.add(s.id, s.get("customer"), s.get("externalKey"), s.get("kind"), s.get("name"), s.get("nameEn"),
                NameKey.of(s.must("name")), s.get("title"), s.get("department"), s.get("decisionRole"),
                s.get("roleWeight"), s.get("influence"), s.get("language"), s.get("note"),
                String.join(TOKENS, SearchText.tokens(texts.toArray(@Nullable String[]::new))));
    }

    private static Change change(IntakeState state) {
        var change = Change.of(
                new Subject("CONTACT", state.id, state.get("name"), UUID.fromString(state.must("customer"))),
                state.isNew ? "REGISTERED" : "REVISED");
        for (var field : FIELDS) {
            change = change.with(field, state.before.get(field), state.get(field));
        }
        if (state.changed("customer") && !state.isNew) {
            change = change.with("customer", state.before.get("customer"), state.get("customer"));
        }
        for (var kind : PointKind.values()) {
            var added = state.newPoints.values()
                .stream()
                .filter(it -> it.kind() == kind)
                .map(PointWish::value)
                .toList();
            change = change.with(RegisteringContacts.field(kind), null,
                    added.isEmpty() ? null : String.join("; ", added));
        }
        return change;
    }

    /** What is there already, by the keys and names of a batch. */
    record Known(Map<String, IntakeState> byKey, Map<String, IntakeState> byName, Map<String, UUID> customerByKey,
            Map<String, List<UUID>> customerByName, Set<UUID> outOfReach, Map<String, UUID> aliases) {

        private void add(IntakeState state, ResultSet rs) throws SQLException {
            var key = state.get("externalKey");
            if (key != null) {
                byKey.put(key, state);
            }
            if (rs.getBoolean("in_reach")) {
                byName.putIfAbsent(state.get("customer") + rs.getString("name_key"), state);
            }
            else {
                outOfReach.add(state.id);
            }
        }
    }

}
