package io.cesm.web.complaint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.cesm.domain.complaint.CauseClass;
import io.cesm.domain.complaint.ComplaintChannel;
import io.cesm.domain.complaint.ComplaintKind;
import io.cesm.domain.complaint.ComplaintState;
import io.cesm.domain.customer.ContactBook;
import io.cesm.domain.customer.ContactCard;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.dimension.DimensionBook;
import io.cesm.domain.dimension.Flow;
import io.cesm.web.people.PeopleChoices;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What forms and filters about complaints let a person choose from. */
@Component
class ComplaintChoices {

    private final ContactBook contacts;

    private final DimensionBook dimensions;

    private final PeopleChoices people;

    ComplaintChoices(ContactBook contacts, DimensionBook dimensions, PeopleChoices people) {
        this.contacts = contacts;
        this.dimensions = dimensions;
        this.people = people;
    }

    void addVocabulary(Model model, Locale locale) {
        Map<String, String> places = new LinkedHashMap<>();
        dimensions.active().forEach(it -> places.put(it.code(), it.name(locale)));
        model.addAttribute("dimensions", places);
        model.addAttribute("flows", Flow.values());
        model.addAttribute("kinds", ComplaintKind.values());
        model.addAttribute("channels", ComplaintChannel.values());
        model.addAttribute("states", ComplaintState.values());
        model.addAttribute("causes", CauseClass.values());
        model.addAttribute("fourSteps", List.of(1, 2, 3, 4));
    }

    /** The people at a customer, with their titles. */
    Map<String, String> contacts(CustomerId customer) {
        Map<String, String> choices = new LinkedHashMap<>();
        contacts.ofCustomer(customer)
            .forEach(it -> choices.put(it.id().toString(),
                    it.title() == null ? it.name() : it.name() + " · " + it.title()));
        return choices;
    }

    /** The language a person at a customer is written to in, null if nobody noted it. */
    @Nullable String language(ContactId contact) {
        return contacts.find(contact).map(ContactCard::language).orElse(null);
    }

    /** Who it came from, with a way to reach them; null if they are out of reach. */
    @Nullable ContactCard person(ContactId id) {
        return contacts.find(id).orElse(null);
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

}
