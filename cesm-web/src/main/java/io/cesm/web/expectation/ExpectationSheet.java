package io.cesm.web.expectation;

import java.util.Locale;

import io.cesm.domain.export.Export;
import io.cesm.expectation.ExpectationRow;
import io.cesm.web.exports.Sheet;
import org.springframework.context.MessageSource;

/** The columns of every list of expectations. */
final class ExpectationSheet {

    private ExpectationSheet() {
    }

    static Export<ExpectationRow> of(String titleKey, MessageSource messages, Locale locale,
            Export.Pieces<ExpectationRow> pieces) {
        var sheet = Sheet.of(ExpectationRow.class, messages, locale);
        return sheet.with("expectation.column.number", ExpectationRow::number)
            .named("expectation.filter.customer", ExpectationRow::customerName, ExpectationRow::customerNameEn)
            .with("expectation.filter.tier", ExpectationRow::tier)
            .with("field.expectation.contact", ExpectationRow::contactName)
            .with("field.expectation.verbatim", ExpectationRow::verbatim)
            .word("field.expectation.state", "State", ExpectationRow::state)
            .named("field.expectation.dimension", ExpectationRow::dimensionName, ExpectationRow::dimensionNameEn)
            .with("field.expectation.flow", row -> row.flow() == null ? null : row.flow().name())
            .with("field.expectation.importance", ExpectationRow::importance)
            .word("field.expectation.kano", "Kano", ExpectationRow::kano)
            .with("field.expectation.owner", ExpectationRow::ownerName)
            .with("field.expectation.dueOn", ExpectationRow::dueOn)
            .with("Level.E", ExpectationRow::expected)
            .with("Level.C", ExpectationRow::committed)
            .with("Level.D", ExpectationRow::delivered)
            .with("Level.P", ExpectationRow::perceived)
            .with("expectation.column.captured", ExpectationRow::capturedAt)
            .over(titleKey, pieces);
    }

}
