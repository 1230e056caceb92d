package io.cesm.web.followup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Role;
import io.cesm.satisfaction.followup.FollowUpBook;
import io.cesm.satisfaction.followup.FollowUpFilter;
import io.cesm.satisfaction.followup.FollowUpOrder;
import io.cesm.satisfaction.followup.FollowUpRow;
import io.cesm.web.desk.WorkSource;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Customers who wait to be asked, on the desk of the one who is to ask them. */
@Component
@Order(5)
class FollowUpWork implements WorkSource {

    private static final int SHOWN = 6;

    private static final int COUNTED = 100;

    private static final Set<Role> LEADING = EnumSet.of(Role.MANAGER, Role.OFFICE);

    private final FollowUpBook book;

    private final CurrentActor current;

    private final MessageSource messages;

    FollowUpWork(FollowUpBook book, CurrentActor current, MessageSource messages) {
        this.book = book;
        this.current = current;
        this.messages = messages;
    }

    @Override
    public List<Pile> piles(LocalDate today) {
        var me = current.actor().staff();
        if (me == null) {
            return List.of();
        }
        List<Pile> piles = new ArrayList<>();
        piles.add(pile("follow_ups", FollowUpFilter.ALL.open().ownedBy(me), "/follow-ups?owner=me", false, today));
        if (current.actor().roles().stream().anyMatch(LEADING::contains)) {
            piles.add(pile("team_follow_ups", FollowUpFilter.ALL.late(), "/follow-ups?overdue=true", true, today));
        }
        return piles;
    }

    private Pile pile(String key, FollowUpFilter filter, String all, boolean late, LocalDate today) {
        var some = book.slice(filter, FollowUpOrder.DUE, SHOWN, null);
        int count = some.next() == null ? some.items().size() : book.count(filter, COUNTED);
        var urgent = late ? count > 0 : some.items().stream().anyMatch(it -> it.dueOn().isBefore(today));
        return new Pile(key, count, all, urgent, some.items().stream().map(it -> item(it, late)).toList());
    }

    private Item item(FollowUpRow row, boolean ofOthers) {
        var locale = LocaleContextHolder.getLocale();
        var zh = locale.getLanguage().equals("zh");
        var quote = row.quote() == null ? messages.getMessage("followup.no_words", null, locale) : row.quote();
        var title = row.score() == null ? quote : row.measure() + " " + row.score() + " · " + quote;
        return new Item(row.number(), title, "/follow-ups/" + row.id(),
                zh || row.customerNameEn() == null ? row.customerName() : row.customerNameEn(),
                "/customers/" + row.customer(), "FollowUpState." + row.state(), "follow-" + row.state(), row.dueOn(),
                ofOthers ? row.ownerName() : row.contactName());
    }

}
