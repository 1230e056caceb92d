package io.cesm.web.search;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.cesm.domain.customer.ContactCard;
import io.cesm.domain.kernel.Round;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

@Component
@Order(2)
class ContactSearch implements SearchSource {

    private final WhileTyping typing;

    ContactSearch(WhileTyping typing) {
        this.typing = typing;
    }

    @Override
    public String key() {
        return "contacts";
    }

    @Override
    public Supplier<List<Hit>> ask(Round round, String text, int limit) {
        return Hit.each(typing.contacts(round, text, limit), ContactSearch::hit);
    }

    private static Hit hit(ContactCard card) {
        var detail = Stream.of(card.customerName(), card.title(), card.matched())
            .filter(it -> it != null && !it.isBlank())
            .collect(Collectors.joining(" · "));
        return new Hit("/contacts/" + card.id(), card.name(), detail);
    }

    @Override
    public String all(String text) {
        return "/contacts?q=" + UriUtils.encodeQueryParam(text, "UTF-8");
    }

}
