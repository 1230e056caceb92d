package io.cesm.web.topissue;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import io.cesm.domain.kernel.Round;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.topissue.TopIssueFilter;
import io.cesm.domain.topissue.TopIssueOrder;
import io.cesm.domain.topissue.TopIssueRegister;
import io.cesm.domain.topissue.TopIssueRow;
import io.cesm.domain.topissue.TopIssueState;
import io.cesm.web.desk.Heap;
import io.cesm.web.desk.WorkSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What TOP issues ask of a person: one question, however many there are.
 */
@Component
@Order(6)
class TopIssueWork implements WorkSource {

    private static final Set<TopIssueState> OURS = EnumSet.range(TopIssueState.NOMINATED, TopIssueState.APPROVED);

    private final TopIssueRegister register;

    private final CurrentActor current;

    TopIssueWork(TopIssueRegister register, CurrentActor current) {
        this.register = register;
        this.current = current;
    }

    @Override
    public Supplier<List<Pile>> ask(Round round, LocalDate today) {
        var me = current.actor().staff();
        if (me == null || !current.actor().may(Right.COMPLAINT_EDIT)) {
            return List::of;
        }
        var mine = TopIssueFilter.ALL.ownedBy(me);
        var heaps = List.of(
                heap("topissues_untold", mine.open().tellBefore(today.plusDays(1)), "/top-issues?owner=me&untold=true",
                        true, TopIssueRow::tellOn),
                heap("topissues_check", mine.checkBefore(today.plusDays(1)), "/top-issues?owner=me&check=true", false,
                        TopIssueRow::checkOn),
                heap("topissues_mine", mine.in(OURS), "/top-issues?owner=me", false, TopIssueRow::targetOn));
        var found = round.ask(register.asking(Heap.wanted(heaps), SHOWN, COUNTED));
        return () -> Heap.piles(heaps, found.get());
    }

    private static Heap<TopIssueFilter, TopIssueRow> heap(String key, TopIssueFilter filter, String all, boolean urgent,
            Function<TopIssueRow, @Nullable LocalDate> due) {
        return new Heap<>(key, filter, all, urgent, row -> item(row, due.apply(row)));
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
