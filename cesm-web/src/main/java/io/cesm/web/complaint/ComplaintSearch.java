package io.cesm.web.complaint;

import java.util.List;
import java.util.Optional;

import io.cesm.domain.complaint.ComplaintBook;
import io.cesm.domain.complaint.ComplaintFilter;
import io.cesm.domain.complaint.ComplaintOrder;
import io.cesm.domain.complaint.ComplaintRegister;
import io.cesm.domain.complaint.ComplaintRow;
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
    public List<Hit> find(String text, int limit) {
        return typing.ask(key(), null, text, limit, () -> rows(text, limit))
            .stream()
            .map(it -> new Hit("/complaints/" + it.id(), it.subject(), it.number() + " · " + it.customerName()))
            .toList();
    }

    private List<ComplaintRow> rows(String text, int limit) {
        return register.slice(ComplaintFilter.ALL.saying(text), ComplaintOrder.NEWEST, limit, null).items();
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
