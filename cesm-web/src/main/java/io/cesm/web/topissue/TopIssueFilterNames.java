package io.cesm.web.topissue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.cesm.domain.customer.CustomerBook;
import io.cesm.domain.customer.CustomerCard;
import io.cesm.domain.dimension.DimensionBook;
import io.cesm.domain.people.StaffBook;
import io.cesm.domain.people.UnitBook;
import io.cesm.domain.topissue.TopIssueState;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in words which filters are set, so that each can be read and taken away. */
@Component
class TopIssueFilterNames {

    private final CustomerBook customers;

    private final DimensionBook dimensions;

    private final StaffBook staff;

    private final UnitBook units;

    private final MessageSource messages;

    TopIssueFilterNames(CustomerBook customers, DimensionBook dimensions, StaffBook staff, UnitBook units,
            MessageSource messages) {
        this.customers = customers;
        this.dimensions = dimensions;
        this.staff = staff;
        this.units = units;
        this.messages = messages;
    }

    /** A filter that is set: its parameter and value, and both in words. */
    record Chosen(String name, String value, String label, String text) {
    }

    @Nullable String customer(TopIssueQuery query) {
        var id = IssueIds.customer(query.customer());
        return id == null ? null : customers.find(id).map(CustomerCard::name).orElse(null);
    }

    List<Chosen> of(TopIssueQuery query, Locale locale) {
        var chosen = new ArrayList<Chosen>();
        if (!query.isAny()) {
            return chosen;
        }
        add(chosen, "q", query.q(), query.q(), locale);
        add(chosen, "customer", query.customer(), customer(query), locale);
        var unit = IssueIds.unit(query.unit());
        add(chosen, "unit", query.unit(), unit == null ? null : units.names(Set.of(unit)).get(unit), locale);
        for (var each : query.state() == null ? List.<TopIssueState>of() : query.state()) {
            add(chosen, "state", each, say("TopIssueState." + each, locale), locale);
        }
        var code = query.dimension();
        add(chosen, "dimension", code,
                code == null || code.isBlank() ? null : dimensions.find(code).map(it -> it.name(locale)).orElse(code),
                locale);
        add(chosen, "owner", query.owner(), owner(query, locale), locale);
        add(chosen, "top", query.top(), query.top(), locale);
        flag(chosen, "late", query.late(), locale);
        flag(chosen, "untold", query.untold(), locale);
        flag(chosen, "check", query.check(), locale);
        return chosen;
    }

    private void flag(List<Chosen> chosen, String name, @Nullable Boolean set, Locale locale) {
        if (Boolean.TRUE.equals(set)) {
            add(chosen, name, "true", say("topissue.filter.yes", locale), locale);
        }
    }

    private void add(List<Chosen> chosen, String name, @Nullable Object value, @Nullable Object text, Locale locale) {
        if (value != null && !value.toString().isBlank()) {
            chosen.add(new Chosen(name, value.toString(), say("topissue.filter." + name, locale),
                    text == null ? "?" : text.toString()));
        }
    }

    private @Nullable String owner(TopIssueQuery query, Locale locale) {
        if (TopIssueQuery.MINE.equals(query.owner())) {
            return say("topissue.filter.owner.me", locale);
        }
        var id = IssueIds.staff(query.owner());
        return id == null ? null : staff.names(Set.of(id)).get(id);
    }

    private String say(String key, Locale locale) {
        return String.valueOf(messages.getMessage(key, null, "?", locale));
    }

}
