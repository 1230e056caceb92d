package io.cesm.domain.complaint;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Remembers how far mail boxes have been read, for all nodes. */
@Component
@Transactional
public class MailboxBook {

    private final Clock clock;

    private final JdbcClient jdbc;

    MailboxBook(Clock clock, JdbcClient jdbc) {
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /**
     * How far a mail box has been read.
     *
     * @param problem what the last try met, null if it went well
     */
    public record Position(long uidValidity, long lastUid, @Nullable Instant polledAt, @Nullable String problem,
            @Nullable Instant problemSince, long taken) {
    }

    @Transactional(readOnly = true)
    public Optional<Position> of(String mailbox) {
        return jdbc.sql("select * from mailbox_state where mailbox = :mailbox")
            .param("mailbox", mailbox)
            .query((rs, i) -> new Position(rs.getLong("uid_validity"), rs.getLong("last_uid"),
                    ComplaintRegister.at(rs, "polled_at"), rs.getString("problem"),
                    ComplaintRegister.at(rs, "problem_since"), rs.getLong("taken")))
            .optional();
    }

    /** How many mails wait for somebody to decide. */
    @Transactional(readOnly = true)
    public int waiting() {
        return jdbc.sql("select count(*) from incoming_mail where state = 'UNASSIGNED'")
            .query((rs, i) -> rs.getInt(1))
            .single();
    }

    /** Everything up to a mail has been dealt with. */
    public void advance(String mailbox, long uidValidity, long uid, boolean taken) {
        jdbc.sql(
                """
                        insert into mailbox_state (mailbox, uid_validity, last_uid, taken) values (:mailbox, :validity, :uid, :taken)
                        on conflict (mailbox) do update set uid_validity = :validity, last_uid = :uid,
                            taken = mailbox_state.taken + :taken""")
            .param("mailbox", mailbox)
            .param("validity", uidValidity)
            .param("uid", uid)
            .param("taken", taken ? 1 : 0)
            .update();
    }

    /** It was looked at; with or without success. */
    public void polled(String mailbox, @Nullable String problem) {
        jdbc.sql(
                """
                        insert into mailbox_state (mailbox, uid_validity, last_uid, polled_at, problem, problem_since)
                        values (:mailbox, 0, 0, :now, :problem, case when cast(:problem as text) is null then null else :now end)
                        on conflict (mailbox) do update set polled_at = :now, problem = :problem,
                            problem_since = case when cast(:problem as text) is null then null
                                                 else coalesce(mailbox_state.problem_since, :now) end""")
            .param("mailbox", mailbox)
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .param("problem", problem == null || problem.length() <= 400 ? problem : problem.substring(0, 400))
            .update();
    }

}
