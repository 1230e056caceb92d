package io.cesm.web.complaint;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import io.cesm.domain.complaint.ComplaintFilter;
import io.cesm.domain.complaint.ComplaintOrder;
import io.cesm.domain.complaint.ComplaintRegister;
import io.cesm.domain.complaint.ComplaintRegister.Wanted;
import io.cesm.domain.complaint.ComplaintRow;
import io.cesm.domain.complaint.ComplaintState;
import io.cesm.domain.kernel.Round;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.time.CompanyTime;
import io.cesm.web.desk.Heap;
import io.cesm.web.desk.WorkSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What complaints ask of a person: one question, however many there are.
 */
@Component
@Order(5)
class ComplaintWork implements WorkSource {

    private final ComplaintRegister register;

    private final CurrentActor current;

    private final Clock clock;

    ComplaintWork(ComplaintRegister register, CurrentActor current, Clock clock) {
        this.register = register;
        this.current = current;
        this.clock = clock;
    }

    @Override
    public Supplier<List<Pile>> ask(Round round, LocalDate today) {
        var me = current.actor().staff();
        if (me == null || !current.actor().may(Right.COMPLAINT_EDIT)) {
            return List::of;
        }
        var mine = ComplaintFilter.ALL.open().ownedBy(me);
        var heaps = List.of(
                heap("complaints_offered", ComplaintFilter.ALL.open().offeredTo(me), ComplaintOrder.NEWEST,
                        "/complaints?offered=true", true),
                heap("complaints_overdue", mine.dueBefore(clock.instant()), ComplaintOrder.DUE,
                        "/complaints?owner=me&overdue=true", true),
                heap("complaints_mine", mine.in(Set.copyOf(ComplaintState.OURS)), ComplaintOrder.DUE,
                        "/complaints?owner=me&sort=DUE", false),
                heap("complaints_waiting", mine.in(Set.of(ComplaintState.WAITING_CUSTOMER, ComplaintState.RESOLVED)),
                        ComplaintOrder.NEWEST, "/complaints?owner=me&state=WAITING_CUSTOMER&state=RESOLVED", false),
                heap("complaints_nobody", ComplaintFilter.ALL.open().nobodys(), ComplaintOrder.NEWEST,
                        "/complaints?owner=none", true));
        var found = round.ask(register.asking(Heap.wanted(heaps), SHOWN, COUNTED));
        return () -> Heap.piles(heaps, found.get());
    }

    private static Heap<Wanted, ComplaintRow> heap(String key, ComplaintFilter filter, ComplaintOrder order, String all,
            boolean urgent) {
        return new Heap<>(key, new Wanted(filter, order), all, urgent, ComplaintWork::item);
    }

    private static Item item(ComplaintRow row) {
        return new Item(row.number(), row.subject(), "/complaints/" + row.id(),
                name(row.customerName(), row.customerNameEn()), "/customers/" + row.customer(),
                "ComplaintState." + row.state(), "complaint-" + row.state(),
                row.dueAt() == null ? null : CompanyTime.dayOf(row.dueAt()), row.contactName());
    }

    private static String name(String name, @Nullable String english) {
        return english == null || LocaleContextHolder.getLocale().getLanguage().equals("zh") ? name : english;
    }

}
