package io.cesm.governance.escalation;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.EscalatingComplaints;
import io.cesm.domain.customer.CustomerName;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings open complaints under the escalation policies of today. What was escalated
 * already does not happen again.
 */
@Service
@Transactional
public class RebindingComplaints {

    private final JdbcClient jdbc;

    private final EscalationPolicies policies;

    private final EscalatingComplaints escalating;

    private final CurrentActor current;

    private final Clock clock;

    RebindingComplaints(JdbcClient jdbc, EscalationPolicies policies, EscalatingComplaints escalating,
            CurrentActor current, Clock clock) {
        this.jdbc = jdbc;
        this.policies = policies;
        this.escalating = escalating;
        this.current = current;
        this.clock = clock;
    }

    /** An open complaint that would come under another policy or version. */
    public record Move(ComplaintId complaint, String number, String customer, @Nullable String before,
            @Nullable String beforeEn, int versionBefore, UUID policy, String after, @Nullable String afterEn,
            int versionAfter, int grade) {
    }

    /** The open complaints that would move. */
    @Transactional(readOnly = true)
    public List<Move> preview() {
        current.actor().requireMay(Right.SETTINGS);
        var scope = current.actor().scope();
        var now = policies.all();
        List<Move> moves = new ArrayList<>();
        jdbc.sql("""
                select c.id, c.number, c.kind, c.grade, %s as customer, u.tier, o.path, b.policy_id, b.version,
                       p.name as policy_name, p.name_en as policy_name_en
                  from complaint c
                  join customer u on u.id = c.customer_id
                  left join org_unit o on o.id = u.unit_id
                  join escalation_binding b on b.complaint_id = c.id
                  left join escalation_policy p on p.id = b.policy_id
                 where c.closed_at is null and """.formatted(CustomerName.sql("u")) + scope.sql("c.customer_id")
                + " order by c.received_at desc, c.id desc")
            .params(new HashMap<>(scope.params()))
            .query(rs -> {
                var subject = LiveStory.subject(rs);
                var next = now.stream()
                    .filter(EscalationPolicy::isInForce)
                    .filter(it -> it.rules() != null && it.rules().when().fit(subject))
                    .findFirst()
                    .orElse(null);
                if (next != null && (!next.id().equals(rs.getObject("policy_id", UUID.class))
                        || next.version() != rs.getInt("version"))) {
                    moves.add(new Move(new ComplaintId(rs.getObject("id", UUID.class)), rs.getString("number"),
                            rs.getString("customer"), rs.getString("policy_name"), rs.getString("policy_name_en"),
                            rs.getInt("version"), next.id(), next.name(), next.nameEn(), next.version(),
                            subject.grade()));
                }
            });
        return moves;
    }

    /** Moves them; returns how many. */
    public int apply() {
        var moves = preview();
        for (var each : moves) {
            jdbc.sql("update escalation_binding set policy_id = :policy, version = :version, grade = :grade,"
                    + " bound_at = :at where complaint_id = :id")
                .params(params(each))
                .update();
            escalating.note(escalating.subject(each.complaint()), "ESCALATION_REBOUND", "%s v%d → %s v%d"
                .formatted(each.before(), each.versionBefore(), each.after(), each.versionAfter()));
            escalating.wake(each.complaint());
        }
        return moves.size();
    }

    private Map<String, Object> params(Move it) {
        return Map.of("policy", it.policy(), "version", it.versionAfter(), "grade", it.grade(), "at",
                clock.instant().atOffset(ZoneOffset.UTC), "id", it.complaint().id());
    }

}
