package io.cesm.web.expectation;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import io.cesm.domain.kernel.Slice;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.table.Column;
import io.cesm.domain.table.TableKind;
import io.cesm.domain.table.Tables;
import io.cesm.expectation.ExpectationRegister;
import io.cesm.expectation.ExpectationRow;
import io.cesm.expectation.RegisterFilter;
import io.cesm.expectation.RegisterOrder;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** Any view of the register as a table, with its filters and its order. */
@Controller
@PreAuthorize("hasAuthority('EXPORT')")
class ExpectationExport {

    private static final int PIECE = 1_000;

    private final ExpectationRegister register;

    private final CurrentActor current;

    private final MessageSource messages;

    private final Today today;

    ExpectationExport(ExpectationRegister register, CurrentActor current, MessageSource messages, Today today) {
        this.register = register;
        this.current = current;
        this.messages = messages;
        this.today = today;
    }

    @GetMapping("/expectations/export.{kind:csv|xlsx}")
    public void export(@PathVariable String kind, @ModelAttribute("query") RegisterQuery query, Locale locale,
            HttpServletResponse response) throws IOException {
        var form = TableKind.valueOf(kind.toUpperCase(Locale.ROOT));
        var filter = query.filter(current.actor());
        response.setContentType(form.mediaType());
        response.setHeader("Content-Disposition",
                "attachment; filename=\"expectations-" + today.day() + "." + form.extension() + "\"");
        Tables.write(form, response.getOutputStream(), say("expectation.list.title", locale), columns(locale),
                rows(filter, query.order()));
    }

    /**
     * Reads piece by piece, so that a long list neither fills memory nor holds a
     * transaction.
     */
    private Stream<ExpectationRow> rows(RegisterFilter filter, RegisterOrder order) {
        var pieces = Stream.<@Nullable Slice<ExpectationRow>>iterate(register.slice(filter, order, PIECE, null),
                Objects::nonNull, slice -> slice == null || slice.next() == null ? null
                        : register.slice(filter, order, PIECE, slice.next()));
        return pieces.flatMap(slice -> slice == null ? Stream.empty() : slice.items().stream());
    }

    private List<Column<ExpectationRow>> columns(Locale locale) {
        var zh = locale.getLanguage().equals("zh");
        return List.of(column("expectation.column.number", locale, ExpectationRow::number),
                column("expectation.filter.customer", locale,
                        row -> zh || row.customerNameEn() == null ? row.customerName() : row.customerNameEn()),
                column("expectation.filter.tier", locale, ExpectationRow::tier),
                column("field.expectation.contact", locale, ExpectationRow::contactName),
                column("field.expectation.verbatim", locale, ExpectationRow::verbatim),
                column("field.expectation.state", locale, row -> say("State." + row.state(), locale)),
                column("field.expectation.dimension", locale, row -> zh ? row.dimensionName() : row.dimensionNameEn()),
                column("field.expectation.flow", locale, row -> row.flow() == null ? null : row.flow().name()),
                column("field.expectation.importance", locale, ExpectationRow::importance),
                column("field.expectation.kano", locale,
                        row -> row.kano() == null ? null : say("Kano." + row.kano(), locale)),
                column("field.expectation.owner", locale, ExpectationRow::ownerName),
                column("field.expectation.dueOn", locale, ExpectationRow::dueOn),
                column("Level.E", locale, ExpectationRow::expected),
                column("Level.C", locale, ExpectationRow::committed),
                column("Level.D", locale, ExpectationRow::delivered),
                column("Level.P", locale, ExpectationRow::perceived),
                column("expectation.column.captured", locale, ExpectationRow::capturedAt));
    }

    private Column<ExpectationRow> column(String key, Locale locale,
            Function<ExpectationRow, ? extends @Nullable Object> value) {
        return new Column<>(say(key, locale), value);
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

}
