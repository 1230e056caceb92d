package io.cesm.web.audit;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.cesm.domain.export.Export;
import io.cesm.domain.export.ExportKind;
import io.cesm.domain.people.Right;
import io.cesm.domain.table.Column;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.TimelineBook;
import io.cesm.domain.timeline.TimelineRow;
import io.cesm.web.exports.Downloads;
import io.cesm.web.exports.Filters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The log as a table, with the filters of the page. */
@Controller
@PreAuthorize("hasAuthority('AUDIT_READ') and hasAuthority('EXPORT')")
class AuditExport {

    private final Downloads downloads;

    AuditExport(Downloads downloads) {
        this.downloads = downloads;
    }

    @GetMapping("/audit/export.{form:csv|xlsx}")
    public void export(@PathVariable String form, @ModelAttribute("filter") AuditFilter filter, Locale locale,
            HttpServletRequest request, HttpServletResponse response) throws IOException {
        downloads.send("audit", form, request, response, locale);
    }

    /** What the list holds. */
    @Component
    static class Kind implements ExportKind {

        private final TimelineBook book;

        private final MessageSource messages;

        private final Filters filters;

        Kind(TimelineBook book, MessageSource messages, Filters filters) {
            this.book = book;
            this.messages = messages;
            this.filters = filters;
        }

        @Override
        public String code() {
            return "audit";
        }

        @Override
        public String titleKey() {
            return "audit.log.title";
        }

        @Override
        public Right right() {
            return Right.AUDIT_READ;
        }

        @Override
        public Export<?> open(Map<String, List<String>> given, Locale locale) {
            var filter = filters.read(AuditFilter.class, given).log();
            return Export.of(messages.getMessage(titleKey(), null, locale), columns(locale),
                    (cursor, size) -> book.log(filter, size, cursor));
        }

        private List<Column<TimelineRow>> columns(Locale locale) {
            return List.of(column("at", locale, TimelineRow::at), column("actor", locale, TimelineRow::actorName),
                    column("channel", locale, TimelineRow::channel), column("address", locale, TimelineRow::address),
                    column("type", locale, TimelineRow::subjectType),
                    column("record", locale, TimelineRow::subjectName), column("action", locale, TimelineRow::action),
                    column("changes", locale, row -> changes(row.changes())), column("note", locale, TimelineRow::note),
                    column("id", locale, row -> row.id().toString()));
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

}
