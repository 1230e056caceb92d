package io.cesm.web.health;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the database says about the installation, read in one statement.
 *
 * @param size bytes of the database
 * @param late timers that nobody took for five minutes after their time
 * @param failing names of jobs that failed three times running, null if none did
 * @param stuck mails that could not be sent three times and are tried again
 * @param failed mails given up within the last seven days
 * @param pending answers that are not in the figures yet, at most {@link #MANY}
 * @param mailbox the problem of a mail box that could not be read, null if there is none
 */
record StoreState(String version, long size, int connections, int most, Instant now, int late, @Nullable String failing,
        int stuck, int failed, int pending, @Nullable String mailbox) {

    /** From here on answers are not counted singly. */
    static final int MANY = 10_000;

    private static final String SQL = """
            select current_setting('server_version') as version, pg_database_size(current_database()) as size,
                   (select count(*) from pg_stat_activity where backend_type = 'client backend') as connections,
                   current_setting('max_connections')::int as most, clock_timestamp() as now,
                   (select count(*) from scheduled_tasks where not picked and execution_time < :late) as late,
                   (select string_agg(distinct task_name, ', ' order by task_name) from scheduled_tasks
                     where consecutive_failures >= 3) as failing,
                   (select count(*) from mail where state = 'WAITING' and tries >= 3) as stuck,
                   (select count(*) from mail where state = 'FAILED' and not_before > :week) as failed,
                   (select count(*) from (select from survey_pending limit :many) p) as pending,
                   (select min(problem) from mailbox_state) as mailbox
            """;

    private static final String MAILS = """
            with mail as (select state, tries, not_before from complaint_mail
                union all select state, tries, not_before from top_issue_mail
                union all select state, tries, not_before from survey_mail
                union all select state, tries, not_before from notice_mail)
            """;

    private static StoreState of(ResultSet rs, int i) throws SQLException {
        return new StoreState(rs.getString("version"), rs.getLong("size"), rs.getInt("connections"), rs.getInt("most"),
                rs.getObject("now", OffsetDateTime.class).toInstant(), rs.getInt("late"), rs.getString("failing"),
                rs.getInt("stuck"), rs.getInt("failed"), rs.getInt("pending"), rs.getString("mailbox"));
    }

    /** Asks the database. */
    @Component
    static class Reading {

        private final JdbcClient jdbc;

        private final Clock clock;

        Reading(JdbcClient jdbc, Clock clock) {
            this.jdbc = jdbc;
            this.clock = clock;
        }

        @Transactional(readOnly = true)
        StoreState now() {
            OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
            return jdbc.sql(MAILS + SQL)
                .param("late", now.minusMinutes(5))
                .param("week", now.minusDays(7))
                .param("many", MANY)
                .query(StoreState::of)
                .single();
        }

    }

}
