package io.cesm.web.workorder;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

import io.cesm.domain.kernel.Round;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.time.CompanyTime;
import io.cesm.governance.workorder.WorkOrder;
import io.cesm.governance.workorder.WorkOrderBook;
import io.cesm.web.desk.WorkSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The visits a person still has to make. */
@Component
@Order(4)
class WorkOrderWork implements WorkSource {

    private final WorkOrderBook book;

    private final CurrentActor current;

    private final Clock clock;

    WorkOrderWork(WorkOrderBook book, CurrentActor current, Clock clock) {
        this.book = book;
        this.current = current;
        this.clock = clock;
    }

    @Override
    public Supplier<List<Pile>> ask(Round round, LocalDate today) {
        var me = current.actor().staff();
        if (me == null) {
            return List::of;
        }
        var found = round.ask(book.asking(me, clock.instant(), SHOWN, COUNTED));
        return () -> {
            var mine = found.get().getFirst();
            var late = found.get().getLast().count() > 0;
            return List.of(new Pile("work_orders", mine.count(), "/work-orders?view=mine", late,
                    mine.rows().stream().map(WorkOrderWork::item).toList()));
        };
    }

    private static Item item(WorkOrder it) {
        var zh = LocaleContextHolder.getLocale().getLanguage().equals("zh");
        var english = it.customerNameEn();
        return new Item(it.number(), it.task(), "/work-orders/" + it.id(),
                zh || english == null ? it.customerName() : english,
                it.inReach() ? "/customers/" + it.customer() : null, "WorkOrderState." + it.state(),
                "work-" + it.state(), CompanyTime.dayOf(it.plannedFrom()), it.contactName());
    }

}
