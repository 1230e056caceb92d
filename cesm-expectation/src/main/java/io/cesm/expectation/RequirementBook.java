package io.cesm.expectation;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.Cursor;
import io.cesm.domain.kernel.Slice;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads requirements within the scope of the one who asks. */
@Component
@Transactional(readOnly = true)
public class RequirementBook {

    private static final String SELECT = """
            select r.id, r.version, r.number, r.expectation_id, e.number as expectation_number, e.verbatim,
                   r.customer_id, c.name as customer_name, c.name_en as customer_name_en, r.title, r.statement, r.state, r.release_name, r.release_on,
                   r.answer, r.external_key, r.created_at, s.name as created_by
              from requirement r
              join expectation e on e.id = r.expectation_id
              join customer c on c.id = r.customer_id
              left join staff s on s.id = r.created_by
             where\s""";

    private final JdbcClient jdbc;

    private final CurrentActor current;

    RequirementBook(JdbcClient jdbc, CurrentActor current) {
        this.jdbc = jdbc;
        this.current = current;
    }

    public RequirementRow require(RequirementId id) {
        return read("r.id = :id", Map.of("id", id.id()), "").stream().findFirst().orElseThrow(UnknownThing::new);
    }

    public List<RequirementRow> of(ExpectationId id) {
        return read("r.expectation_id = :id", Map.of("id", id.id()), " order by r.created_at");
    }

    /** All of them, raised last first. */
    public Slice<RequirementRow> slice(@Nullable RequirementState state, int size, @Nullable String cursor) {
        var params = new HashMap<String, @Nullable Object>();
        var where = "true";
        if (state != null) {
            where = "r.state = :state";
            params.put("state", state.name());
        }
        var from = Cursor.parse(cursor, 2);
        if (from != null) {
            where += " and (r.created_at, r.id) < (:at, :after)";
            params.put("at", requireNonNull(from.instant(0)).atOffset(ZoneOffset.UTC));
            params.put("after", from.uuid(1));
        }
        var rows = read(where, params, " order by r.created_at desc, r.id desc limit " + (size + 1));
        return Slice.forward(rows, size, row -> Cursor.after(row.createdAt(), row.id().id()));
    }

    private List<RequirementRow> read(String where, Map<String, ? extends @Nullable Object> params, String order) {
        var scope = current.actor().scope();
        return jdbc.sql(SELECT + where + " and " + scope.sql("r.customer_id") + order)
            .params(params)
            .params(scope.params())
            .query((rs, i) -> new RequirementRow(new RequirementId(rs.getObject("id", UUID.class)),
                    rs.getLong("version"), rs.getString("number"),
                    new ExpectationId(rs.getObject("expectation_id", UUID.class)), rs.getString("expectation_number"),
                    rs.getString("verbatim"), new CustomerId(rs.getObject("customer_id", UUID.class)),
                    rs.getString("customer_name"), rs.getString("customer_name_en"), rs.getString("title"),
                    rs.getString("statement"), RequirementState.valueOf(rs.getString("state")),
                    rs.getString("release_name"), rs.getObject("release_on", LocalDate.class), rs.getString("answer"),
                    rs.getString("external_key"), rs.getObject("created_at", OffsetDateTime.class).toInstant(),
                    rs.getString("created_by")))
            .list();
    }

}
