package io.cesm.web.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * Pages that hold every connection cannot keep a timer from firing and from its work, and
 * whoever finds none is told so.
 */
@WebTest
class TimersKeepTheirConnectionsTests {

    @Autowired
    DataSource source;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SchedulerClient timers;

    @Autowired
    MockMvcTester web;

    @Test
    void aTimerFiresWhilePagesHoldEveryConnection() throws Exception {
        jdbc.sql("insert into once_key (key, request, claimed_at) values ('\\x77', '', now() - interval '2 days')")
            .update();
        List<Connection> held = new ArrayList<>();
        try {
            timers.reschedule(TaskInstanceId.of("once-keys", "recurring"), Instant.now().plus(Duration.ofSeconds(5)));
            assertThatThrownBy(() -> {
                while (held.size() < 100) {
                    held.add(source.getConnection());
                }
            }).as("nothing is left for pages").isInstanceOf(SQLException.class);
            assertThat(keys(held.getFirst())).isEqualTo(1);

            long until = System.nanoTime() + Duration.ofSeconds(15).toNanos();
            while (keys(held.getFirst()) == 1 && System.nanoTime() < until) {
                Thread.sleep(100);
            }

            assertThat(keys(held.getFirst())).as("what the timer was to sweep away").isZero();
        }
        finally {
            for (var connection : held) {
                connection.close();
            }
        }
    }

    @Test
    void whoeverFindsNoConnectionIsAskedToComeAgain() throws Exception {
        List<Connection> held = new ArrayList<>();
        try {
            assertThatThrownBy(() -> {
                while (held.size() < 100) {
                    held.add(source.getConnection());
                }
            }).isInstanceOf(SQLException.class);

            var answer = web.get()
                .uri("/api/v1/complaints")
                .header("Authorization", "Bearer " + "x".repeat(48))
                .exchange();
            var page = web.get().uri("/a/" + "x".repeat(43)).exchange();

            assertThat(answer).hasStatus(503).hasHeader("Retry-After", "2").bodyText().contains("\"code\":\"busy\"");
            assertThat(page).hasStatus(503).hasHeader("Retry-After", "2");
        }
        finally {
            for (var connection : held) {
                connection.close();
            }
        }
    }

    private static int keys(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from once_key where key = '\\x77'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

}
