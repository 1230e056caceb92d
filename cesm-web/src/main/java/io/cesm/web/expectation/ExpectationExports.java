package io.cesm.web.expectation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.cesm.domain.export.Export;
import io.cesm.domain.export.ExportKind;
import io.cesm.domain.kernel.Slice;
import io.cesm.domain.people.CurrentActor;
import io.cesm.expectation.ExpectationRegister;
import io.cesm.expectation.ExpectationRow;
import io.cesm.expectation.ExpectationState;
import io.cesm.expectation.RegisterFilter;
import io.cesm.expectation.RegisterOrder;
import io.cesm.web.exports.Filters;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The register, the board and the calendar as lists that go out. */
@Configuration(proxyBeanMethods = false)
class ExpectationExports {

    private final ExpectationRegister register;

    private final CurrentActor current;

    private final MessageSource messages;

    private final Filters filters;

    private final Today today;

    ExpectationExports(ExpectationRegister register, CurrentActor current, MessageSource messages, Filters filters,
            Today today) {
        this.register = register;
        this.current = current;
        this.messages = messages;
        this.filters = filters;
        this.today = today;
    }

    /** Opens one view of the expectations. */
    private interface Opening {

        Export<?> open(Map<String, List<String>> given, Locale locale);

    }

    private record View(String code, String titleKey, Opening opening) implements ExportKind {

        @Override
        public Export<?> open(Map<String, List<String>> given, Locale locale) {
            return opening.open(given, locale);
        }

    }

    @Bean
    ExportKind registerExport() {
        return new View("expectations", "expectation.list.title", (given, locale) -> {
            var query = filters.read(RegisterQuery.class, given);
            return list("expectation.list.title", query.filter(current.actor()), query.order(), locale);
        });
    }

    @Bean
    ExportKind calendarExport() {
        return new View("calendar", "expectation.calendar.title", (given, locale) -> {
            var rest = new HashMap<>(given);
            var asked = rest.remove("month");
            var month = Month.read(asked == null ? null : asked.getFirst(), today.day());
            var filter = filters.read(RegisterQuery.class, rest)
                .filter(current.actor())
                .dueBetween(month.first(), month.last());
            return list("expectation.calendar.title", filter, RegisterOrder.DUE, locale);
        });
    }

    @Bean
    ExportKind boardExport() {
        return new View("board", "expectation.board.title", (given, locale) -> {
            var filter = filters.read(RegisterQuery.class, given).filter(current.actor());
            var all = filter.in(Set.copyOf(BoardController.COLUMNS));
            return counted(ExpectationSheet.of("expectation.board.title", messages, locale,
                    (cursor, size) -> column(filter, cursor, size)), all);
        });
    }

    private Export<ExpectationRow> list(String title, RegisterFilter filter, RegisterOrder order, Locale locale) {
        return counted(ExpectationSheet.of(title, messages, locale,
                (cursor, size) -> register.slice(filter, order, size, cursor)), filter);
    }

    private Export<ExpectationRow> counted(Export<ExpectationRow> list, RegisterFilter filter) {
        return new Export<>(list.title(), list.columns(), list.pieces(), upTo -> register.count(filter, upTo));
    }

    /** Column after column of the board; the cursor begins with the column. */
    private Slice<ExpectationRow> column(RegisterFilter filter, @Nullable String cursor, int size) {
        var place = cursor == null ? new String[] { "0", "" } : cursor.split("~", 2);
        int column = Integer.parseInt(place[0]);
        var state = BoardController.COLUMNS.get(column);
        var slice = register.slice(filter.in(Set.<ExpectationState>of(state)), RegisterOrder.NEWEST, size,
                place[1].isEmpty() ? null : place[1]);
        var next = slice.next() != null ? column + "~" + slice.next()
                : column + 1 < BoardController.COLUMNS.size() ? (column + 1) + "~" : null;
        return new Slice<>(new ArrayList<>(slice.items()), next, null);
    }

}
