package io.cesm.domain.level;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.Uuid7;

/**
 * Where every process writes its readings. A source says one thing per customer,
 * dimension, level and day: saying it again changes nothing, saying it otherwise on the
 * same day corrects it, saying it on a later day adds to the history. The caller has
 * already decided that the acting person may touch the source and its customer.
 */
@Service
@Transactional
public class LevelLedger {

    private static final String PUT = """
            insert into level_reading (id, customer_id, dimension_code, level, value, weight, n, read_on, contact_id,
                                       source_kind, source_id, source_label, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict on constraint one_reading_per_source_and_day do update
               set value = excluded.value, weight = excluded.weight, n = excluded.n, contact_id = excluded.contact_id,
                   source_kind = excluded.source_kind, source_label = excluded.source_label,
                   recorded_at = excluded.recorded_at
             where (level_reading.value, level_reading.weight, level_reading.n, level_reading.contact_id,
                    level_reading.source_kind, level_reading.source_label)
                   is distinct from
                   (excluded.value, excluded.weight, excluded.n, excluded.contact_id, excluded.source_kind,
                    excluded.source_label)
            """;

    private final JdbcTemplate jdbc;

    private final Clock clock;

    LevelLedger(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Notes readings; returns how many were new or different. */
    public int put(Reading... readings) {
        return put(List.of(readings));
    }

    /** Notes readings; returns how many were new or different. */
    public int put(Collection<Reading> readings) {
        var now = Timestamp.from(clock.instant());
        var rows = readings.stream().map(reading -> row(reading, now)).toList();
        var changed = 0;
        for (var one : jdbc.batchUpdate(PUT, rows)) {
            changed += Math.max(one, 0);
        }
        return changed;
    }

    /** Takes back everything a source has said. */
    public int retract(UUID source) {
        return jdbc.update("delete from level_reading where source_id = ?", source);
    }

    /** Takes back what a source has said about one level. */
    public int retract(UUID source, Level level) {
        return jdbc.update("delete from level_reading where source_id = ? and level = ?", source, level.name());
    }

    /** Takes back what a source has said about one level of one customer. */
    public int retract(UUID source, CustomerId customer, Level level) {
        return jdbc.update("delete from level_reading where source_id = ? and customer_id = ? and level = ?", source,
                customer.id(), level.name());
    }

    /**
     * Says wholly anew what a source has to say, for records whose dimension, customer or
     * dates were corrected: what is not in the list is taken back.
     */
    public void restate(UUID source, Collection<Reading> readings) {
        retract(source);
        put(readings);
    }

    private static Object[] row(Reading reading, Timestamp now) {
        var source = reading.source();
        var contact = reading.contact();
        return new Object[] { Uuid7.next(), reading.customer().id(), reading.dimension(), reading.level().name(),
                reading.value(), reading.weight(), reading.n(), Date.valueOf(reading.readOn()),
                (contact != null) ? contact.id() : null, source.kind(), source.id(), source.label(), now };
    }

}
