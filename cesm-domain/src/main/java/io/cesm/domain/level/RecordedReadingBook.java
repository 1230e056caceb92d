package io.cesm.domain.level;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.customer.CustomerName;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;

/** The reading door to recorded readings. */
@Service
@Transactional(readOnly = true)
public class RecordedReadingBook {

    private final JdbcClient jdbc;

    private final CurrentActor current;

    RecordedReadingBook(JdbcClient jdbc, CurrentActor current) {
        this.jdbc = jdbc;
        this.current = current;
    }

    /** One recorded reading, also a withdrawn one. */
    public RecordedRow require(RecordedReadingId id) {
        return find(id).orElseThrow(UnknownThing::new);
    }

    /** One recorded reading, if there is such a record. */
    public Optional<RecordedRow> find(RecordedReadingId id) {
        var scope = current.actor().scope();
        return jdbc.sql("""
                select r.*, %s as customer_name, s.name as recorder
                  from recorded_reading r
                  join customer c on c.id = r.customer_id
                  left join staff s on s.id = r.recorded_by
                 where r.id = :id and %s
                """.formatted(CustomerName.sql("c"), scope.sql("r.customer_id")))
            .param("id", id.id())
            .params(scope.params())
            .query(RecordedReadingBook::row)
            .optional();
    }

    private static RecordedRow row(ResultSet row, int number) throws SQLException {
        var withdrawn = row.getObject("withdrawn_at", OffsetDateTime.class);
        return new RecordedRow(new RecordedReadingId(row.getObject("id", UUID.class)),
                new CustomerId(row.getObject("customer_id", UUID.class)), row.getString("customer_name"),
                row.getString("dimension_code"), Level.valueOf(row.getString("level")),
                Given.Basis.valueOf(row.getString("basis")), row.getString("title"), row.getBigDecimal("given"),
                row.getString("unit"), row.getBigDecimal("worth_nothing"), row.getBigDecimal("worth_hundred"),
                row.getBigDecimal("value"), row.getBigDecimal("weight"), row.getInt("n"),
                row.getObject("read_on", LocalDate.class), row.getString("note"), row.getString("external_key"),
                row.getString("recorder"), row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                (withdrawn != null) ? withdrawn.toInstant() : null);
    }

}
