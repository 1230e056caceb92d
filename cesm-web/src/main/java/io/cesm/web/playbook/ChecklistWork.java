package io.cesm.web.playbook;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

import io.cesm.domain.kernel.Round;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.time.CompanyTime;
import io.cesm.governance.playbook.FollowingPlaybooks;
import io.cesm.web.desk.WorkSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Items of checklists that wait for a person. */
@Component
@Order(6)
class ChecklistWork implements WorkSource {

    private final FollowingPlaybooks following;

    private final CurrentActor current;

    private final Clock clock;

    ChecklistWork(FollowingPlaybooks following, CurrentActor current, Clock clock) {
        this.following = following;
        this.current = current;
        this.clock = clock;
    }

    @Override
    public Supplier<List<Pile>> ask(Round round, LocalDate today) {
        var me = current.actor().staff();
        if (me == null) {
            return List::of;
        }
        var waiting = round.ask(following.waitingFor(me, COUNTED));
        var now = clock.instant();
        return () -> List.of(Pile.of("checks", waiting.get(), null,
                waiting.get().stream().anyMatch(it -> it.dueAt().isBefore(now)), ChecklistWork::item));
    }

    private static Item item(FollowingPlaybooks.Waiting it) {
        return new Item(it.number(), it.words(), "/complaints/" + it.complaint() + "#playbooks", it.customerName(),
                "/customers/" + it.customer(), "CheckState.OPEN", "check-OPEN", CompanyTime.dayOf(it.dueAt()), null);
    }

}
