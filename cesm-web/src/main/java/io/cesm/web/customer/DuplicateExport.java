package io.cesm.web.customer;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.cesm.domain.customer.DuplicateBook;
import io.cesm.domain.customer.DuplicateBook.Suggested;
import io.cesm.domain.customer.MergeKind;
import io.cesm.domain.export.Export;
import io.cesm.domain.export.ExportKind;
import io.cesm.domain.people.Right;
import io.cesm.web.exports.Downloads;
import io.cesm.web.exports.Filters;
import io.cesm.web.exports.Sheet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The records that may be the same as a file. */
@Controller
@PreAuthorize("hasAuthority('MERGE') and hasAuthority('EXPORT')")
class DuplicateExport {

    private final Downloads downloads;

    DuplicateExport(Downloads downloads) {
        this.downloads = downloads;
    }

    @GetMapping("/duplicates/export.{form:csv|xlsx}")
    public void export(@PathVariable String form, @RequestParam @Nullable MergeKind kind, Locale locale,
            HttpServletRequest request, HttpServletResponse response) throws IOException {
        downloads.send("duplicates", form, request, response, locale);
    }

    /** What the list holds. */
    @Component
    static class Kind implements ExportKind {

        private final DuplicateBook book;

        private final MessageSource messages;

        private final Filters filters;

        Kind(DuplicateBook book, MessageSource messages, Filters filters) {
            this.book = book;
            this.messages = messages;
            this.filters = filters;
        }

        record Query(@Nullable MergeKind kind) {
        }

        @Override
        public String code() {
            return "duplicates";
        }

        @Override
        public String titleKey() {
            return "duplicate.title";
        }

        @Override
        public Right right() {
            return Right.MERGE;
        }

        @Override
        public Export<?> open(Map<String, List<String>> given, Locale locale) {
            var asked = filters.read(Query.class, given).kind();
            var kind = asked == null ? MergeKind.CUSTOMER : asked;
            var sheet = Sheet.of(Suggested.class, messages, locale);
            var number = kind == MergeKind.CUSTOMER ? "expectation.column.number" : "contact.field.customer";
            return sheet.with("duplicate.first", Suggested::firstName)
                .plain(sheet.say(number) + " 1", Suggested::firstNumber)
                .with("duplicate.second", Suggested::secondName)
                .plain(sheet.say(number) + " 2", Suggested::secondNumber)
                .plain(sheet.say("duplicate.score") + " %", Suggested::percent)
                .with("duplicate.why",
                        row -> row.reasons()
                            .stream()
                            .map(it -> messages.getMessage("duplicate.reason." + it.code(),
                                    new Object[] { it.detail() }, locale))
                            .collect(Collectors.joining("; ")))
                .over(titleKey(), (cursor, size) -> book.open(kind, size, cursor));
        }

    }

}
