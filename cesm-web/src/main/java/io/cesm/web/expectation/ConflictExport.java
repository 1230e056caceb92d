package io.cesm.web.expectation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import io.cesm.domain.export.Export;
import io.cesm.domain.export.ExportKind;
import io.cesm.expectation.ConflictBook;
import io.cesm.expectation.ConflictRow;
import io.cesm.expectation.ConflictState;
import io.cesm.web.exports.Filters;
import io.cesm.web.exports.Sheet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The conflicts as a list that goes out: both sides in one line, and the decision. */
@Component
class ConflictExport implements ExportKind {

    private final ConflictBook book;

    private final MessageSource messages;

    private final Filters filters;

    ConflictExport(ConflictBook book, MessageSource messages, Filters filters) {
        this.book = book;
        this.messages = messages;
        this.filters = filters;
    }

    /** The filters of the page. */
    record Query(@Nullable ConflictState state, @Nullable String customer) {
    }

    @Override
    public String code() {
        return "conflicts";
    }

    @Override
    public String titleKey() {
        return "conflict.list.title";
    }

    @Override
    public Export<?> open(Map<String, List<String>> given, Locale locale) {
        var query = filters.read(Query.class, given);
        var state = query.state() == null ? ConflictState.OPEN : query.state();
        var sheet = Sheet.of(ConflictRow.class, messages, locale);
        sheet.named("expectation.filter.customer", ConflictRow::customerName, ConflictRow::customerNameEn)
            .with("field.expectation.dimension", row -> sheet.chinese() ? row.dimensionName() : row.dimensionNameEn())
            .word("field.expectation.state", "ConflictState", ConflictRow::state)
            .word("conflict.list.title", "ConflictKind", ConflictRow::kind);
        side(sheet, "1", ConflictRow::first);
        side(sheet, "2", ConflictRow::second);
        return sheet.with("conflict.chosen", ConflictExport::chosen)
            .with("conflict.decision", ConflictRow::decision)
            .with("conflict.decidedBy", ConflictRow::decidedBy)
            .with("conflict.told", ConflictRow::toldOn)
            .with("conflict.resolvedBy", ConflictRow::resolvedBy)
            .over(titleKey(), (cursor, size) -> book.slice(state, Ids.customer(query.customer()), size, cursor));
    }

    private static void side(Sheet<ConflictRow> sheet, String which, Function<ConflictRow, ConflictRow.Side> side) {
        sheet.plain(sheet.say("expectation.column.number") + " " + which, row -> side.apply(row).number())
            .plain(sheet.say("field.expectation.contact") + " " + which, row -> side.apply(row).contactName())
            .plain(sheet.say("field.expectation.verbatim") + " " + which, row -> side.apply(row).verbatim())
            .plain(sheet.say("Level.E") + " " + which, row -> side.apply(row).level())
            .plain(sheet.say("field.expectation.wantedOn") + " " + which, row -> side.apply(row).wantedOn())
            .plain(sheet.say("field.expectation.state") + " " + which,
                    row -> sheet.say("State." + side.apply(row).state()));
    }

    private static @Nullable String chosen(ConflictRow row) {
        if (row.chosen() == null) {
            return null;
        }
        return row.chosen().equals(row.first().id()) ? row.first().number() : row.second().number();
    }

}
