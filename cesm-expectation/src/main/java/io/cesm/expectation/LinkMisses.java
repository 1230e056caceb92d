package io.cesm.expectation;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
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

    private volatile Seen seen = new Seen(OffsetDateTime.MIN, Set.of());

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

    /**
     * The same where answers pour in: asks only about networks that missed at this node
     * in this minute, so that it costs nothing for everybody else. Across nodes a guesser
     * has one try more on each of them.
     */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public boolean tooManyOfThoseSeen(String network) {
        var now = seen;
        return now.networks().contains(network) && now.minute().equals(minute()) && tooMany(network);
    }

    @Transactional
    public void count(String network) {
        jdbc.sql("delete from confirmation_miss where minute < ?").param(minute().minusMinutes(10)).update();
        jdbc.sql("insert into confirmation_miss (network, minute, misses) values (?, ?, 1)"
                + " on conflict (network, minute) do update set misses = confirmation_miss.misses + 1")
            .params(network, minute())
            .update();
        see(network);
    }

    private synchronized void see(String network) {
        var now = seen;
        if (!now.minute().equals(minute())) {
            now = new Seen(minute(), ConcurrentHashMap.newKeySet());
            seen = now;
        }
        now.networks().add(network);
    }

    private OffsetDateTime minute() {
        return clock.instant().truncatedTo(ChronoUnit.MINUTES).atOffset(ZoneOffset.UTC);
    }

    /** The networks that missed at this node in a minute. */
    private record Seen(OffsetDateTime minute, Set<String> networks) {
    }

}
