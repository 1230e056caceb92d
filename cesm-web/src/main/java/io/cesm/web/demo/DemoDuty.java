package io.cesm.web.demo;

import java.util.List;

import io.cesm.governance.escalation.KeepingDuty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts people of the demo company on duty, whom escalations name as a team. */
@Component
@Order(45)
class DemoDuty implements DemoPart {

    private final KeepingDuty keeping;

    private final Batch batch;

    DemoDuty(KeepingDuty keeping, Batch batch) {
        this.keeping = keeping;
        this.batch = batch;
    }

    @Override
    public void tell(DemoWorld world) {
        var cast = world.cast();
        batch.at(world.start(), () -> {
            for (var row : world.texts().company().at("duty").items()) {
                var unit = cast.unit(row.at(0).text()).id();
                row.at(1).texts().forEach(it -> keeping.add(unit, cast.member(it).id(), world.start(), null));
            }
            return true;
        });
    }

    @Override
    public List<Root> roots() {
        return List.of(new Root("duty_member", "staff_id in (select id from staff where demo)"));
    }

}
