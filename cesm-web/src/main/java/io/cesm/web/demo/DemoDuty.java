package io.cesm.web.demo;

import java.util.List;

import io.cesm.domain.people.Acting;
import io.cesm.domain.time.ScopedClock;
import io.cesm.domain.time.CompanyTime;
import io.cesm.governance.escalation.KeepingDuty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts people of the demo company on duty, whom escalations name as a team. */
@Component
@Order(45)
class DemoDuty implements DemoPart {

    private static final List<List<String>> TEAMS = List.of(List.of("hq", "office"), List.of("hq", "manager"),
            List.of("east", "manager"), List.of("east", "fr"));

    private final KeepingDuty keeping;

    private final Batch batch;

    DemoDuty(KeepingDuty keeping, Batch batch) {
        this.keeping = keeping;
        this.batch = batch;
    }

    @Override
    public void tell(DemoWorld world) {
        var cast = world.cast();
        var begin = world.start().atTime(9, 0).atZone(CompanyTime.ZONE).toInstant();
        ScopedClock.at(begin,
                () -> Acting.as(cast.member("office").actor(), () -> batch.run(() -> TEAMS.forEach(it -> keeping
                    .add(cast.unit(it.getFirst()).id(), cast.member(it.getLast()).id(), world.start(), null)))));
    }

    @Override
    public List<Root> roots() {
        return List.of(new Root("duty_member", "staff_id in (select id from staff where demo)"));
    }

}
