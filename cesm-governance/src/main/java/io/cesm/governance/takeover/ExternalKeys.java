package io.cesm.governance.takeover;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The keys another system has for records of one kind. */
final class ExternalKeys {

    private final JdbcClient jdbc;

    private final Clock clock;

    private final String table;

    ExternalKeys(JdbcClient jdbc, Clock clock, String table) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.table = table;
    }

    /** The record a key stands for, and what its row said. */
    record Known(UUID record, long said) {
    }

    Optional<Known> find(String key) {
        return jdbc.sql("select record_id, said from " + table + " where external_key = ?")
            .param(key)
            .query((rs, i) -> new Known(rs.getObject(1, UUID.class), rs.getLong(2)))
            .optional();
    }

    void keep(String key, UUID record, long said) {
        jdbc.sql("insert into " + table + " (external_key, record_id, said, taken_in_at) values (?, ?, ?, ?)"
                + " on conflict (external_key) do update set said = excluded.said, taken_in_at = excluded.taken_in_at")
            .params(key, record, said, clock.instant().atOffset(ZoneOffset.UTC))
            .update();
    }

}
