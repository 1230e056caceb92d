package io.cesm.web.search;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.cesm.domain.customer.ContactCard;
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
    public List<Hit> find(String text, int limit) {
        return typing.contacts(null, text, limit).stream().map(ContactSearch::hit).toList();
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
