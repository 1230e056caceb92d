package io.cesm.web.fielding;

import java.util.Map;

import io.cesm.domain.customer.CustomerCard;
import io.cesm.satisfaction.fielding.AskedBook;
import io.cesm.web.customer.CustomerPanel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The surveys in which people of a customer were asked, on the customer's page. */
@Component
class CustomerSurveys implements CustomerPanel {

    private static final int PAGE = 25;

    private final AskedBook book;

    CustomerSurveys(AskedBook book) {
        this.book = book;
    }

    @Override
    public String key() {
        return "surveys";
    }

    @Override
    public int order() {
        return 24;
    }

    @Override
    public String fragment() {
        return "fielding/customer :: panel";
    }

    @Override
    public Map<String, Object> content(CustomerCard customer, @Nullable String cursor) {
        return Map.of("asked", book.slice(customer.id(), PAGE, cursor));
    }

}
