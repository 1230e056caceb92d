package io.cesm.satisfaction.aftercare;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.InvitingToScore;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.satisfaction.fielding.AskingGuard;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks complainants a day after their complaint has closed, by the rules that keep people
 * from being asked too often. Who is not asked has a reason, and nobody asks themselves.
 */
@Service
@Transactional
public class AskingAfterwards {

    private static final int AT_ONCE = 50;

    private static final Duration SOONEST = Duration.ofDays(1);

    private static final Duration LATEST = Duration.ofDays(14);

    private final InvitingToScore inviting;

    private final AskingGuard guard;

    private final Clock clock;

    private final JdbcClient jdbc;

    AskingAfterwards(InvitingToScore inviting, AskingGuard guard, Clock clock, JdbcClient jdbc) {
        this.inviting = inviting;
        this.guard = guard;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    private record Closed(ComplaintId complaint, ContactId contact, int round, boolean oneOfUs, boolean last) {
    }

    /** Asks those whose time has come; returns how many were looked at. */
    public int ask() {
        if (!guard.isHour()) {
            return 0;
        }
        var due = closed();
        due.forEach(this::ask);
        return due.size();
    }

    private void ask(Closed it) {
        if (it.oneOfUs()) {
            note(it, "SKIPPED", "ONE_OF_US");
            return;
        }
        switch (guard.judge(it.contact())) {
            case NO_CONSENT -> note(it, "SKIPPED", "NO_CONSENT");
            case NO_ADDRESS -> note(it, "SKIPPED", "NO_ADDRESS");
            case TOO_SOON -> {
                if (it.last()) {
                    note(it, "SKIPPED", "GUARD");
                }
            }
            case YES -> {
                var sent = inviting.invite(it.complaint(), "score/" + it.complaint() + "/" + it.round());
                note(it, sent ? "ASKED" : "SKIPPED", sent ? null : "NO_ADDRESS");
            }
        }
    }

    private void note(Closed it, String state, @Nullable String reason) {
        jdbc.sql("""
                insert into complaint_score (id, complaint_id, round, contact_id, state, reason, at)
                values (:id, :complaint, :round, :contact, :state, :reason, :now) on conflict do nothing""")
            .param("id", Uuid7.at(clock.instant().toEpochMilli()))
            .param("complaint", it.complaint().id())
            .param("round", it.round())
            .param("contact", it.contact().id())
            .param("state", state)
            .param("reason", reason)
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update();
    }

    private List<Closed> closed() {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return jdbc.sql("""
                select c.id, c.contact_id, c.reopened_count, c.closed_at < :nearly as last,
                       exists (select 1 from contact_point p join staff s on lower(s.email) = p.normal
                                where p.contact_id = c.contact_id and p.kind = 'EMAIL') as one_of_us
                  from complaint c
                 where c.state = 'CLOSED' and c.kind <> 'PRAISE' and c.closed_at between :since and :until
                   and not exists (select 1 from complaint_score s
                                    where s.complaint_id = c.id and s.round = c.reopened_count)
                 order by c.closed_at, c.id limit :most""")
            .param("since", now.minus(LATEST))
            .param("nearly", now.minus(LATEST).plusDays(1))
            .param("until", now.minus(SOONEST))
            .param("most", AT_ONCE)
            .query((rs, i) -> new Closed(new ComplaintId(requireNonNull(rs.getObject("id", UUID.class))),
                    new ContactId(requireNonNull(rs.getObject("contact_id", UUID.class))), rs.getInt("reopened_count"),
                    rs.getBoolean("one_of_us"), rs.getBoolean("last")))
            .list();
    }

}
