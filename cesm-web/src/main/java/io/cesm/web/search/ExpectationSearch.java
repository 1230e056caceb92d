package io.cesm.web.search;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import io.cesm.domain.kernel.Round;
import io.cesm.expectation.ExpectationRegister;
import io.cesm.expectation.ExpectationRow;
import io.cesm.expectation.RegisterFilter;
import io.cesm.expectation.RegisterOrder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

@Component
@Order(3)
class ExpectationSearch implements SearchSource {

    private final ExpectationRegister register;

    private final WhileTyping typing;

    ExpectationSearch(ExpectationRegister register, WhileTyping typing) {
        this.register = register;
        this.typing = typing;
    }

    @Override
    public String key() {
        return "expectations";
    }

    @Override
    public Supplier<List<Hit>> ask(Round round, String text, int limit) {
        var found = typing.ask(round, key(), null, text, limit,
                () -> register.asking(RegisterFilter.ALL.saying(text), RegisterOrder.NEWEST, limit));
        return Hit.each(found,
                it -> new Hit("/expectations/" + it.id(), it.verbatim(), it.number() + " · " + it.customerName()));
    }

    @Override
    public Optional<String> byNumber(String number) {
        return rows(number, 5).stream()
            .filter(it -> it.number().equals(number))
            .findFirst()
            .map(it -> "/expectations/" + it.id());
    }

    @Override
    public String all(String text) {
        return "/expectations?view=all&q=" + UriUtils.encodeQueryParam(text, "UTF-8");
    }

    private List<ExpectationRow> rows(String text, int limit) {
        return register.slice(RegisterFilter.ALL.saying(text), RegisterOrder.NEWEST, limit, null).items();
    }

}
