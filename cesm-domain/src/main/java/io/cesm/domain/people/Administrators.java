package io.cesm.domain.people;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.notice.Notices;
import io.cesm.domain.timeline.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The administrators as a body: there is always one, and each hears of a new one. */
@Component
class Administrators {

    private final JdbcClient jdbc;

    private final Notices notices;

    private final CurrentActor current;

    Administrators(JdbcClient jdbc, Notices notices, CurrentActor current) {
        this.jdbc = jdbc;
        this.notices = notices;
        this.current = current;
    }

    /** Refuses to lose the last one; two who try to leave at once wait for each other. */
    void requireAnotherThan(StaffId leaving) {
        var all = jdbc.sql("""
                select s.id from staff s join staff_role r on r.staff_id = s.id
                 where r.role = 'ADMIN' and s.status = 'ACTIVE' order by s.id for update of s
                """).query(UUID.class).list();
        if (all.contains(leaving.id()) && all.size() == 1) {
            throw new Refusal("staff.last_admin");
        }
    }

    void tell(StaffId about, String name, String what) {
        var actor = current.actor();
        for (var admin : others(about, actor)) {
            notices.tell(new StaffId(admin), what, new Subject("STAFF", about.id(), name, null),
                    Map.of("by", actor.name()), what + ":" + Uuid7.next());
        }
    }

    private List<UUID> others(StaffId about, Actor actor) {
        return jdbc.sql("""
                select s.id from staff s join staff_role r on r.staff_id = s.id
                 where r.role = 'ADMIN' and s.status = 'ACTIVE' and s.id <> :about
                   and s.id is distinct from :actor
                """)
            .param("about", about.id())
            .param("actor", actor.staff() == null ? null : actor.staff().id(), java.sql.Types.OTHER)
            .query((rs, n) -> rs.getObject(1, UUID.class))
            .list();
    }

}
