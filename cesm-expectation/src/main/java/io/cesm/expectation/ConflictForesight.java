package io.cesm.expectation;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.people.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says which expectations a new one would conflict with, before it is noted. */
@Component
@Transactional(readOnly = true)
public class ConflictForesight {

    private static final int LOOKED_AT = 200;

    private final JdbcClient jdbc;

    private final CurrentActor current;

    ConflictForesight(JdbcClient jdbc, CurrentActor current) {
        this.jdbc = jdbc;
        this.current = current;
    }

    /**
     * What the new one would clash with.
     * @param words what is said; without them everything of the dimension counts
     */
    public List<ConflictRow.Side> of(CustomerId customer, @Nullable ContactId contact, @Nullable String dimension,
            @Nullable BigDecimal level, @Nullable LocalDate wantedOn, @Nullable String words, int limit) {
        if (dimension == null || dimension.isBlank() || (level == null && wantedOn == null)) {
            return List.of();
        }
        var scope = current.actor().scope();
        var said = new SameMatter.Said(words, null, null);
        List<ConflictRow.Side> found = new ArrayList<>();
        jdbc.sql("""
                with a as (select cast(:customer as uuid) as customer_id, cast(:dimension as text) as dimension_code,
                                  coalesce(cast(:contact as uuid), cast(:nobody as uuid)) as contact_id,
                                  cast(null as timestamptz) as closed_at, cast(:level as numeric) as expected_level,
                                  cast(:wanted as date) as wanted_on)
                select b.id, b.number, b.verbatim, b.contact_id, k.name, b.expected_level, b.wanted_on, b.state,
                       b.verbatim, b.understood, b.measure, d.name, d.name_en
                  from a join expectation b on\s""" + ConflictRule.SQL + """
                 join contact k on k.id = b.contact_id join dimension d on d.code = b.dimension_code
                where """ + scope.sql("b.customer_id") + " order by b.captured_at desc limit " + LOOKED_AT)
            .param("customer", customer.id())
            .param("dimension", dimension)
            .param("contact", contact == null ? null : contact.id(), Types.OTHER)
            .param("nobody", new UUID(0, 0))
            .param("level", level, Types.NUMERIC)
            .param("wanted", wantedOn, Types.DATE)
            .params(scope.params())
            .query(rs -> {
                if (SameMatter.possible(said, ConflictWatch.said(rs, 9), rs.getString(12), rs.getString(13))) {
                    found.add(side(rs));
                }
            });
        return found.size() > limit ? List.copyOf(found.subList(0, limit)) : found;
    }

    private static ConflictRow.Side side(ResultSet rs) throws SQLException {
        return new ConflictRow.Side(new ExpectationId(rs.getObject(1, UUID.class)), rs.getString(2), rs.getString(3),
                new ContactId(rs.getObject(4, UUID.class)), rs.getString(5), rs.getBigDecimal(6),
                rs.getObject(7, LocalDate.class), ExpectationState.valueOf(rs.getString(8)));
    }

}
