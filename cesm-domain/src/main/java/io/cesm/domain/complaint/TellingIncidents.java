package io.cesm.domain.complaint;

import static java.util.Objects.requireNonNull;

import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.people.Right;
import io.cesm.domain.people.Scope;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Says what was decided to say to everybody, one complaint after the other, each in a
 * transaction of its own: the row that is marked in it is told once, whatever dies.
 */
@Component
public class TellingIncidents {

    private static final int AT_ONCE = 100;

    private final HandlingComplaints handling;

    private final IncidentWords words;

    private final ComplaintDesk desk;

    private final TransactionOperations transaction;

    private final JdbcClient jdbc;

    TellingIncidents(HandlingComplaints handling, IncidentWords words, ComplaintDesk desk,
            TransactionOperations transaction, JdbcClient jdbc) {
        this.handling = handling;
        this.words = words;
        this.desk = desk;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    private record Due(UUID message, ComplaintId complaint, IncidentWords.Text text, @Nullable StaffId by,
            @Nullable String name, boolean mail) {
    }

    /** Tells those who wait; returns how many. */
    public int tell() {
        var waiting = jdbc
            .sql("select incident_message_id, complaint_id from incident_message_to"
                    + " where state = 'WAITING' order by incident_message_id, complaint_id limit " + AT_ONCE)
            .query((rs, i) -> List.of(requireNonNull(rs.getObject(1, UUID.class)),
                    requireNonNull(rs.getObject(2, UUID.class))))
            .list();
        waiting.forEach(it -> one(it.get(0), it.get(1)));
        return waiting.size();
    }

    private void one(UUID message, UUID complaint) {
        try {
            transaction.executeWithoutResult(status -> {
                var due = due(message, complaint);
                if (due != null) {
                    Acting.as(sender(due),
                            () -> handling.say(due.complaint(), MessageKind.TO_CUSTOMER,
                                    words.fill(due.complaint(), due.text()),
                                    due.mail() ? ComplaintChannel.EMAIL : ComplaintChannel.PORTAL));
                    mark(message, complaint, due.mail() ? "MAILED" : "ON_PAGE", null);
                }
            });
        }
        catch (Refusal refusal) {
            transaction.executeWithoutResult(status -> mark(message, complaint, "FAILED", refusal.code()));
        }
    }

    private @Nullable Due due(UUID message, UUID complaint) {
        return jdbc.sql("""
                select m.words_zh, m.words_en, s.id, s.name,
                       exists (select 1 from complaint c join contact_point p on p.contact_id = c.contact_id
                                where c.id = t.complaint_id and p.kind = 'EMAIL' and not p.former) as mail
                  from incident_message_to t
                  join incident_message m on m.id = t.incident_message_id
                  left join staff s on s.id = m.sent_by
                 where t.incident_message_id = :message and t.complaint_id = :complaint and t.state = 'WAITING'
                   for update of t skip locked""")
            .param("message", message)
            .param("complaint", complaint)
            .query((rs, i) -> {
                var staff = rs.getObject(3, UUID.class);
                return new Due(message, new ComplaintId(complaint),
                        new IncidentWords.Text(rs.getString(1), rs.getString(2)),
                        staff == null ? null : new StaffId(staff), rs.getString(4), rs.getBoolean(5));
            })
            .optional()
            .orElse(null);
    }

    /** In the name of who decided it; on whose customers was looked at then. */
    private static Actor sender(Due due) {
        var by = due.by();
        return by == null ? Actor.system("incident") : new Actor(Actor.Kind.STAFF, by, requireNonNull(due.name()),
                Set.of(), EnumSet.of(Right.VIEW, Right.COMPLAINT_EDIT), Scope.all(), "job", null);
    }

    private void mark(UUID message, UUID complaint, String state, @Nullable String problem) {
        jdbc.sql("update incident_message_to set state = :state, problem = :problem, done_at = :now"
                + " where incident_message_id = :message and complaint_id = :complaint and state = 'WAITING'")
            .param("state", state)
            .param("problem", problem)
            .param("now", desk.instant().atOffset(ZoneOffset.UTC))
            .param("message", message)
            .param("complaint", complaint)
            .update();
    }

}
