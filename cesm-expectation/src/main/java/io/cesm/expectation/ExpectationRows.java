package io.cesm.expectation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Function;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.dimension.Flow;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;

/** Reads lines of the register from a result. */
final class ExpectationRows {

    private ExpectationRows() {
    }

    static ExpectationRow row(ResultSet rs, int i) throws SQLException {
        var owner = rs.getObject("owner_id", UUID.class);
        return new ExpectationRow(new ExpectationId(rs.getObject("id", UUID.class)), rs.getString("number"),
                rs.getString("verbatim"), new CustomerId(rs.getObject("customer_id", UUID.class)),
                rs.getString("customer_name"), rs.getString("customer_name_en"), rs.getObject("tier", Integer.class),
                new ContactId(rs.getObject("contact_id", UUID.class)), rs.getString("contact_name"),
                ExpectationState.valueOf(rs.getString("state")), rs.getString("dimension_code"),
                rs.getString("dimension_name"), rs.getString("dimension_name_en"), choice(rs, "flow", Flow::valueOf),
                rs.getObject("importance", Integer.class), choice(rs, "kano", Kano::valueOf),
                owner == null ? null : new StaffId(owner), rs.getString("owner_name"),
                rs.getObject("due_on", LocalDate.class), rs.getObject("captured_at", OffsetDateTime.class).toInstant(),
                rs.getBigDecimal("expected_level"), rs.getBigDecimal("committed_level"),
                rs.getBigDecimal("delivered_level"), rs.getBigDecimal("perceived_level"), rs.getLong("version"));
    }

    static <T> @Nullable T choice(ResultSet rs, String column, Function<String, T> valueOf) throws SQLException {
        var name = rs.getString(column);
        return name == null ? null : valueOf.apply(name);
    }

}
