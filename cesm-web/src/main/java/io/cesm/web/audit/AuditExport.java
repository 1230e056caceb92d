package io.cesm.web.audit;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.cesm.domain.kernel.Slice;
import io.cesm.domain.table.Column;
import io.cesm.domain.table.TableKind;
import io.cesm.domain.table.Tables;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.TimelineBook;
import io.cesm.domain.timeline.TimelineRow;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The log as a table, with the filters of the page. */
@Controller
@PreAuthorize("hasAuthority('AUDIT_READ') and hasAuthority('EXPORT')")
class AuditExport {

    private static final int PIECE = 1_000;

    private final TimelineBook book;

    private final MessageSource messages;

    AuditExport(TimelineBook book, MessageSource messages) {
        this.book = book;
        this.messages = messages;
    }

    @GetMapping("/audit/export.{kind:csv|xlsx}")
    public void export(@PathVariable String kind, @ModelAttribute("filter") AuditFilter filter, Locale locale,
            HttpServletResponse response) throws IOException {
        var form = TableKind.valueOf(kind.toUpperCase(Locale.ROOT));
        response.setContentType(form.mediaType());
        response.setHeader("Content-Disposition", "attachment; filename=\"audit." + form.extension() + "\"");
        Tables.write(form, response.getOutputStream(), "audit", columns(locale), rows(filter));
    }

    /**
     * Reads piece by piece, so that a long log neither fills memory nor holds a
     * transaction.
     */
    private Stream<TimelineRow> rows(AuditFilter filter) {
        var pieces = Stream.<@Nullable Slice<TimelineRow>>iterate(book.log(filter.log(), PIECE, null), Objects::nonNull,
                slice -> slice == null || slice.next() == null ? null : book.log(filter.log(), PIECE, slice.next()));
        return pieces.flatMap(slice -> slice == null ? Stream.empty() : slice.items().stream());
    }

    private List<Column<TimelineRow>> columns(Locale locale) {
        return List.of(column("at", locale, TimelineRow::at), column("actor", locale, TimelineRow::actorName),
                column("channel", locale, TimelineRow::channel), column("address", locale, TimelineRow::address),
                column("type", locale, TimelineRow::subjectType), column("record", locale, TimelineRow::subjectName),
                column("action", locale, TimelineRow::action), column("changes", locale, row -> changes(row.changes())),
                column("note", locale, TimelineRow::note), column("id", locale, row -> row.id().toString()));
    }

    private Column<TimelineRow> column(String name, Locale locale,
            Function<TimelineRow, ? extends @Nullable Object> value) {
        return new Column<>(String.valueOf(messages.getMessage("audit.column." + name, null, name, locale)), value);
    }

    private static String changes(Map<String, Change.Values> changes) {
        return changes.entrySet()
            .stream()
            .map(it -> it.getKey() + ": " + it.getValue().before() + " → " + it.getValue().after())
            .collect(Collectors.joining("\n"));
    }

}
