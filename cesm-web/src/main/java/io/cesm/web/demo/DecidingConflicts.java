package io.cesm.web.demo;

import java.util.Map;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.people.Acting;
import io.cesm.domain.time.CompanyTime;
import io.cesm.expectation.Channel;
import io.cesm.expectation.ConflictBook;
import io.cesm.expectation.ConflictRow;
import io.cesm.expectation.ExpectationId;
import io.cesm.expectation.ResolveConflict;
import io.cesm.expectation.ResolvingConflicts;
import io.cesm.expectation.Told;
import org.springframework.stereotype.Component;

/** Lets the customers of the demo company decide some of their conflicts. */
@Component
class DecidingConflicts {

    private final ConflictBook book;

    private final ResolvingConflicts resolving;

    DecidingConflicts(ConflictBook book, ResolvingConflicts resolving) {
        this.book = book;
        this.resolving = resolving;
    }

    void settle(Conflicts conflicts, Map<Life, ExpectationId> told, Narrator.Stage stage) {
        var today = CompanyTime.dayOf(stage.now());
        for (var life : conflicts.decided()) {
            var id = told.get(life);
            var csr = stage.cast().member(life.client().csr());
            if (id != null) {
                Acting.as(csr.actor(), () -> book.of(id)
                    .stream()
                    .filter(ConflictRow::isOpen)
                    .forEach(it -> resolving.resolve(it.id(), null, new ResolveConflict(id, life.speaker().id(),
                            stage.word("decisions"), new Told(today, csr.id(), other(it, id), Channel.MEETING)))));
            }
        }
    }

    private static ContactId other(ConflictRow conflict, ExpectationId chosen) {
        return conflict.first().id().equals(chosen) ? conflict.second().contact() : conflict.first().contact();
    }

}
