package io.cesm.web.demo;

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

    private void tell(Cast cast) {
        investigations.tell(cast);
        visits.tell(cast);
        lessons.tell(cast);
        playbooks.tell(cast);
    }

}
