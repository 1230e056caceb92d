package io.cesm.web.followup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.cesm.domain.customer.CustomerBook;
import io.cesm.domain.customer.CustomerCard;
import io.cesm.domain.customer.CustomerId;
import io.cesm.web.layout.IdText;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Says in words which filters are set, so that each can be read and taken away. */
@Component
class FilterChips {

    private final CustomerBook customers;

    private final FollowUpChoices choices;

    private final MessageSource messages;

    FilterChips(CustomerBook customers, FollowUpChoices choices, MessageSource messages) {
        this.customers = customers;
        this.choices = choices;
        this.messages = messages;
    }

    /** A filter that is set: its parameter and value, and both in words. */
    public record Chip(String name, String value, String label, String text) {
    }

    /** Needs the filters' choices in the model. */
    List<Chip> of(FollowUpQuery query, Model model, Locale locale) {
        var chips = new ArrayList<Chip>();
        add(chips, "q", query.q(), query.q(), locale);
        var customer = IdText.read(query.customer(), CustomerId::of);
        if (customer != null) {
            add(chips, "customer", query.customer(), customers.find(customer).map(CustomerCard::name).orElse("?"),
                    locale);
        }
        if (query.state() != null) {
            query.state().forEach(it -> add(chips, "state", it, say("FollowUpState." + it, locale), locale));
        }
        var owner = query.owner();
        if (owner != null && !owner.isBlank() && owner.length() > 5) {
            IdText.read(owner, java.util.UUID::fromString);
            add(chips, "owner", owner, choices.staffName(owner), locale);
        }
        add(chips, "unit", query.unit(), name(model, "units", query.unit()), locale);
        add(chips, "rule", query.rule(), name(model, "rules", query.rule()), locale);
        add(chips, "cause", query.cause(), name(model, "causes", query.cause()), locale);
        add(chips, "flow", query.flow(), query.flow(), locale);
        add(chips, "survey", query.survey(), "S", locale);
        add(chips, "closedFrom", query.closedFrom(), query.closedFrom(), locale);
        add(chips, "closedTo", query.closedTo(), query.closedTo(), locale);
        return chips;
    }

    private static @Nullable Object name(Model model, String list, @Nullable String key) {
        return key != null && model.getAttribute(list) instanceof Map<?, ?> map ? map.get(key) : null;
    }

    private void add(List<Chip> chips, String name, @Nullable Object value, @Nullable Object text, Locale locale) {
        if (value != null && !value.toString().isBlank()) {
            chips.add(new Chip(name, value.toString(), say("followup.filter." + name, locale),
                    text == null ? "?" : text.toString()));
        }
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

}
