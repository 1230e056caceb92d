package io.cesm.web.complaint;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import io.cesm.domain.complaint.ComplaintBook;
import io.cesm.domain.complaint.ComplaintFilter;
import io.cesm.domain.complaint.ComplaintOrder;
import io.cesm.domain.complaint.ComplaintRegister;
import io.cesm.domain.kernel.Round;
import io.cesm.web.search.SearchSource;
import io.cesm.web.search.WhileTyping;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

@Component
@Order(4)
class ComplaintSearch implements SearchSource {

    private final ComplaintRegister register;

    private final ComplaintBook book;

    private final WhileTyping typing;

    ComplaintSearch(ComplaintRegister register, ComplaintBook book, WhileTyping typing) {
        this.register = register;
        this.book = book;
        this.typing = typing;
    }

    @Override
    public String key() {
        return "complaints";
    }

    @Override
    public Supplier<List<Hit>> ask(Round round, String text, int limit) {
        var found = typing.ask(round, key(), null, text, limit,
                () -> register.asking(ComplaintFilter.ALL.saying(text), ComplaintOrder.NEWEST, limit));
        return Hit.each(found,
                it -> new Hit("/complaints/" + it.id(), it.subject(), it.number() + " · " + it.customerName()));
    }

    @Override
    public Optional<String> byNumber(String number) {
        return book.byNumber(number).map(it -> "/complaints/" + it);
    }

    @Override
    public String all(String text) {
        return "/complaints?view=all&q=" + UriUtils.encodeQueryParam(text, "UTF-8");
    }

}
