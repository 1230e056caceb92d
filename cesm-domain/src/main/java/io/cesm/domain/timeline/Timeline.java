package io.cesm.domain.timeline;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import io.cesm.domain.people.Actor;
import io.cesm.domain.people.CurrentActor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Notes what happened to every record: who, when, what, before and after, from where.
 * Entries are collected during the transaction and written just before it commits, so
 * that they stand or fall with the change and the chain is locked only for a moment.
 */
@Component
public class Timeline {

    private final TimelineWriter writer;

    private final CurrentActor current;

    private final Clock clock;

    Timeline(TimelineWriter writer, CurrentActor current, Clock clock) {
        this.writer = writer;
        this.current = current;
        this.clock = clock;
    }

    /**
     * Notes a change made by the one who acts now.
     * @throws IllegalStateException outside a transaction
     */
    public void record(Change change) {
        record(change, actor());
    }

    /**
     * Notes a change made by somebody else than the one who acts now, such as a customer.
     */
    public void record(Change change, Actor actor) {
        pending().add(new Noted(change, actor, clock.instant()));
    }

    private Actor actor() {
        var actor = current.orNull();
        return actor == null ? Actor.system("system") : actor;
    }

    private List<Noted> pending() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            throw new IllegalStateException("A change is noted in the transaction that makes it");
        }
        for (var each : TransactionSynchronizationManager.getSynchronizations()) {
            if (each instanceof Flush flush && flush.owner == this) {
                return flush.noted;
            }
        }
        var flush = new Flush(this);
        TransactionSynchronizationManager.registerSynchronization(flush);
        return flush.noted;
    }

    /** A change with its author and time. */
    record Noted(Change change, Actor actor, java.time.Instant at) {
    }

    private static final class Flush implements TransactionSynchronization {

        private final Timeline owner;

        private final List<Noted> noted = new ArrayList<>();

        private Flush(Timeline owner) {
            this.owner = owner;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            if (!noted.isEmpty()) {
                owner.writer.write(List.copyOf(noted));
                noted.clear();
            }
        }

    }

}
