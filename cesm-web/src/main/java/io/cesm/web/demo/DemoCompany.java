package io.cesm.web.demo;

import java.time.Clock;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * Makes the demo company with all its history, relative to today and the same every time,
 * part by part. A part that fails does not hold up the others; what is not told when the
 * program stops is told after the next start.
 */
@Component
class DemoCompany {

    private static final Logger log = LoggerFactory.getLogger(DemoCompany.class);

    /** Who makes the demo company, as the timeline names it. */
    static final String MAKER = "demo";

    /** The password of the demo accounts; everybody may know it. */
    static final String PASSWORD = "River-Stone-Lantern-27";

    /** The people who can sign in, one for each role. */
    static final int ACCOUNTS = 8;

    private final DemoPeople people;

    private final ObjectProvider<DemoPart> parts;

    private final DemoProgress progress;

    private final Uprooting uprooting;

    private final Batch batch;

    private final Clock clock;

    DemoCompany(DemoPeople people, ObjectProvider<DemoPart> parts, DemoProgress progress, Uprooting uprooting,
            Batch batch, Clock clock) {
        this.people = people;
        this.parts = parts;
        this.progress = progress;
        this.uprooting = uprooting;
        this.batch = batch;
        this.clock = clock;
    }

    /** Makes all of it. */
    void make() {
        begin().run();
        if (!progress.failed().isEmpty()) {
            throw new IllegalStateException("Not told: " + progress.failed());
        }
    }

    /**
     * Makes what is needed to sign in: the people.
     * @return makes the other parts
     */
    Runnable begin() {
        var world = new DemoWorld(clock.instant());
        batch.run(() -> {
            progress.begin(all().stream().map(DemoCompany::name).toList(), world.now());
            people.tell(world);
            progress.told(name(people));
        });
        return () -> all().stream().filter(it -> it != people).forEach(it -> tell(it, world));
    }

    /** Whether an earlier start left something to be told. */
    boolean isUnfinished() {
        return progress.isUnfinished();
    }

    /** Tells what an earlier start has left, in the world that it began. */
    void goOn() {
        var world = new DemoWorld(progress.since());
        for (var part : all()) {
            if (progress.isTold(name(part))) {
                part.recall(world);
            }
            else {
                tell(part, world);
            }
        }
    }

    private void tell(DemoPart part, DemoWorld world) {
        var name = name(part);
        try {
            if (!progress.enter(name)) {
                log.info("{} was not told to its end and begins again", name);
                batch.run(() -> part.roots().reversed().forEach(it -> uprooting.uproot(it.table(), it.condition())));
            }
            part.tell(world);
            progress.told(name);
        }
        catch (RuntimeException ex) {
            progress.failed(name, String.valueOf(ex.getMessage()));
            log.error("{} could not be told; the rest of the demo company goes on. Start again and it is tried again;"
                    + " if it fails a second time, begin with an empty data directory.", name, ex);
        }
    }

    private List<DemoPart> all() {
        return parts.orderedStream().toList();
    }

    private static String name(DemoPart part) {
        return ClassUtils.getUserClass(part).getSimpleName();
    }

}
