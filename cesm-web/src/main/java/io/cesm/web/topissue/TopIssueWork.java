package io.cesm.web.topissue;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.topissue.TopIssueFilter;
import io.cesm.domain.topissue.TopIssueOrder;
import io.cesm.domain.topissue.TopIssueRegister;
import io.cesm.domain.topissue.TopIssueRow;
import io.cesm.domain.topissue.TopIssueState;
import io.cesm.web.desk.WorkSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What TOP issues ask of a person: a fixed number of statements, however many there are.
 */
@Component
@Order(6)
class TopIssueWork implements WorkSource {

    private static final int SHOWN = 6;

    private static final int COUNTED = 100;

    private static final Set<TopIssueState> OURS = EnumSet.range(TopIssueState.NOMINATED, TopIssueState.APPROVED);

    private final TopIssueRegister register;

    private final CurrentActor current;

    TopIssueWork(TopIssueRegister register, CurrentActor current) {
        this.register = register;
        this.current = current;
    }

    @Override
    public List<Pile> piles(LocalDate today) {
        var me = current.actor().staff();
        if (me == null || !current.actor().may(Right.COMPLAINT_EDIT)) {
            return List.of();
        }
        var mine = TopIssueFilter.ALL.ownedBy(me);
        var heaps = List.of(
                new Heap("topissues_untold", mine.open().tellBefore(today.plusDays(1)),
                        "/top-issues?owner=me&untold=true", true, TopIssueRow::tellOn),
                new Heap("topissues_check", mine.checkBefore(today.plusDays(1)), "/top-issues?owner=me&check=true",
                        false, TopIssueRow::checkOn),
                new Heap("topissues_mine", mine.in(OURS), "/top-issues?owner=me", false, TopIssueRow::targetOn));
        var counts = register.counts(heaps.stream().map(Heap::filter).toList(), COUNTED);
        return IntStream.range(0, heaps.size()).mapToObj(i -> pile(heaps.get(i), counts.get(i))).toList();
    }

    /** What shall lie on the desk, how it is found, and by when it is due. */
    private record Heap(String key, TopIssueFilter filter, String all, boolean urgent,
            Function<TopIssueRow, @Nullable LocalDate> due) {
    }

    /** Only what is there is read. */
    private Pile pile(Heap heap, int count) {
        List<Item> items = count == 0 ? List.of()
                : register.slice(heap.filter(), TopIssueOrder.NEWEST, SHOWN, null)
                    .items()
                    .stream()
                    .map(row -> item(row, heap.due().apply(row)))
                    .toList();
        return new Pile(heap.key(), count, heap.all(), heap.urgent() && count > 0, items);
    }

    private static Item item(TopIssueRow row, @Nullable LocalDate due) {
        return new Item(row.number(), row.title(), "/top-issues/" + row.id(),
                name(row.customerName(), row.customerNameEn()), "/customers/" + row.customer(),
                "TopIssueState." + row.state(), "topissue-" + row.state(), due, row.ownerName());
    }

    private static String name(String name, @Nullable String english) {
        return english == null || LocaleContextHolder.getLocale().getLanguage().equals("zh") ? name : english;
    }

}
