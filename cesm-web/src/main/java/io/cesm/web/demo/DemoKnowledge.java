package io.cesm.web.demo;

import org.springframework.stereotype.Component;

/** What the demo company learnt and how it works on its complaints. */
@Component
class DemoKnowledge {

    private final DemoLessons lessons;

    private final DemoPlaybooks playbooks;

    DemoKnowledge(DemoLessons lessons, DemoPlaybooks playbooks) {
        this.lessons = lessons;
        this.playbooks = playbooks;
    }

    void tell(Cast cast) {
        lessons.tell(cast);
        playbooks.tell(cast);
    }

}
