package io.cesm.governance.escalation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.cesm.domain.calendar.BusinessTime;
import io.cesm.domain.calendar.CalendarBook;
import io.cesm.domain.complaint.ClockKind;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.customer.CustomerName;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.time.CompanyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells complaints of the past again, from what their timelines say: when each clock ran,
 * stood still and stopped, and how long customers were silent.
 */
@Component
class PastStory {

    private final JdbcClient jdbc;

    private final CalendarBook calendars;

    private final CurrentActor current;

    PastStory(JdbcClient jdbc, CalendarBook calendars, CurrentActor current) {
        this.jdbc = jdbc;
        this.calendars = calendars;
        this.current = current;
    }

    /** A complaint of the past, as it went. */
    record Past(ComplaintId id, String number, String customerName, UUID customer, @Nullable UUID owner,
            LevelConditions.Subject subject, Story story, @Nullable Instant closedAt) {
    }

    /** Something that happened to a complaint. */
    private record Event(String action, Instant at) {
    }

    /** Target and calendar of the clocks of a complaint. */
    private record Clocks(Map<ClockKind, Duration> targets, String calendar, int version) {
    }

    /** Complaints that came in a period, newest first, within reach. */
    List<Past> between(LocalDate from, LocalDate to, int most) {
        var scope = current.actor().scope();
        Map<UUID, List<Event>> events = new HashMap<>();
        Map<UUID, Clocks> clocks = new HashMap<>();
        Map<String, Object> params = new HashMap<>(scope.params());
        params.put("from", CompanyTime.startOf(from).atOffset(ZoneOffset.UTC));
        params.put("to", CompanyTime.startOf(to.plusDays(1)).atOffset(ZoneOffset.UTC));
        params.put("most", most);
        var chosen = "select c.id from complaint c where c.received_at >= :from and c.received_at < :to and "
                + scope.sql("c.customer_id") + " order by c.received_at desc, c.id desc limit :most";
        readEvents(chosen, params, events);
        readClocks(chosen, params, clocks);
        Map<String, BusinessTime> times = new HashMap<>();
        return jdbc
            .sql("select c.*, " + CustomerName.sql("u") + " as customer_name, " + LiveStory.RISK + " from (" + chosen
                    + ") chosen join complaint c on c.id = chosen.id join customer u on u.id = c.customer_id"
                    + " left join org_unit o on o.id = u.unit_id order by c.received_at desc, c.id desc")
            .params(params)
            .query((rs, i) -> past(rs, events, clocks, times))
            .list();
    }

    private void readEvents(String chosen, Map<String, Object> params, Map<UUID, List<Event>> events) {
        jdbc.sql("""
                select t.subject_id, t.action, t.at from timeline_entry t
                 where t.subject_type = 'COMPLAINT' and t.subject_id in (%s)
                   and t.action in ('ACKNOWLEDGE', 'START', 'CONTAIN', 'RESOLVE', 'CONFIRM', 'DECLINE', 'CLOSE', 'WAIT',
                                    'RESUME', 'REOPEN', 'WITHDRAW', 'MERGE', 'SAID_TO_CUSTOMER')
                 order by t.at""".formatted(chosen)).params(params).query(rs -> {
            events.computeIfAbsent(rs.getObject("subject_id", UUID.class), it -> new ArrayList<>())
                .add(new Event(rs.getString("action"), rs.getObject("at", OffsetDateTime.class).toInstant()));
        });
    }

    private void readClocks(String chosen, Map<String, Object> params, Map<UUID, Clocks> clocks) {
        jdbc.sql("select k.complaint_id, k.kind, k.target_minutes, b.code, k.calendar_version from complaint_clock k"
                + " join business_calendar b on b.id = k.calendar_id where k.complaint_id in (" + chosen + ")")
            .params(params)
            .query(rs -> {
                var code = rs.getString("code");
                var version = rs.getInt("calendar_version");
                clocks
                    .computeIfAbsent(rs.getObject("complaint_id", UUID.class),
                            it -> new Clocks(new EnumMap<>(ClockKind.class), code, version))
                    .targets()
                    .put(ClockKind.valueOf(rs.getString("kind")), Duration.ofMinutes(rs.getInt("target_minutes")));
            });
    }

    private Past past(ResultSet rs, Map<UUID, List<Event>> events, Map<UUID, Clocks> clocks,
            Map<String, BusinessTime> times) throws SQLException {
        var id = rs.getObject("id", UUID.class);
        var known = clocks.getOrDefault(id, new Clocks(Map.of(), LiveStory.OFFICE_HOURS, 0));
        var received = Objects.requireNonNull(LiveStory.at(rs, "received_at"));
        var teller = new Teller(known.targets(), received);
        events.getOrDefault(id, List.of()).forEach(it -> teller.tell(it.action(), it.at()));
        var holdings = LiveStory.moments(rs.getArray("holdings"));
        var story = new Story(received, holdings.isEmpty() ? null : holdings.getFirst(),
                known.targets().get(ClockKind.FIRST_RESPONSE), teller.runs(), teller.silences(),
                rs.getBoolean("decider") ? received : null, rs.getBoolean("publicity") ? received : null,
                rs.getInt("recurrence"), LiveStory.value(rs.getBigDecimal("annual_value")),
                LiveStory.moments(rs.getArray("refusals")),
                holdings.isEmpty() ? List.of() : holdings.subList(1, holdings.size()), time(known, times),
                time(new Clocks(Map.of(), LiveStory.OFFICE_HOURS, 0), times));
        return new Past(new ComplaintId(id), rs.getString("number"), rs.getString("customer_name"),
                rs.getObject("customer_id", UUID.class), rs.getObject("owner_id", UUID.class), LiveStory.subject(rs),
                story, LiveStory.at(rs, "closed_at"));
    }

    private BusinessTime time(Clocks it, Map<String, BusinessTime> times) {
        return times.computeIfAbsent(it.calendar() + "/" + it.version(), key -> calendars.time(
                it.version() == 0 ? calendars.require(it.calendar()) : calendars.require(it.calendar(), it.version())));
    }

}
