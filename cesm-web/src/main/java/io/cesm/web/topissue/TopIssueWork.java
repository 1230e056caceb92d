package io.cesm.web.topissue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

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
        List<Pile> piles = new ArrayList<>();
        piles.add(pile("topissues_untold", mine.open().tellBefore(today.plusDays(1)), TopIssueOrder.NEWEST,
                "/top-issues?owner=me&untold=true", true, false));
        piles.add(pile("topissues_check", mine.checkBefore(today.plusDays(1)), TopIssueOrder.NEWEST,
                "/top-issues?owner=me&check=true", false, true));
        piles.add(pile("topissues_mine", mine.in(OURS), TopIssueOrder.NEWEST, "/top-issues?owner=me", false, false));
        return piles;
    }

    private Pile pile(String key, TopIssueFilter filter, TopIssueOrder order, String all, boolean urgent,
            boolean check) {
        var items = register.slice(filter, order, SHOWN, null);
        int count = items.next() == null ? items.items().size() : register.count(filter, COUNTED);
        return new Pile(key, count, all, urgent && count > 0,
                items.items()
                    .stream()
                    .map(row -> item(row, urgent ? row.tellOn() : check ? row.checkOn() : row.targetOn()))
                    .toList());
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
