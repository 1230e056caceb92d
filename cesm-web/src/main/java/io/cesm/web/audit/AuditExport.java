package io.cesm.web.audit;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
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
import io.cesm.web.exports.Sheet;
import io.cesm.web.layout.FieldValues;
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

        private final FieldValues values;

        private final Filters filters;

        Kind(TimelineBook book, MessageSource messages, FieldValues values, Filters filters) {
            this.book = book;
            this.messages = messages;
            this.values = values;
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

        /** Names for people, and at the end the codes they stand for. */
        private List<Column<TimelineRow>> columns(Locale locale) {
            return Sheet.of(TimelineRow.class, messages, locale)
                .with("audit.column.at", TimelineRow::at)
                .with("audit.column.actor", TimelineRow::actorName)
                .word("audit.column.channel", "audit.channel", TimelineRow::channel)
                .with("audit.column.address", TimelineRow::address)
                .with("audit.column.type", row -> said("audit.type." + row.subjectType(), row.subjectType(), locale))
                .with("audit.column.record", TimelineRow::subjectName)
                .with("audit.column.action", row -> said(row.messageKey(), row.action(), locale))
                .with("audit.column.changes", row -> changes(row, locale))
                .with("audit.column.note", TimelineRow::note)
                .with("audit.column.id", row -> row.id().toString())
                .with("audit.column.code", row -> row.subjectType() + "." + row.action())
                .with("audit.column.raw", row -> raw(row.changes()))
                .columns();
        }

        private String said(String key, String code, Locale locale) {
            return String.valueOf(messages.getMessage(key, null, code, locale));
        }

        private String changes(TimelineRow row, Locale locale) {
            return lines(row.changes(), field -> said(row.fieldKey(field), field, locale),
                    (field, value) -> values.say(row.subjectType(), field, value, locale));
        }

        private static String raw(Map<String, Change.Values> changes) {
            return lines(changes, field -> field, (field, value) -> value);
        }

        private static String lines(Map<String, Change.Values> changes, UnaryOperator<String> name,
                BiFunction<String, @Nullable String, @Nullable String> value) {
            return changes.entrySet()
                .stream()
                .map(it -> name.apply(it.getKey()) + ": " + orNothing(value.apply(it.getKey(), it.getValue().before()))
                        + " → " + orNothing(value.apply(it.getKey(), it.getValue().after())))
                .collect(Collectors.joining("\n"));
        }

        private static String orNothing(@Nullable String value) {
            return value == null ? "–" : value;
        }

    }

}
