package io.cesm.expectation;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.Cursor;
import io.cesm.domain.kernel.Slice;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads conflicts within the scope of the one who asks. */
@Component
@Transactional(readOnly = true)
public class ConflictBook {

    private static final String SELECT = """
            select x.id, x.version, x.customer_id, c.name as customer_name, c.name_en as customer_name_en, d.name as dimension_name,
                   d.name_en as dimension_name_en, x.kind, x.state, x.detected_at, x.resolved_at, r.name as resolved_by,
                   x.chosen_id, x.decision, p.name as decided_by, x.told_on, t.name as told_by, q.name as told_contact,
                   a.id as a_id, a.number as a_number, a.verbatim as a_verbatim, a.contact_id as a_contact,
                   ak.name as a_contact_name, a.expected_level as a_level, a.wanted_on as a_wanted, a.state as a_state,
                   b.id as b_id, b.number as b_number, b.verbatim as b_verbatim, b.contact_id as b_contact,
                   bk.name as b_contact_name, b.expected_level as b_level, b.wanted_on as b_wanted, b.state as b_state
              from expectation_conflict x
              join customer c on c.id = x.customer_id
              join dimension d on d.code = x.dimension_code
              join expectation a on a.id = x.first_id
              join contact ak on ak.id = a.contact_id
              join expectation b on b.id = x.second_id
              join contact bk on bk.id = b.contact_id
              left join staff r on r.id = x.resolved_by
              left join contact p on p.id = x.decided_contact
              left join staff t on t.id = x.told_by
              left join contact q on q.id = x.told_contact
             where\s""";

    private final JdbcClient jdbc;

    private final CurrentActor current;

    ConflictBook(JdbcClient jdbc, CurrentActor current) {
        this.jdbc = jdbc;
        this.current = current;
    }

    public ConflictRow require(ConflictId id) {
        return read("x.id = :id", Map.of("id", id.id()), "").stream().findFirst().orElseThrow(UnknownThing::new);
    }

    /** The conflicts one expectation is part of. */
    public List<ConflictRow> of(ExpectationId id) {
        return read("(x.first_id = :id or x.second_id = :id)", Map.of("id", id.id()), " order by x.detected_at desc");
    }

    /** Conflicts in one state, found last first. */
    public Slice<ConflictRow> slice(ConflictState state, @Nullable CustomerId customer, int size,
            @Nullable String cursor) {
        var params = new HashMap<String, @Nullable Object>();
        params.put("state", state.name());
        var where = "x.state = :state";
        if (customer != null) {
            where += " and x.customer_id = :customer";
            params.put("customer", customer.id());
        }
        var from = Cursor.parse(cursor, 2);
        if (from != null) {
            where += " and (x.detected_at, x.id) < (:at, :after)";
            params.put("at", requireNonNull(from.instant(0)).atOffset(ZoneOffset.UTC));
            params.put("after", from.uuid(1));
        }
        var rows = read(where, params, " order by x.detected_at desc, x.id desc limit " + (size + 1));
        return Slice.forward(rows, size, row -> Cursor.after(row.detectedAt(), row.id().id()));
    }

    private List<ConflictRow> read(String where, Map<String, ? extends @Nullable Object> params, String order) {
        var scope = current.actor().scope();
        return jdbc.sql(SELECT + where + " and " + scope.sql("x.customer_id") + order)
            .params(params)
            .params(scope.params())
            .query(ConflictBook::row)
            .list();
    }

    private static ConflictRow row(ResultSet rs, int i) throws SQLException {
        var chosen = rs.getObject("chosen_id", UUID.class);
        var resolved = rs.getObject("resolved_at", OffsetDateTime.class);
        return new ConflictRow(new ConflictId(rs.getObject("id", UUID.class)), rs.getLong("version"),
                new CustomerId(rs.getObject("customer_id", UUID.class)), rs.getString("customer_name"),
                rs.getString("customer_name_en"), rs.getString("dimension_name"), rs.getString("dimension_name_en"),
                ConflictKind.valueOf(rs.getString("kind")), ConflictState.valueOf(rs.getString("state")),
                rs.getObject("detected_at", OffsetDateTime.class).toInstant(), side(rs, "a"), side(rs, "b"),
                resolved == null ? null : resolved.toInstant(), rs.getString("resolved_by"),
                chosen == null ? null : new ExpectationId(chosen), rs.getString("decision"), rs.getString("decided_by"),
                rs.getObject("told_on", LocalDate.class), rs.getString("told_by"), rs.getString("told_contact"));
    }

    private static ConflictRow.Side side(ResultSet rs, String of) throws SQLException {
        return new ConflictRow.Side(new ExpectationId(rs.getObject(of + "_id", UUID.class)),
                rs.getString(of + "_number"), rs.getString(of + "_verbatim"),
                new ContactId(rs.getObject(of + "_contact", UUID.class)), rs.getString(of + "_contact_name"),
                rs.getBigDecimal(of + "_level"), rs.getObject(of + "_wanted", LocalDate.class),
                ExpectationState.valueOf(rs.getString(of + "_state")));
    }

}
