package io.cesm.domain.complaint;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Finds the complaints that no timer found. One that cannot be looked at is put off with
 * an alarm in the log; it holds up none of the others.
 */
@Component
public class SweepingComplaints {

    static final Duration EVERY = Duration.ofSeconds(20);

    private static final Duration PUT_OFF = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(SweepingComplaints.class);

    private final EscalatingComplaints escalating;

    private final ObjectProvider<ComplaintWatch> watch;

    SweepingComplaints(EscalatingComplaints escalating, ObjectProvider<ComplaintWatch> watch) {
        this.escalating = escalating;
        this.watch = watch;
    }

    /** Looks at all that should have been looked at. */
    public void sweep() {
        watch.ifAvailable(it -> escalating.overlooked(EVERY.dividedBy(4)).forEach(id -> look(it, id)));
    }

    private void look(ComplaintWatch with, ComplaintId id) {
        try {
            with.lookIfDue(id);
        }
        catch (RuntimeException ex) {
            LOG.error("Complaint {} cannot be looked at; it is tried again in {} minutes", id, PUT_OFF.toMinutes(), ex);
            escalating.putOff(id, PUT_OFF);
        }
    }

}
