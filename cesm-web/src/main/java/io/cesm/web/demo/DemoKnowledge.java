package io.cesm.web.demo;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the demo company learnt and how it works on its complaints. */
@Component
@Order(55)
class DemoKnowledge implements DemoPart {

    private final DemoLessons lessons;

    private final DemoPlaybooks playbooks;

    DemoKnowledge(DemoLessons lessons, DemoPlaybooks playbooks) {
        this.lessons = lessons;
        this.playbooks = playbooks;
    }

    @Override
    public void tell(DemoWorld world) {
        tell(world.cast());
    }

    private void tell(Cast cast) {
        lessons.tell(cast);
        playbooks.tell(cast);
    }

}
