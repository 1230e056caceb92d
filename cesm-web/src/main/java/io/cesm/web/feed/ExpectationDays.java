package io.cesm.web.feed;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import io.cesm.domain.people.StaffId;
import io.cesm.expectation.ExpectationRegister;
import io.cesm.expectation.ExpectationRow;
import io.cesm.expectation.RegisterFilter;
import io.cesm.expectation.RegisterOrder;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Open expectations by the day they are due. */
@Component
class ExpectationDays implements FeedSource {

    private static final int MOST = 500;

    private static final int TITLE = 80;

    private final ExpectationRegister register;

    private final MessageSource messages;

    ExpectationDays(ExpectationRegister register, MessageSource messages) {
        this.register = register;
        this.messages = messages;
    }

    @Override
    public List<Entry> due(StaffId owner, LocalDate from, LocalDate to, Locale locale) {
        return register.slice(RegisterFilter.ALL.ownedBy(owner).dueBetween(from, to), RegisterOrder.DUE, MOST, null)
            .items()
            .stream()
            .map(it -> entry(it, locale))
            .toList();
    }

    private Entry entry(ExpectationRow row, Locale locale) {
        var english = row.customerNameEn();
        var customer = locale.getLanguage().equals("zh") || english == null ? row.customerName() : english;
        var state = messages.getMessage("State." + row.state(), null, locale);
        return new Entry("expectation-" + row.id(), Objects.requireNonNull(row.dueOn()),
                customer + " · " + shortened(row.verbatim()),
                row.number() + " · " + state + "\n" + customer + " · " + row.contactName() + "\n" + row.verbatim(),
                "/expectations/" + row.id());
    }

    private static String shortened(String words) {
        var line = words.replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= TITLE ? line
                : line.substring(0, line.offsetByCodePoints(0, TITLE)) + "…";
    }

}
