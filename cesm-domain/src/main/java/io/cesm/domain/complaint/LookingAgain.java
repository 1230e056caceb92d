package io.cesm.domain.complaint;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.time.CompanyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A decision the customer does not accept is taken anew by somebody who took no part in
 * it: neither decided nor held the complaint then. They are offered it; where nobody else
 * is left the same people decide, and records and customer's page say so.
 */
@Service
@Transactional
public class LookingAgain {

    /** States from which a decision that was taken before has to be taken anew. */
    private static final Set<ComplaintState> ANEW = EnumSet.of(ComplaintState.DECISION_DECLINED,
            ComplaintState.REOPENED, ComplaintState.IN_PROGRESS, ComplaintState.CONTAINED,
            ComplaintState.WAITING_CUSTOMER);

    /**
     * Who could look again, the best first: whoever has it already, the account team,
     * heads from the nearest unit upwards, the office; who is away comes last.
     */
    private static final String OTHER = """
            select s.id, s.name from staff s join (
                select t.staff_id as id, 1 as place, t.backup::int as near,
                       case t.role when 'AR' then 1 when 'SR' then 2 when 'FR' then 3 else 4 end as part
                  from account_team t where t.customer_id = c.customer_id and t.valid_from <= :today
                   and (t.valid_to is null or t.valid_to >= :today)
                union all
                select m.id, 2, -length(a.path), 0 from customer u join org_unit w on w.id = u.unit_id
                  join org_unit a on w.path like a.path || '%' join staff m on m.unit_id = a.id
                  join staff_role r on r.staff_id = m.id and r.role = 'MANAGER' where u.id = c.customer_id
                union all
                select r.staff_id, 3, 0, 0 from staff_role r where r.role = 'OFFICE') p on p.id = s.id
             where s.status = 'ACTIVE' and s.id is distinct from c.resolved_by and s.id is distinct from h.staff_id
               and exists (select from staff_role r where r.staff_id = s.id
                              and r.role in ('CSR', 'AR', 'SR', 'FR', 'MANAGER', 'OFFICE'))
             order by s.id is distinct from c.owner_id,
                      exists (select from substitute x where x.staff_id = s.id and :today between x.valid_from and x.valid_to),
                      p.place, p.near, p.part, s.name, s.id limit 1""";

    private static final String DECISION = """
            select c.state, c.resolved_by, d.name as decided_name, h.staff_id as held_by, g.name as held_name,
                   o.id as other, o.name as other_name
              from complaint c
              left join staff d on d.id = c.resolved_by
              left join lateral (select x.staff_id from complaint_holding x where x.complaint_id = c.id
                       and x.since <= c.resolved_at and (x.until is null or x.until > c.resolved_at)
                     order by x.since desc limit 1) h on true
              left join staff g on g.id = h.staff_id
              left join lateral (%s) o on true
             where c.id = :id and c.resolved_at is not null""".formatted(OTHER);

    private final ComplaintDesk desk;

    private final HandingComplaints handing;

    private final Clock clock;

    private final JdbcClient jdbc;

    LookingAgain(ComplaintDesk desk, HandingComplaints handing, Clock clock, JdbcClient jdbc) {
        this.desk = desk;
        this.handing = handing;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** Somebody of us. */
    public record Somebody(StaffId id, @Nullable String name) {
    }

    /**
     * A decision, and who could take it anew.
     *
     * @param decidedBy null if a program did
     * @param heldBy who had the complaint then
     * @param other somebody who took no part, null if nobody is left
     */
    public record Decision(ComplaintState state, @Nullable Somebody decidedBy, @Nullable Somebody heldBy,
            @Nullable Somebody other) {

        /** Whether the customer did not accept it. */
        public boolean isAnew() {
            return ANEW.contains(state);
        }

        /** Who took part, for people to read. */
        public String names() {
            return Stream.of(decidedBy, heldBy)
                .filter(Objects::nonNull)
                .map(Somebody::name)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(" · "));
        }

        /** Whether somebody took part and somebody else is there to decide. */
        public boolean bars(@Nullable StaffId who) {
            return isAnew() && other != null && who != null && (is(decidedBy, who) || is(heldBy, who));
        }

        private static boolean is(@Nullable Somebody them, StaffId who) {
            return them != null && them.id().equals(who);
        }

    }

    /** The decision of a complaint that has to be taken anew; null if none has. */
    @Transactional(readOnly = true)
    public @Nullable Decision of(ComplaintId id) {
        var last = last(id);
        return last != null && last.isAnew() ? last : null;
    }

    /** Whether somebody who took no part in the last decision is there. */
    @Transactional(readOnly = true)
    public boolean isThereAnother(ComplaintId id) {
        var last = last(id);
        return last == null || last.other() != null;
    }

    private @Nullable Decision last(ComplaintId id) {
        return jdbc.sql(DECISION)
            .param("id", id.id())
            .param("today", CompanyTime.today(clock))
            .query((rs, i) -> new Decision(ComplaintState.valueOf(rs.getString("state")),
                    somebody(rs, "resolved_by", "decided_name"), somebody(rs, "held_by", "held_name"),
                    somebody(rs, "other", "other_name")))
            .optional()
            .orElse(null);
    }

    private static @Nullable Somebody somebody(ResultSet rs, String id, String name) throws SQLException {
        var found = rs.getObject(id, UUID.class);
        return found == null ? null : new Somebody(new StaffId(found), rs.getString(name));
    }

    /**
     * Whether somebody may take a step, as far as earlier decisions are concerned.
     * @throws Refusal naming somebody else who could
     */
    void check(Complaint it, Step step, @Nullable StaffId who) {
        var before = step.decides() ? of(it.id()) : null;
        if (before != null && before.bars(who)) {
            throw new Refusal("complaint.look_again", requireNonNull(requireNonNull(before.other()).name()));
        }
    }

    /** Offers a complaint to somebody who took no part, after the customer disagreed. */
    void after(Complaint it, Step step) {
        if (step != Step.DECLINE && step != Step.REOPEN) {
            return;
        }
        var before = of(it.id());
        if (before != null) {
            Acting.as(Actor.system("CESM"), () -> ask(it, before.other()));
        }
    }

    private void ask(Complaint it, @Nullable Somebody other) {
        if (other == null) {
            desk.note(it, "NOBODY_LOOKS_AGAIN", null);
        }
        else if (!other.id().equals(it.owner()) && handing.open(it.id()) == null) {
            desk.note(it, "LOOKS_AGAIN", other.name());
            handing.offerFor(it.id(), other.id(), OfferOccasion.LOOK_AGAIN);
        }
    }

}
