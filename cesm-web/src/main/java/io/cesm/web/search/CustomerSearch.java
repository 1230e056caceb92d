package io.cesm.web.search;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.cesm.domain.customer.CustomerBook;
import io.cesm.domain.customer.CustomerCard;
import io.cesm.domain.kernel.Round;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

@Component
@Order(1)
class CustomerSearch implements SearchSource {

    private final CustomerBook customers;

    private final WhileTyping typing;

    CustomerSearch(CustomerBook customers, WhileTyping typing) {
        this.customers = customers;
        this.typing = typing;
    }

    @Override
    public String key() {
        return "customers";
    }

    @Override
    public Supplier<List<Hit>> ask(Round round, String text, int limit) {
        return Hit.each(typing.customers(round, text, limit), CustomerSearch::hit);
    }

    private static Hit hit(CustomerCard card) {
        var detail = Stream.of(card.number(), card.nameEn(), card.unitName())
            .filter(it -> it != null && !it.isBlank())
            .collect(Collectors.joining(" · "));
        return new Hit("/customers/" + card.id(), card.name(), detail);
    }

    @Override
    public Optional<String> byNumber(String number) {
        return customers.byNumber(number).map(it -> "/customers/" + it.id());
    }

    @Override
    public String all(String text) {
        return "/customers?q=" + UriUtils.encodeQueryParam(text, "UTF-8");
    }

}
