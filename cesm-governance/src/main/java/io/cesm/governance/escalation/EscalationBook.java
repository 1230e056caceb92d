package io.cesm.governance.escalation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.cesm.domain.complaint.ClockKind;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.topissue.IssueLinkPurpose;
import io.cesm.domain.topissue.TopIssueId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what was escalated, who was told and what they said to it. */
@Component
@Transactional(readOnly = true)
public class EscalationBook {

    private static final String LADDER = """
            select e.*, p.name as policy_name, a.name as acknowledger, w.name as planner, l.name as lowerer,
                   u.name as silent_name, u.name_en as silent_name_en,
                   coalesce((select k.stopped_at from complaint_clock k where k.complaint_id = e.complaint_id
                                and k.kind = e.clock and k.began_at = e.clock_began),
                            (select g.stopped_at from complaint_clock_gone g where g.complaint_id = e.complaint_id
                                and g.kind = e.clock and g.began_at = e.clock_began)) as over_at
              from escalation e
              left join escalation_policy p on p.id = e.policy_id
              left join staff a on a.id = e.acknowledged_by
              left join staff w on w.id = e.planned_by
              left join staff l on l.id = e.lowered_by
              left join customer u on u.id = e.customer_id
             where e.%s = :id order by e.at desc, e.level desc, e.id desc limit 100""";

    private final JdbcClient jdbc;

    private final CurrentActor current;

    private final Clock clock;

    EscalationBook(JdbcClient jdbc, CurrentActor current, Clock clock) {
        this.jdbc = jdbc;
        this.current = current;
        this.clock = clock;
    }

    /**
     * Somebody who was told.
     *
     * @param actingFor the name of who was away
     */
    public record Told(StaffId staff, String name, Whom part, @Nullable String actingFor) {
    }

    /** The customer of a TOP issue who does not answer, and what they were asked. */
    public record Silent(CustomerId customer, String name, @Nullable String nameEn, IssueLinkPurpose about) {
    }

    /**
     * One level that was reached.
     *
     * @param overAt when the clock it is about stopped, so that it goes no further
     * @param silent whose silence it is at a TOP issue
     */
    public record Rung(UUID id, @Nullable String policy, @Nullable Integer version, int level, TriggerKind kind,
            int amount, @Nullable ClockKind clock, Instant at, List<Told> told, @Nullable Instant acknowledgeBy,
            @Nullable Instant acknowledgedAt, @Nullable String acknowledgedBy, @Nullable String acknowledgeWords,
            @Nullable Instant planBy, @Nullable String plan, @Nullable Instant plannedAt, @Nullable String plannedBy,
            @Nullable Instant loweredAt, @Nullable String loweredBy, @Nullable Integer loweredTo,
            @Nullable String loweredBecause, @Nullable Instant overAt, @Nullable Silent silent) {

        public boolean isStanding() {
            return loweredAt == null;
        }

        public boolean wantsAcknowledgement() {
            return acknowledgedAt == null && loweredAt == null;
        }

        public boolean wantsPlan() {
            return planBy != null && plannedAt == null && loweredAt == null;
        }

    }

    /** The ladder of a complaint within reach, latest first. */
    public List<Rung> ladder(ComplaintId id) {
        return ladder("complaint_id", id.id());
    }

    /** The ladder of a TOP issue, as far as it is about customers within reach. */
    public List<Rung> ladder(TopIssueId id) {
        var scope = current.actor().scope();
        var seen = jdbc.sql("select e.id from escalation e where e.issue_id = :id and " + scope.sql("e.customer_id"))
            .param("id", id.id())
            .params(scope.params())
            .query((rs, i) -> rs.getObject(1, UUID.class))
            .list();
        return seen.isEmpty() ? List.of()
                : ladder("issue_id", id.id()).stream().filter(it -> seen.contains(it.id())).toList();
    }

    /** The highest level that stands. */
    public static int level(List<Rung> ladder) {
        return ladder.stream().filter(Rung::isStanding).mapToInt(Rung::level).max().orElse(0);
    }

    private List<Rung> ladder(String column, UUID id) {
        var told = told(column, id);
        return jdbc.sql(LADDER.formatted(column)).param("id", id).query((rs, i) -> rung(rs, told)).list();
    }

    private static Rung rung(ResultSet rs, Map<UUID, List<Told>> told) throws SQLException {
        var id = rs.getObject("id", UUID.class);
        var clock = rs.getString("clock");
        return new Rung(id, rs.getString("policy_name"), rs.getObject("policy_version", Integer.class),
                rs.getInt("level"), TriggerKind.valueOf(rs.getString("kind")), rs.getInt("amount"),
                clock == null ? null : ClockKind.valueOf(clock), Objects.requireNonNull(LiveStory.at(rs, "at")),
                told.getOrDefault(id, List.of()), LiveStory.at(rs, "acknowledge_by"),
                LiveStory.at(rs, "acknowledged_at"), rs.getString("acknowledger"), rs.getString("acknowledge_words"),
                LiveStory.at(rs, "plan_by"), rs.getString("plan"), LiveStory.at(rs, "planned_at"),
                rs.getString("planner"), LiveStory.at(rs, "lowered_at"), rs.getString("lowerer"),
                rs.getObject("lowered_to", Integer.class), rs.getString("lowered_because"), LiveStory.at(rs, "over_at"),
                silent(rs));
    }

    private static @Nullable Silent silent(ResultSet rs) throws SQLException {
        var customer = rs.getObject("customer_id", UUID.class);
        return customer == null ? null : new Silent(new CustomerId(customer), rs.getString("silent_name"),
                rs.getString("silent_name_en"), IssueLinkPurpose.valueOf(rs.getString("about")));
    }

    private Map<UUID, List<Told>> told(String column, UUID id) {
        Map<UUID, List<Told>> told = new LinkedHashMap<>();
        jdbc.sql("""
                select t.escalation_id, t.staff_id, s.name, t.part, f.name as acting_for
                  from escalation_told t
                  join escalation e on e.id = t.escalation_id and e.%s = :id
                  join staff s on s.id = t.staff_id
                  left join staff f on f.id = t.acting_for
                 order by t.part, s.name, s.id""".formatted(column)).param("id", id).query(rs -> {
            told.computeIfAbsent(rs.getObject("escalation_id", UUID.class), it -> new ArrayList<>())
                .add(new Told(new StaffId(rs.getObject("staff_id", UUID.class)), rs.getString("name"),
                        Whom.valueOf(rs.getString("part")), rs.getString("acting_for")));
        });
        return told;
    }

    /**
     * How many complaints are overdue for two minutes without the escalation that every
     * policy has for that; stays 0.
     */
    public long overdueWithoutEscalation() {
        return jdbc
            .sql("""
                    select count(*) from complaint_clock k
                      join complaint c on c.id = k.complaint_id and c.closed_at is null
                     where k.due_at <= :since and c.due_at <= :since and not exists (select 1 from escalation e
                            where e.complaint_id = c.id and (e.occasion like 'before/%'
                               or (e.clock = k.kind and e.clock_began = k.began_at
                                   and (e.clock_minutes = k.target_minutes or e.lowered_at is null) and e.kind = 'CLOCK_PERCENT' and e.amount = 100)))""")
            .param("since", clock.instant().minus(Duration.ofMinutes(2)).atOffset(ZoneOffset.UTC))
            .query((rs, i) -> rs.getLong(1))
            .single();
    }

}
