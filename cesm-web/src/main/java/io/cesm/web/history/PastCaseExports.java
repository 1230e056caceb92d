package io.cesm.web.history;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.cesm.domain.export.Export;
import io.cesm.domain.export.ExportKind;
import io.cesm.governance.history.PastCases;
import io.cesm.web.exports.Downloads;
import io.cesm.web.exports.Filters;
import io.cesm.web.exports.Sheet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The cases of a source as a file. */
@Controller
class PastCaseExports implements ExportKind {

    private final Downloads downloads;

    private final PastCases cases;

    private final MessageSource messages;

    private final Filters filters;

    PastCaseExports(Downloads downloads, PastCases cases, MessageSource messages, Filters filters) {
        this.downloads = downloads;
        this.cases = cases;
        this.messages = messages;
        this.filters = filters;
    }

    /** Whose cases. */
    record SourceQuery(@Nullable String source) {
    }

    @PreAuthorize("hasAuthority('EXPORT') and hasAuthority('IMPORT')")
    @GetMapping("/complaints/history/export.{form:csv|xlsx}")
    public void cases(@PathVariable String form, @ModelAttribute("query") SourceQuery query, Locale locale,
            HttpServletRequest request, HttpServletResponse response) throws IOException {
        downloads.send(code(), form, request, response, locale);
    }

    @Override
    public String code() {
        return "past-cases";
    }

    @Override
    public String titleKey() {
        return "history.title";
    }

    @Override
    public Export<?> open(Map<String, List<String>> given, Locale locale) {
        var source = String.valueOf(filters.read(SourceQuery.class, given).source());
        var list = Sheet.of(PastCases.Row.class, messages, locale)
            .with("history.key", PastCases.Row::key)
            .with("field.complaint.grade", PastCases.Row::grade)
            .with("field.complaint.product", PastCases.Row::product)
            .with("history.topic", PastCases.Row::topic)
            .with("history.events", PastCases.Row::events)
            .with("history.holders", PastCases.Row::holders)
            .with("history.handOffs", PastCases.Row::handOffs)
            .with("history.pingPongs", PastCases.Row::pingPongs)
            .with("history.waiting.minutes", PastCases.Row::waitingMinutes)
            .with("history.used.minutes", PastCases.Row::usedMinutes)
            .with("history.target.minutes", PastCases.Row::targetMinutes)
            .over("history.title", (cursor, size) -> cases.slice(source, size, cursor));
        return new Export<>(list.title(), list.columns(), list.pieces(), upTo -> cases.count(source, upTo));
    }

}
