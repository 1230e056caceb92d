package io.cesm.governance.escalation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.people.StaffBook;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.people.UnitBook;
import io.cesm.domain.people.UnitId;
import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Subject;
import io.cesm.domain.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is on duty for a unit, from when to when. */
@Service
@Transactional
public class KeepingDuty {

    private final JdbcClient jdbc;

    private final StaffBook people;

    private final UnitBook units;

    private final CurrentActor current;

    private final Timeline timeline;

    private final Clock clock;

    KeepingDuty(JdbcClient jdbc, StaffBook people, UnitBook units, CurrentActor current, Timeline timeline,
            Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.units = units;
        this.current = current;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Somebody on duty, now or later. */
    public record Member(UUID id, UUID unit, String unitName, @Nullable String unitNameEn, StaffId staff, String name,
            LocalDate from, @Nullable LocalDate to) {
    }

    @Transactional(readOnly = true)
    public List<Member> all() {
        return jdbc
            .sql("""
                    select d.*, u.name as unit_name, u.name_en as unit_name_en, s.name from duty_member d join org_unit u on u.id = d.unit_id
                      join staff s on s.id = d.staff_id
                     where d.valid_to is null or d.valid_to >= :today order by u.path, d.valid_from, d.id limit 500""")
            .param("today", CompanyTime.today(clock))
            .query((rs, i) -> new Member(rs.getObject("id", UUID.class), rs.getObject("unit_id", UUID.class),
                    rs.getString("unit_name"), rs.getString("unit_name_en"),
                    new StaffId(rs.getObject("staff_id", UUID.class)), rs.getString("name"),
                    rs.getObject("valid_from", LocalDate.class), rs.getObject("valid_to", LocalDate.class)))
            .list();
    }

    /** Puts somebody on duty. */
    public void add(UUID unit, StaffId staff, @Nullable LocalDate from, @Nullable LocalDate to) {
        current.actor().requireMay(Right.SETTINGS);
        var where = units.require(new UnitId(unit));
        var who = people.require(staff);
        var begin = from == null ? CompanyTime.today(clock) : from;
        if (to != null && to.isBefore(begin)) {
            throw new FieldRefusal("to", "substitute.ends_before_it_begins");
        }
        jdbc.sql("insert into duty_member (id, unit_id, staff_id, valid_from, valid_to)"
                + " values (:id, :unit, :staff, :from, :to)")
            .param("id", Uuid7.next())
            .param("unit", unit)
            .param("staff", staff.id())
            .param("from", begin)
            .param("to", to)
            .update();
        timeline.record(
                Change.of(new Subject("UNIT", unit, where.name(), null), "DUTY_ADDED").with("duty", null, who.name()));
    }

    /** Takes somebody off duty; yesterday was the last day. */
    public void end(UUID id) {
        current.actor().requireMay(Right.SETTINGS);
        var member = all().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow(UnknownThing::new);
        jdbc.sql("delete from duty_member where id = :id").param("id", id).update();
        timeline.record(Change.of(new Subject("UNIT", member.unit(), member.unitName(), null), "DUTY_ENDED")
            .with("duty", member.name(), null));
    }

}
