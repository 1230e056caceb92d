package io.cesm.web.complaint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.cesm.domain.complaint.ComplaintState;
import io.cesm.domain.customer.ContactBook;
import io.cesm.domain.customer.ContactCard;
import io.cesm.domain.customer.CustomerBook;
import io.cesm.domain.customer.CustomerCard;
import io.cesm.domain.dimension.DimensionBook;
import io.cesm.domain.people.StaffBook;
import io.cesm.domain.people.UnitBook;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in words which filters are set, so that each can be read and taken away. */
@Component
class ComplaintFilterNames {

    private final CustomerBook customers;

    private final ContactBook contacts;

    private final DimensionBook dimensions;

    private final StaffBook staff;

    private final UnitBook units;

    private final MessageSource messages;

    ComplaintFilterNames(CustomerBook customers, ContactBook contacts, DimensionBook dimensions, StaffBook staff,
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

    @Nullable String customer(ComplaintQuery query) {
        var id = Ids.customer(query.customer());
        return id == null ? null : customers.find(id).map(CustomerCard::name).orElse(null);
    }

    List<Chosen> of(ComplaintQuery query, Locale locale) {
        var chosen = new ArrayList<Chosen>();
        if (!query.isAny()) {
            return chosen;
        }
        add(chosen, "q", query.q(), query.q(), locale);
        add(chosen, "customer", query.customer(), customer(query), locale);
        var contact = Ids.contact(query.contact());
        add(chosen, "contact", query.contact(),
                contact == null ? null : contacts.find(contact).map(ContactCard::name).orElse(null), locale);
        add(chosen, "tier", query.tier(), query.tier() == null ? null : say("Tier." + query.tier(), locale), locale);
        var unit = Ids.unit(query.unit());
        add(chosen, "unit", query.unit(), unit == null ? null : units.names(Set.of(unit)).get(unit), locale);
        add(chosen, "kind", query.kind(), query.kind() == null ? null : say("ComplaintKind." + query.kind(), locale),
                locale);
        for (var each : query.grade() == null ? List.<Integer>of() : query.grade()) {
            add(chosen, "grade", each, say("Grade." + each, locale), locale);
        }
        for (var each : query.state() == null ? List.<ComplaintState>of() : query.state()) {
            add(chosen, "state", each, say("ComplaintState." + each, locale), locale);
        }
        add(chosen, "dimension", query.dimension(), dimension(query, locale), locale);
        add(chosen, "owner", query.owner(), owner(query, locale), locale);
        flag(chosen, "watched", query.watched(), locale);
        flag(chosen, "offered", query.offered(), locale);
        flag(chosen, "overdue", query.overdue(), locale);
        add(chosen, "late", query.late(), query.late() == null ? null : say("ClockKind." + query.late(), locale),
                locale);
        add(chosen, "receivedFrom", query.receivedFrom(), query.receivedFrom(), locale);
        add(chosen, "receivedTo", query.receivedTo(), query.receivedTo(), locale);
        var held = Ids.staff(query.heldBy());
        add(chosen, "heldBy", query.heldBy(), held == null ? null : staff.names(Set.of(held)).get(held), locale);
        add(chosen, "level", query.level(), query.level() + "+", locale);
        return chosen;
    }

    private void flag(List<Chosen> chosen, String name, @Nullable Boolean set, Locale locale) {
        if (Boolean.TRUE.equals(set)) {
            add(chosen, name, "true", say("complaint.filter.yes", locale), locale);
        }
    }

    private void add(List<Chosen> chosen, String name, @Nullable Object value, @Nullable Object text, Locale locale) {
        if (value != null && !value.toString().isBlank()) {
            chosen.add(new Chosen(name, value.toString(), say("complaint.filter." + name, locale),
                    text == null ? "?" : text.toString()));
        }
    }

    private @Nullable String dimension(ComplaintQuery query, Locale locale) {
        var code = query.dimension();
        return code == null || code.isBlank() ? null : dimensions.find(code).map(it -> it.name(locale)).orElse(code);
    }

    private @Nullable String owner(ComplaintQuery query, Locale locale) {
        if (ComplaintQuery.MINE.equals(query.owner()) || ComplaintQuery.NOBODY.equals(query.owner())) {
            return say("complaint.filter.owner." + query.owner(), locale);
        }
        var id = Ids.staff(query.owner());
        return id == null ? null : staff.names(Set.of(id)).get(id);
    }

    private String say(String key, Locale locale) {
        return String.valueOf(messages.getMessage(key, null, "?", locale));
    }

}
