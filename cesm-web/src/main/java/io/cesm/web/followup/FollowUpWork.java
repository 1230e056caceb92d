package io.cesm.web.followup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

import io.cesm.domain.kernel.Round;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Role;
import io.cesm.satisfaction.followup.FollowUpBook;
import io.cesm.satisfaction.followup.FollowUpFilter;
import io.cesm.satisfaction.followup.FollowUpRow;
import io.cesm.web.desk.Heap;
import io.cesm.web.desk.WorkSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Customers who wait to be asked, on the desk of the one who is to ask them. */
@Component
@Order(5)
class FollowUpWork implements WorkSource {

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
    public Supplier<List<Pile>> ask(Round round, LocalDate today) {
        var me = current.actor().staff();
        if (me == null) {
            return List::of;
        }
        List<Heap<FollowUpFilter, FollowUpRow>> heaps = new ArrayList<>();
        heaps.add(new Heap<>("follow_ups", FollowUpFilter.ALL.open().ownedBy(me), "/follow-ups?owner=me", false,
                it -> item(it, false)));
        if (current.actor().roles().stream().anyMatch(LEADING::contains)) {
            heaps.add(new Heap<>("team_follow_ups", FollowUpFilter.ALL.late(), "/follow-ups?overdue=true", true,
                    it -> item(it, true)));
        }
        var found = round.ask(book.asking(Heap.wanted(heaps), SHOWN, COUNTED));
        return () -> {
            List<Pile> piles = new ArrayList<>(Heap.piles(heaps, found.get()));
            var late = found.get().getFirst().rows().stream().anyMatch(it -> it.dueOn().isBefore(today));
            piles.set(0, piles.getFirst().urgent(late));
            return piles;
        };
    }

    private Item item(FollowUpRow row, boolean ofOthers) {
        var locale = LocaleContextHolder.getLocale();
        var zh = locale.getLanguage().equals("zh");
        var quote = row.quote() == null ? messages.getMessage("followup.no_words", null, locale) : row.quote();
        var title = row.score() == null ? quote : measure(row, locale) + " " + row.score() + " · " + quote;
        return new Item(row.number(), title, "/follow-ups/" + row.id(),
                zh || row.customerNameEn() == null ? row.customerName() : row.customerNameEn(),
                "/customers/" + row.customer(), "FollowUpState." + row.state(), "follow-" + row.state(), row.dueOn(),
                ofOthers ? row.ownerName() : row.contactName());
    }

    /** NPS stays NPS; what has no name of its own is called by its kind of question. */
    private @Nullable String measure(FollowUpRow row, Locale locale) {
        return messages.getMessage("QuestionType." + row.measure(), null, row.measure(), locale);
    }

}
