package io.cesm.governance.escalation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.complaint.ClockKind;
import io.cesm.domain.complaint.ComplaintClock;
import io.cesm.domain.complaint.ComplaintId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a complaint was escalated for already. Each clock has one ladder: a rung that
 * stands is not put up again while the customer waits for the same thing, whatever
 * happens to the target of the clock. It begins anew once the customer was told in
 * between.
 */
record Climbed(List<Rung> rungs) {

    /** A level that was reached. */
    private record Rung(UUID id, String occasion, int level, TriggerKind kind, int amount, @Nullable ClockKind clock,
            @Nullable Instant began, boolean stands, boolean toldSince, @Nullable Instant acknowledgeBy,
            @Nullable Instant planBy) {

        private boolean isFor(EscalationLevel other, Trigger.Reached reached) {
            var run = reached.run();
            return run != null && stands && run.kind() == clock && level == other.number()
                    && kind == other.trigger().kind() && amount == other.trigger().amount()
                    && (!toldSince || run.began().equals(began));
        }

        /** Nobody has to acknowledge what is over: the clock it is about has stopped. */
        private boolean isOver(List<ComplaintClock> clocks) {
            return clock != null && clocks.stream()
                .noneMatch(it -> it.kind() == clock && it.beganAt().equals(began) && it.stoppedAt() == null);
        }

        private Unanswered unanswered(List<ComplaintClock> clocks) {
            return new Unanswered(id, level, isOver(clocks) ? null : acknowledgeBy, planBy);
        }

    }

    /** An escalation nobody answered yet. */
    record Unanswered(UUID id, int level, @Nullable Instant acknowledgeBy, @Nullable Instant planBy) {
    }

    static Climbed read(JdbcClient jdbc, ComplaintId id) {
        return new Climbed(jdbc
            .sql("""
                    select e.id, e.occasion, e.level, e.kind, e.amount, e.clock, e.clock_began, e.lowered_at is null as stands,
                           case when e.acknowledged_at is null then e.acknowledge_by end as acknowledge_by,
                           case when e.planned_at is null then e.plan_by end as plan_by,
                           exists (select 1 from complaint_message m where m.complaint_id = e.complaint_id
                                      and m.kind = 'TO_CUSTOMER' and m.said_at > e.at) as told_since
                      from escalation e where e.complaint_id = :id""")
            .param("id", id.id())
            .query(Climbed::rung)
            .list());
    }

    private static Rung rung(ResultSet rs, int i) throws SQLException {
        var clock = rs.getString("clock");
        return new Rung(rs.getObject("id", UUID.class), rs.getString("occasion"), rs.getInt("level"),
                TriggerKind.valueOf(rs.getString("kind")), rs.getInt("amount"),
                clock == null ? null : ClockKind.valueOf(clock), LiveStory.at(rs, "clock_began"),
                rs.getBoolean("stands"), rs.getBoolean("told_since"), LiveStory.at(rs, "acknowledge_by"),
                LiveStory.at(rs, "plan_by"));
    }

    boolean has(EscalationLevel level, Trigger.Reached reached) {
        return rungs.stream().anyMatch(it -> it.occasion().equals(reached.occasion()) || it.isFor(level, reached));
    }

    /** What stands and waits for somebody to say that they heard it, or for a plan. */
    List<Unanswered> unanswered(List<ComplaintClock> clocks) {
        return rungs.stream()
            .filter(Rung::stands)
            .map(it -> it.unanswered(clocks))
            .filter(it -> it.acknowledgeBy() != null || it.planBy() != null)
            .toList();
    }

}
