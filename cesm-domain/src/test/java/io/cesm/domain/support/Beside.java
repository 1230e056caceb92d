package io.cesm.domain.support;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody else does while a transaction here is open. */
public final class Beside {

    private Beside() {
    }

    /** Begins work at another desk, and goes on once it is done or waits for us. */
    public static <T> Future<T> begin(ExecutorService desk, JdbcClient jdbc, Callable<T> work) {
        var other = desk.submit(work);
        await().atMost(Duration.ofSeconds(20)).until(() -> other.isDone() || somebodyWaits(jdbc));
        return other;
    }

    private static boolean somebodyWaits(JdbcClient jdbc) {
        return jdbc.sql("""
                select exists (select 1 from pg_stat_activity
                                where datname = current_database() and wait_event_type = 'Lock')""")
            .query(Boolean.class)
            .single();
    }

}
