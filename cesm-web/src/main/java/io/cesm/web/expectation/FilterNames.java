package io.cesm.web.expectation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import io.cesm.domain.customer.ContactBook;
import io.cesm.domain.customer.ContactCard;
import io.cesm.domain.customer.CustomerBook;
import io.cesm.domain.customer.CustomerCard;
import io.cesm.domain.people.StaffBook;
import io.cesm.domain.people.UnitBook;
import io.cesm.web.layout.DimensionNames;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in words which filters are set, so that each can be read and taken away. */
@Component
class FilterNames {

    private final CustomerBook customers;

    private final ContactBook contacts;

    private final DimensionNames dimensions;

    private final StaffBook staff;

    private final UnitBook units;

    private final MessageSource messages;

    FilterNames(CustomerBook customers, ContactBook contacts, DimensionNames dimensions, StaffBook staff,
            UnitBook units, MessageSource messages) {
        this.customers = customers;
        this.contacts = contacts;
        this.dimensions = dimensions;
        this.staff = staff;
        this.units = units;
        this.messages = messages;
    }

    /** A filter that is set: its parameter and value, and both in words. */
    record Chosen(String name, String value, String label, String text) {
    }

    @Nullable String customer(RegisterQuery query) {
        var id = Ids.customer(query.customer());
        return id == null ? null : customers.find(id).map(CustomerCard::name).orElse(null);
    }

    List<Chosen> of(RegisterQuery query, Locale locale) {
        if (!query.isAny()) {
            return List.of();
        }
        var chosen = new ArrayList<Chosen>();
        add(chosen, "q", query.q(), query.q(), locale);
        add(chosen, "customer", query.customer(), customer(query), locale);
        var contact = Ids.contact(query.contact());
        add(chosen, "contact", query.contact(),
                contact == null ? null : contacts.find(contact).map(ContactCard::name).orElse(null), locale);
        add(chosen, "tier", query.tier(), query.tier() == null ? null : say("Tier." + query.tier(), locale), locale);
        add(chosen, "unit", query.unit(), unit(query), locale);
        add(chosen, "flow", query.flow(), query.flow() == null ? null : say("Flow." + query.flow(), locale), locale);
        add(chosen, "dimension", query.dimension(), dimension(query, locale), locale);
        if (query.state() != null) {
            for (var each : query.state()) {
                add(chosen, "state", each, say("State." + each, locale), locale);
            }
        }
        add(chosen, "owner", query.owner(), owner(query, locale), locale);
        if (query.age() != null) {
            chosen.add(new Chosen("age", query.age().toString(), say("expectation.filter.age", locale),
                    messages.getMessage("expectation.filter.age.days", new Object[] { query.age() }, locale)));
        }
        if (query.ageTo() != null) {
            chosen.add(new Chosen("ageTo", query.ageTo().toString(), say("expectation.filter.age", locale),
                    messages.getMessage("expectation.filter.age.to", new Object[] { query.ageTo() }, locale)));
        }
        if (Boolean.TRUE.equals(query.overdue())) {
            chosen.add(new Chosen("overdue", "true", say("expectation.filter.due", locale),
                    say("expectation.filter.overdue", locale)));
        }
        add(chosen, "dueFrom", query.dueFrom(), query.dueFrom(), locale);
        add(chosen, "dueTo", query.dueTo(), query.dueTo(), locale);
        return chosen;
    }

    private void add(List<Chosen> chosen, String name, @Nullable Object value, @Nullable Object text, Locale locale) {
        if (value != null && !value.toString().isBlank()) {
            chosen.add(new Chosen(name, value.toString(), say("expectation.filter." + name, locale),
                    text == null ? "?" : text.toString()));
        }
    }

    private @Nullable String dimension(RegisterQuery query, Locale locale) {
        var code = query.dimension();
        return code == null || code.isBlank() ? null : Objects.requireNonNullElse(dimensions.of(code, locale), code);
    }

    private @Nullable String owner(RegisterQuery query, Locale locale) {
        if (RegisterQuery.MINE.equals(query.owner()) || RegisterQuery.NOBODY.equals(query.owner())) {
            return say("expectation.filter.owner." + query.owner(), locale);
        }
        var id = Ids.staff(query.owner());
        return id == null ? null : staff.names(Set.of(id)).get(id);
    }

    private @Nullable String unit(RegisterQuery query) {
        var id = Ids.unit(query.unit());
        return id == null ? null : units.names(Set.of(id)).get(id);
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

}
