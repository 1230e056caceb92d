package io.cesm.web.visit;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

import io.cesm.domain.kernel.Round;
import io.cesm.domain.people.CurrentActor;
import io.cesm.perception.visit.DueVisit;
import io.cesm.perception.visit.VisitBook;
import io.cesm.web.desk.WorkSource;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The customers a person has to visit again. */
@Component
@Order(12)
class VisitWork implements WorkSource {

    private final VisitBook book;

    private final CurrentActor current;

    private final MessageSource messages;

    VisitWork(VisitBook book, CurrentActor current, MessageSource messages) {
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
        var found = round.ask(book.asking(me, COUNTED));
        return () -> List.of(Pile.of("visits_due", found.get(), "/visits", !found.get().isEmpty(), this::item));
    }

    /** The customer stands beside it, so it says when they were seen last. */
    private Item item(DueVisit it) {
        var locale = LocaleContextHolder.getLocale();
        var zh = locale.getLanguage().equals("zh");
        var english = it.nameEn();
        var name = zh || english == null ? it.name() : english;
        var last = messages.getMessage(it.lastOn() == null ? "visit.work.never" : "visit.work.last",
                new Object[] { String.valueOf(it.lastOn()), it.everyDays() }, "", locale);
        return new Item(it.number(), String.valueOf(last), "/customers/" + it.customer() + "?tab=visits", name,
                "/customers/" + it.customer() + "?tab=visits", "VisitState.DUE", "chip-warn", it.dueOn(), null);
    }

}
