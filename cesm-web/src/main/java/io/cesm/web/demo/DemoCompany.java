package io.cesm.web.demo;

import java.time.Clock;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Makes the demo company with all its history, relative to today and the same every time,
 * part by part.
 */
@Component
class DemoCompany {

    /** Who makes the demo company, as the timeline names it. */
    static final String MAKER = "demo";

    /** The password of the demo accounts; everybody may know it. */
    static final String PASSWORD = "River-Stone-Lantern-27";

    /** The people who can sign in, one for each role. */
    static final int ACCOUNTS = 8;

    private final DemoPeople people;

    private final ObjectProvider<DemoPart> parts;

    private final Clock clock;

    DemoCompany(DemoPeople people, ObjectProvider<DemoPart> parts, Clock clock) {
        this.people = people;
        this.parts = parts;
        this.clock = clock;
    }

    /** Makes all of it. */
    void make() {
        begin().run();
    }

    /**
     * Makes what is needed to sign in: the people.
     * @return makes the other parts
     */
    Runnable begin() {
        var world = new DemoWorld(clock.instant());
        people.tell(world);
        return () -> parts.orderedStream().filter(it -> it != people).forEach(it -> it.tell(world));
    }

}
