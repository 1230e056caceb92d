package io.cesm.governance.attainment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.complaint.ClockKind;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.time.CompanyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The clocks that run, by when they are due, within the reach of the one who asks. */
@Component
@Transactional(readOnly = true)
public class DueClocks {

    /** How many are read at most. */
    public static final int MOST = 1_000;

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    private final JdbcClient jdbc;

    private final CurrentActor current;

    DueClocks(JdbcClient jdbc, CurrentActor current) {
        this.jdbc = jdbc;
        this.current = current;
    }

    /** A clock that is due. */
    public record Due(ComplaintId complaint, String number, String subject, String customer,
            @Nullable String customerEn, int grade, ClockKind clock, Instant dueAt, @Nullable String owner) {

        /** The time of day in the company's zone. */
        public String hour() {
            return HOUR.format(dueAt.atZone(CompanyTime.ZONE));
        }

    }

    /**
     * The clocks due from one day to another, earliest first.
     * @param owner whose complaints, null for everybody's
     */
    public List<Due> between(LocalDate from, LocalDate to, @Nullable StaffId owner) {
        var scope = current.actor().scope();
        Map<String, Object> params = new HashMap<>(scope.params());
        params.put("from", CompanyTime.startOf(from).atOffset(ZoneOffset.UTC));
        params.put("to", CompanyTime.startOf(to.plusDays(1)).atOffset(ZoneOffset.UTC));
        params.put("most", MOST);
        if (owner != null) {
            params.put("owner", owner.id());
        }
        return jdbc.sql("""
                select c.id, c.number, c.subject, c.grade, u.name, u.name_en, k.kind, k.due_at, s.name as owner_name
                  from complaint_clock k
                  join complaint c on c.id = k.complaint_id and c.closed_at is null
                  join customer u on u.id = c.customer_id
                  left join staff s on s.id = c.owner_id
                 where k.state = 'RUNNING' and k.due_at >= :from and k.due_at < :to and """ + scope.sql("c.customer_id")
                + (owner == null ? "" : " and c.owner_id = :owner") + " order by k.due_at, c.id limit :most")
            .params(params)
            .query((rs, i) -> new Due(new ComplaintId(rs.getObject("id", UUID.class)), rs.getString("number"),
                    rs.getString("subject"), rs.getString("name"), rs.getString("name_en"), rs.getInt("grade"),
                    ClockKind.valueOf(rs.getString("kind")), rs.getObject("due_at", OffsetDateTime.class).toInstant(),
                    rs.getString("owner_name")))
            .list();
    }

}
