package io.cesm.web.complaint;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import io.cesm.domain.complaint.ComplaintFilter;
import io.cesm.domain.complaint.ComplaintOrder;
import io.cesm.domain.complaint.ComplaintRegister;
import io.cesm.domain.complaint.ComplaintRow;
import io.cesm.domain.complaint.ComplaintState;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.time.CompanyTime;
import io.cesm.web.desk.WorkSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What complaints ask of a person: a fixed number of statements, however many there are.
 */
@Component
@Order(5)
class ComplaintWork implements WorkSource {

    private static final int SHOWN = 6;

    private static final int COUNTED = 100;

    private final ComplaintRegister register;

    private final CurrentActor current;

    private final Clock clock;

    ComplaintWork(ComplaintRegister register, CurrentActor current, Clock clock) {
        this.register = register;
        this.current = current;
        this.clock = clock;
    }

    @Override
    public List<Pile> piles(LocalDate today) {
        var me = current.actor().staff();
        if (me == null || !current.actor().may(Right.COMPLAINT_EDIT)) {
            return List.of();
        }
        var mine = ComplaintFilter.ALL.open().ownedBy(me);
        var now = clock.instant();
        var heaps = List.of(
                new Heap("complaints_overdue", mine.dueBefore(now), ComplaintOrder.DUE,
                        "/complaints?owner=me&overdue=true", true),
                new Heap("complaints_mine", mine.in(Set.copyOf(ComplaintState.OURS)), ComplaintOrder.DUE,
                        "/complaints?owner=me&sort=DUE", false),
                new Heap("complaints_waiting",
                        mine.in(Set.of(ComplaintState.WAITING_CUSTOMER, ComplaintState.RESOLVED)),
                        ComplaintOrder.NEWEST, "/complaints?owner=me&state=WAITING_CUSTOMER&state=RESOLVED", false),
                new Heap("complaints_nobody", ComplaintFilter.ALL.open().nobodys(), ComplaintOrder.NEWEST,
                        "/complaints?owner=none", true));
        var counts = register.counts(heaps.stream().map(Heap::filter).toList(), COUNTED);
        return IntStream.range(0, heaps.size()).mapToObj(i -> pile(heaps.get(i), counts.get(i))).toList();
    }

    /** What shall lie on the desk, and how it is found. */
    private record Heap(String key, ComplaintFilter filter, ComplaintOrder order, String all, boolean urgent) {
    }

    /** Only what is there is read. */
    private Pile pile(Heap heap, int count) {
        List<Item> items = count == 0 ? List.of()
                : register.slice(heap.filter(), heap.order(), SHOWN, null)
                    .items()
                    .stream()
                    .map(ComplaintWork::item)
                    .toList();
        return new Pile(heap.key(), count, heap.all(), heap.urgent() && count > 0, items);
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
