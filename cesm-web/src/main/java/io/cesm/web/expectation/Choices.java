package io.cesm.web.expectation;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import io.cesm.domain.customer.ContactBook;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.dimension.DimensionBook;
import io.cesm.domain.dimension.Flow;
import io.cesm.expectation.Channel;
import io.cesm.expectation.Classification;
import io.cesm.expectation.ExpectationState;
import io.cesm.expectation.Kano;
import io.cesm.web.people.PeopleChoices;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What forms and filters about expectations let a person choose from. */
@Component
class Choices {

    private final ContactBook contacts;

    private final DimensionBook dimensions;

    private final PeopleChoices people;

    private final MessageSource messages;

    Choices(ContactBook contacts, DimensionBook dimensions, PeopleChoices people, MessageSource messages) {
        this.contacts = contacts;
        this.dimensions = dimensions;
        this.people = people;
        this.messages = messages;
    }

    /**
     * What does not depend on the customer: dimensions, flows, Kano classes, states,
     * channels.
     */
    void addVocabulary(Model model, Locale locale) {
        model.addAttribute("dimensions", dimensions(locale));
        model.addAttribute("flows", Flow.values());
        model.addAttribute("kanos", Kano.values());
        model.addAttribute("states", ExpectationState.values());
        model.addAttribute("channels", Channel.SPOKEN);
    }

    /** The people at a customer, with their titles. */
    Map<String, String> contacts(CustomerId customer) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (var each : contacts.ofCustomer(customer)) {
            choices.put(each.id().toString(), each.title() == null ? each.name() : each.name() + " · " + each.title());
        }
        return choices;
    }

    /** Who of us may take care of it. */
    Map<String, String> staff(CustomerId customer) {
        return people.of(customer);
    }

    Map<String, String> owners() {
        return people.owners();
    }

    Map<String, String> units() {
        return people.units();
    }

    Map<String, String> dimensions(Locale locale) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (var each : dimensions.active()) {
            choices.put(each.code(), each.name(locale));
        }
        return choices;
    }

    /**
     * Where an expectation may be placed: the dimensions in use, the one it has, or none.
     */
    Map<String, String> placings(Classification now, Locale locale) {
        var choices = dimensions(locale);
        var kept = now.dimension();
        if (kept != null && !choices.containsKey(kept)) {
            dimensions.find(kept).ifPresent(it -> choices.put(kept, it.name(locale)));
        }
        choices.put(Placing.NONE_FITS, messages.getMessage("expectation.dimension.none", null, locale));
        return choices;
    }

}
