package io.cesm.web.demo;

import java.util.List;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the demo company learnt and how it works on its complaints. */
@Component
@Order(55)
class DemoKnowledge implements DemoPart {

    private final DemoLessons lessons;

    private final DemoPlaybooks playbooks;

    private final DemoInvestigations investigations;

    private final DemoVisits visits;

    DemoKnowledge(DemoLessons lessons, DemoPlaybooks playbooks, DemoInvestigations investigations, DemoVisits visits) {
        this.lessons = lessons;
        this.playbooks = playbooks;
        this.investigations = investigations;
        this.visits = visits;
    }

    @Override
    public void tell(DemoWorld world) {
        tell(world.cast());
    }

    @Override
    public List<Root> roots() {
        return List.of(new Root("investigation", "complaint_id in (select id from complaint where demo)"),
                new Root("work_order", "demo"), new Root("lesson", "demo"), new Root("playbook", "demo"));
    }

    private void tell(Cast cast) {
        investigations.tell(cast);
        visits.tell(cast);
        lessons.tell(cast);
        playbooks.tell(cast);
    }

}
