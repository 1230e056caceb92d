package io.cesm.governance.investigation;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.cesm.domain.complaint.CauseClass;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.people.StaffId;
import io.cesm.governance.investigation.Investigation.Action;
import io.cesm.governance.investigation.Investigation.ActionKind;
import io.cesm.governance.investigation.Investigation.ActionState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads investigations with their team and actions. */
@Component
class InvestigationBook {

    private final JdbcClient jdbc;

    InvestigationBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The investigation of a complaint that was found within reach, if there is one. */
    Optional<Investigation> find(ComplaintId id) {
        Map<UUID, String> team = new LinkedHashMap<>();
        jdbc.sql("""
                select m.staff_id, s.name from investigation_member m join staff s on s.id = m.staff_id
                 where m.complaint_id = :id order by s.name""").param("id", id.id()).query(rs -> {
            team.put(rs.getObject(1, UUID.class), rs.getString(2));
        });
        return jdbc.sql("""
                select i.*, c.name as confirmer, x.name as closer from investigation i
                  left join staff c on c.id = i.confirmed_by left join staff x on x.id = i.closed_by
                 where i.complaint_id = :id""")
            .param("id", id.id())
            .query((rs, i) -> new Investigation(id, findings(rs, team), List.copyOf(team.values()),
                    requireNonNull(at(rs, "begun_at")), staff(rs), at(rs, "confirmed_at"), rs.getString("confirmer"),
                    at(rs, "closed_at"), rs.getString("closer"), actions(id), rs.getLong("version")))
            .optional();
    }

    private List<Action> actions(ComplaintId id) {
        return jdbc.sql("""
                select a.*, o.name as owner_name, v.name as validator from investigation_action a
                  join staff o on o.id = a.owner_id left join staff v on v.id = a.validated_by
                 where a.complaint_id = :id order by a.kind, a.due_on, a.id""")
            .param("id", id.id())
            .query((rs, i) -> new Action(rs.getObject("id", UUID.class), ActionKind.valueOf(rs.getString("kind")),
                    rs.getString("what"), rs.getString("for_customer"),
                    new StaffId(rs.getObject("owner_id", UUID.class)), rs.getString("owner_name"),
                    rs.getObject("due_on", LocalDate.class), ActionState.valueOf(rs.getString("state")),
                    rs.getObject("implemented_on", LocalDate.class), rs.getObject("validated_on", LocalDate.class),
                    rs.getString("validator"), rs.getString("evidence")))
            .list();
    }

    private static Findings findings(ResultSet rs, Map<UUID, String> team) throws SQLException {
        return new Findings(team.keySet(), new Findings.Facts(rs.getString("what_is"), rs.getString("what_is_not")),
                new Findings.Facts(rs.getString("where_is"), rs.getString("where_is_not")),
                new Findings.Facts(rs.getString("when_is"), rs.getString("when_is_not")),
                new Findings.Facts(rs.getString("extent_is"), rs.getString("extent_is_not")),
                rs.getString("containment"), rs.getObject("contained_on", LocalDate.class), list(rs, "occurrence"),
                cause(rs, "occurrence_cause"), list(rs, "escape"), cause(rs, "escape_cause"),
                rs.getString("prevention"), rs.getString("closing"),
                new Findings.ForCustomer(rs.getString("customer_problem"), rs.getString("customer_containment"),
                        rs.getString("customer_cause"), rs.getString("customer_prevention")));
    }

    private static List<String> list(ResultSet rs, String column) throws SQLException {
        return Arrays.asList((String[]) rs.getArray(column).getArray());
    }

    private static @Nullable CauseClass cause(ResultSet rs, String column) throws SQLException {
        var code = rs.getString(column);
        return code == null ? null : CauseClass.valueOf(code);
    }

    private static @Nullable StaffId staff(ResultSet rs) throws SQLException {
        var id = rs.getObject("changed_by", UUID.class);
        return id == null ? null : new StaffId(id);
    }

    private static @Nullable Instant at(ResultSet rs, String column) throws SQLException {
        var at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

}
