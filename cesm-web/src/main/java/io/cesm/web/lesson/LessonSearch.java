package io.cesm.web.lesson;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import io.cesm.domain.kernel.Round;
import io.cesm.domain.people.CurrentActor;
import io.cesm.governance.lesson.LessonBook;
import io.cesm.governance.lesson.LessonFilter;
import io.cesm.web.search.SearchSource;
import io.cesm.web.search.WhileTyping;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

@Component
@Order(6)
class LessonSearch implements SearchSource {

    private final LessonBook book;

    private final WhileTyping typing;

    private final CurrentActor current;

    LessonSearch(LessonBook book, WhileTyping typing, CurrentActor current) {
        this.book = book;
        this.typing = typing;
        this.current = current;
    }

    @Override
    public String key() {
        return "lessons";
    }

    @Override
    public Supplier<List<Hit>> ask(Round round, String text, int limit) {
        // what somebody finds depends on their person and roles
        var actor = current.actor();
        var found = typing.ask(round, key(), List.of(String.valueOf(actor.staff()), actor.roles()), text, limit,
                () -> book.asking(LessonFilter.ALL.saying(text), limit));
        return Hit.each(found,
                it -> new Hit("/lessons/" + it.id(), it.title(LocaleContextHolder.getLocale()), it.number()));
    }

    @Override
    public Optional<String> byNumber(String number) {
        return book.byNumber(number).map(it -> "/lessons/" + it);
    }

    @Override
    public String all(String text) {
        return "/lessons?q=" + UriUtils.encodeQueryParam(text, "UTF-8");
    }

}
