package io.cesm.expectation;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts wrong links by network and minute, for all nodes: who guesses is slowed down.
 */
@Service
public class LinkMisses {

    /** So many wrong links a minute are a mistake; more are guessing. */
    public static final int A_MINUTE = 20;

    private final JdbcClient jdbc;

    private final Clock clock;

    LinkMisses(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public boolean tooMany(String network) {
        return jdbc.sql("select misses from confirmation_miss where network = ? and minute = ?")
            .params(network, minute())
            .query(Integer.class)
            .optional()
            .orElse(0) >= A_MINUTE;
    }

    @Transactional
    public void count(String network) {
        jdbc.sql("delete from confirmation_miss where minute < ?").param(minute().minusMinutes(10)).update();
        jdbc.sql("insert into confirmation_miss (network, minute, misses) values (?, ?, 1)"
                + " on conflict (network, minute) do update set misses = confirmation_miss.misses + 1")
            .params(network, minute())
            .update();
    }

    private OffsetDateTime minute() {
        return clock.instant().truncatedTo(ChronoUnit.MINUTES).atOffset(ZoneOffset.UTC);
    }

}
