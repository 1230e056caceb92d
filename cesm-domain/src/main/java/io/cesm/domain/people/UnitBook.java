package io.cesm.domain.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.cesm.domain.kernel.UnknownThing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads the organisation, each time in one statement, which is a snapshot by itself. */
@Component
@Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
public class UnitBook {

    private static final String ROW = """
            select u.id, u.parent_id, u.kind, u.name, u.name_en, u.valid_from, u.valid_to, u.version,
                   length(u.path) / 37 - 1 as depth,
                   (select count(*) from staff s where s.unit_id = u.id and s.status = 'ACTIVE') as people
              from org_unit u
            """;

    private final JdbcClient jdbc;

    UnitBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All units, each after the one above it. */
    public List<UnitRow> tree() {
        return Tree.order(jdbc.sql(ROW + " order by u.valid_to nulls first, u.name, u.id").query(UnitBook::row).list());
    }

    public UnitRow require(UnitId id) {
        return jdbc.sql(ROW + " where u.id = :id")
            .param("id", id.id())
            .query(UnitBook::row)
            .optional()
            .orElseThrow(UnknownThing::new);
    }

    /** Their names in the language of who asks. */
    public Map<UnitId, String> names(Collection<UnitId> ids) {
        Map<UnitId, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select u.id, " + UnitName.sql("u") + " from org_unit u where u.id = any(:ids)")
                .param("ids", ids.stream().map(UnitId::id).toArray(UUID[]::new))
                .query(rs -> {
                    names.put(new UnitId(rs.getObject(1, UUID.class)), rs.getString(2));
                });
        }
        return names;
    }

    /** How many active people, units and customers hang on a unit. */
    long inUse(UnitId id) {
        return Objects.requireNonNull(jdbc.sql("""
                select (select count(*) from staff where unit_id = :id and status = 'ACTIVE')
                     + (select count(*) from org_unit where parent_id = :id and valid_to is null)
                     + (select count(*) from customer where unit_id = :id and status <> 'MERGED')
                """).param("id", id.id()).query(Long.class).single());
    }

    private static UnitRow row(ResultSet rs, int n) throws SQLException {
        var parent = rs.getObject("parent_id", UUID.class);
        return new UnitRow(new UnitId(rs.getObject("id", UUID.class)), parent == null ? null : new UnitId(parent),
                UnitKind.valueOf(rs.getString("kind")), rs.getString("name"), rs.getString("name_en"),
                rs.getInt("depth"), rs.getInt("people"), rs.getObject("valid_from", LocalDate.class),
                rs.getObject("valid_to", LocalDate.class), rs.getLong("version"));
    }

    /**
     * A unit as lists show it.
     *
     * @param depth 0 for the company
     * @param people active members of staff directly in it
     */
    public record UnitRow(UnitId id, @Nullable UnitId parent, UnitKind kind, String name, @Nullable String nameEn,
            int depth, int people, LocalDate validFrom, @Nullable LocalDate validTo, long version) {
    }

    private static final class Tree {

        static List<UnitRow> order(List<UnitRow> rows) {
            Map<@Nullable UnitId, List<UnitRow>> below = new HashMap<>();
            rows.forEach(row -> below.computeIfAbsent(row.parent(), it -> new java.util.ArrayList<>()).add(row));
            List<UnitRow> ordered = new java.util.ArrayList<>();
            walk(null, below, ordered);
            return ordered;
        }

        private static void walk(@Nullable UnitId above, Map<@Nullable UnitId, List<UnitRow>> below,
                List<UnitRow> ordered) {
            for (var row : below.getOrDefault(above, List.of())) {
                ordered.add(row);
                walk(row.id(), below, ordered);
            }
        }

    }

}
