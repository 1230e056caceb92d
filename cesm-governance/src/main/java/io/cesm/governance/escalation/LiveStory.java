package io.cesm.governance.escalation;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.cesm.domain.calendar.CalendarBook;
import io.cesm.domain.calendar.CalendarId;
import io.cesm.domain.complaint.ClockKind;
import io.cesm.domain.complaint.ClockState;
import io.cesm.domain.complaint.ComplaintClock;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.ComplaintKind;
import io.cesm.domain.complaint.ComplaintState;
import io.cesm.domain.complaint.EscalatingComplaints;
import io.cesm.domain.timeline.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads a complaint as it is now, for the triggers. */
@Component
class LiveStory {

    static final String OFFICE_HOURS = "cn";

    /** Facts about the risk of a complaint, on the alias {@code c}. */
    static final String RISK = """
            u.tier, o.path, coalesce((select t.annual_value from customer_tier t where t.customer_id = c.customer_id
                   and t.valid_to is null order by t.valid_from desc limit 1), 0) as annual_value,
                   exists (select 1 from (select c.contact_id as id union all select c.answered_contact
                               union all select m.contact_id from complaint_message m where m.complaint_id = c.id) p
                             join contact k on k.id = p.id where k.decision_role = 'DECISION_MAKER') as decider,
                   array(select h.answered_at from complaint_handover h where h.complaint_id = c.id
                            and h.state in ('REFUSED', 'EXPIRED') order by h.answered_at) as refusals,
                   array(select g.since from complaint_holding g where g.complaint_id = c.id order by g.since) as holdings
            """;

    private final JdbcClient jdbc;

    private final EscalatingComplaints escalating;

    private final CalendarBook calendars;

    LiveStory(JdbcClient jdbc, EscalatingComplaints escalating, CalendarBook calendars) {
        this.jdbc = jdbc;
        this.escalating = escalating;
        this.calendars = calendars;
    }

    /** What is known about a complaint that is held. */
    record Known(ComplaintId id, Subject named, UUID customer, @Nullable UUID owner, LevelConditions.Subject subject,
            int level, List<ComplaintClock> clocks, Story story, @Nullable Instant answerBy, @Nullable Bound bound) {
    }

    /** The version of a policy it came under, and with which grade. */
    record Bound(UUID policy, int version, int grade) {
    }

    Known read(ComplaintId id) {
        return jdbc
            .sql("""
                    select c.*, b.policy_id as bound_policy, b.version as bound_version, b.grade as bound_grade,
                           d.id as days_id, d.version as days_version,
                           (select h.answer_by from complaint_handover h where h.complaint_id = c.id and h.state = 'OFFERED') as answer_by,
                    """
                    + RISK + """
                             from complaint c
                             join customer u on u.id = c.customer_id
                             left join org_unit o on o.id = u.unit_id
                             left join escalation_binding b on b.complaint_id = c.id
                             join business_calendar d on d.code = :days
                            where c.id = :id""")
            .param("id", id.id())
            .param("days", OFFICE_HOURS)
            .query((rs, i) -> known(id, rs))
            .single();
    }

    private Known known(ComplaintId id, ResultSet rs) throws SQLException {
        var policy = rs.getObject("bound_policy", UUID.class);
        var customer = rs.getObject("customer_id", UUID.class);
        var clocks = escalating.clocks(id);
        return new Known(id, EscalatingComplaints.subject(id, rs.getString("number"), customer), customer,
                rs.getObject("owner_id", UUID.class), subject(rs), rs.getInt("escalation_level"), clocks.all(),
                story(rs, clocks), at(rs, "answer_by"),
                policy == null ? null : new Bound(policy, rs.getInt("bound_version"), rs.getInt("bound_grade")));
    }

    static LevelConditions.Subject subject(ResultSet rs) throws SQLException {
        return new LevelConditions.Subject(ComplaintKind.valueOf(rs.getString("kind")), rs.getInt("grade"),
                rs.getObject("tier", Integer.class), rs.getString("path"));
    }

    private Story story(ResultSet rs, EscalatingComplaints.Clocks clocks) throws SQLException {
        var first = clocks.all().stream().filter(it -> it.kind() == ClockKind.FIRST_RESPONSE).findFirst().orElse(null);
        var received = Objects.requireNonNull(at(rs, "received_at"));
        var days = calendars.timeOf(new CalendarId(rs.getObject("days_id", UUID.class)), OFFICE_HOURS,
                rs.getInt("days_version"));
        var holdings = moments(rs.getArray("holdings"));
        return new Story(received, holdings.isEmpty() ? null : holdings.getFirst(),
                first == null ? null : first.target(), runs(clocks.all()), silences(rs),
                rs.getBoolean("decider") ? received : null, rs.getBoolean("publicity") ? received : null,
                rs.getInt("recurrence"), value(rs.getBigDecimal("annual_value")), moments(rs.getArray("refusals")),
                holdings.isEmpty() ? List.of() : holdings.subList(1, holdings.size()),
                clocks.time() == null ? days : clocks.time(), days);
    }

    private static List<Story.Run> runs(List<ComplaintClock> clocks) {
        List<Story.Run> runs = new ArrayList<>();
        for (var each : clocks) {
            var since = each.runningSince();
            if (each.state() == ClockState.RUNNING && since != null) {
                runs.add(new Story.Run(each.kind(), each.beganAt(), each.target(), each.used(),
                        List.of(new Story.Stretch(since, null))));
            }
        }
        return runs;
    }

    private static List<Story.Stretch> silences(ResultSet rs) throws SQLException {
        var since = switch (ComplaintState.valueOf(rs.getString("state"))) {
            case WAITING_CUSTOMER -> at(rs, "waiting_since");
            case RESOLVED -> at(rs, "resolved_at");
            default -> null;
        };
        return since == null ? List.of() : List.of(new Story.Stretch(since, null));
    }

    static long value(@Nullable BigDecimal value) {
        return value == null ? 0 : value.longValue();
    }

    static List<Instant> moments(@Nullable Array array) throws SQLException {
        return array == null ? List.of()
                : Arrays.stream((Object[]) array.getArray())
                    .filter(Objects::nonNull)
                    .map(it -> ((java.sql.Timestamp) it).toInstant())
                    .toList();
    }

    static @Nullable Instant at(ResultSet rs, String column) throws SQLException {
        var at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

}
