package io.cesm.web.visit;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

import io.cesm.domain.kernel.Round;
import io.cesm.domain.people.CurrentActor;
import io.cesm.perception.visit.DueVisit;
import io.cesm.perception.visit.VisitBook;
import io.cesm.web.desk.WorkSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The customers a person has to visit again. */
@Component
@Order(12)
class VisitWork implements WorkSource {

    private final VisitBook book;

    private final CurrentActor current;

    VisitWork(VisitBook book, CurrentActor current) {
        this.book = book;
        this.current = current;
    }

    @Override
    public Supplier<List<Pile>> ask(Round round, LocalDate today) {
        var me = current.actor().staff();
        if (me == null) {
            return List::of;
        }
        var found = round.ask(book.asking(me, COUNTED));
        return () -> List.of(Pile.of("visits_due", found.get(), "/visits", !found.get().isEmpty(), VisitWork::item));
    }

    private static Item item(DueVisit it) {
        var zh = LocaleContextHolder.getLocale().getLanguage().equals("zh");
        var english = it.nameEn();
        var name = zh || english == null ? it.name() : english;
        return new Item(it.number(), name, "/customers/" + it.customer() + "?tab=visits", name,
                "/customers/" + it.customer() + "?tab=visits", "VisitState.DUE", "chip-warn", it.dueOn(), null);
    }

}
