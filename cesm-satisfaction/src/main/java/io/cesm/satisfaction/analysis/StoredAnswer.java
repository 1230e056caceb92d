package io.cesm.satisfaction.analysis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An answer as it lies in the database, as far as it is counted.
 *
 * @param weight in millionths
 */
record StoredAnswer(LocalDate month, boolean complete, String channel, @Nullable String language,
        @Nullable UUID customer, long weight, String segments, String items) {

    /** What a statement has to select of {@code survey_response r}. */
    static final String COLUMNS = "r.answered_on, r.complete, r.channel, r.language, r.customer_id, r.weight,"
            + " r.segments::text as segments, r.items::text as items";

    static StoredAnswer of(ResultSet row, int i) throws SQLException {
        return new StoredAnswer(row.getObject("answered_on", LocalDate.class).withDayOfMonth(1),
                row.getBoolean("complete"), row.getString("channel"), row.getString("language"),
                row.getObject("customer_id", UUID.class),
                row.getBigDecimal("weight").movePointRight(6).longValueExact(), row.getString("segments"),
                row.getString("items"));
    }

}
