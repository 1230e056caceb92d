package io.cesm.web.topissue;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import io.cesm.domain.kernel.Round;
import io.cesm.domain.topissue.TopIssueBook;
import io.cesm.domain.topissue.TopIssueFilter;
import io.cesm.domain.topissue.TopIssueOrder;
import io.cesm.domain.topissue.TopIssueRegister;
import io.cesm.web.search.SearchSource;
import io.cesm.web.search.WhileTyping;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

@Component
@Order(5)
class TopIssueSearch implements SearchSource {

    private final TopIssueRegister register;

    private final TopIssueBook book;

    private final WhileTyping typing;

    TopIssueSearch(TopIssueRegister register, TopIssueBook book, WhileTyping typing) {
        this.register = register;
        this.book = book;
        this.typing = typing;
    }

    @Override
    public String key() {
        return "top-issues";
    }

    @Override
    public Supplier<List<Hit>> ask(Round round, String text, int limit) {
        var found = typing.ask(round, key(), null, text, limit,
                () -> register.asking(TopIssueFilter.ALL.saying(text), TopIssueOrder.NEWEST, limit));
        return Hit.each(found,
                it -> new Hit("/top-issues/" + it.id(), it.title(), it.number() + " · " + it.customerName()));
    }

    @Override
    public Optional<String> byNumber(String number) {
        return book.byNumber(number).map(it -> "/top-issues/" + it);
    }

    @Override
    public String all(String text) {
        return "/top-issues?view=all&q=" + UriUtils.encodeQueryParam(text, "UTF-8");
    }

}
