package io.cesm.web.topissue;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.cesm.domain.export.Export;
import io.cesm.domain.export.ExportKind;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.topissue.TopIssueRegister;
import io.cesm.domain.topissue.TopIssueRow;
import io.cesm.web.exports.Downloads;
import io.cesm.web.exports.Filters;
import io.cesm.web.exports.Sheet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The register as a file, with the filters of its page. */
@Controller
class TopIssueExports implements ExportKind {

    private final Downloads downloads;

    private final TopIssueRegister register;

    private final CurrentActor current;

    private final MessageSource messages;

    private final Filters filters;

    private final Clock clock;

    TopIssueExports(Downloads downloads, TopIssueRegister register, CurrentActor current, MessageSource messages,
            Filters filters, Clock clock) {
        this.downloads = downloads;
        this.register = register;
        this.current = current;
        this.messages = messages;
        this.filters = filters;
        this.clock = clock;
    }

    @PreAuthorize("hasAuthority('EXPORT')")
    @GetMapping("/top-issues/export.{form:csv|xlsx}")
    public void register(@PathVariable String form, @ModelAttribute("query") TopIssueQuery query, Locale locale,
            HttpServletRequest request, HttpServletResponse response) throws IOException {
        downloads.send(code(), form, request, response, locale);
    }

    @Override
    public String code() {
        return "top-issues";
    }

    @Override
    public String titleKey() {
        return "topissue.list.title";
    }

    @Override
    public Export<?> open(Map<String, List<String>> given, Locale locale) {
        var query = filters.read(TopIssueQuery.class, given);
        var filter = query.filter(current.actor(), clock);
        var sheet = Sheet.of(TopIssueRow.class, messages, locale);
        var list = sheet.with("topissue.column.place", TopIssueRow::place)
            .with("topissue.column.number", TopIssueRow::number)
            .with("field.top_issue.title", TopIssueRow::title)
            .named("topissue.filter.customer", TopIssueRow::customerName, TopIssueRow::customerNameEn)
            .with("topissue.column.customers", TopIssueRow::customers)
            .with("topissue.column.evidence", TopIssueRow::evidence)
            .word("field.top_issue.state", "TopIssueState", TopIssueRow::state)
            .named("field.top_issue.dimension", TopIssueRow::dimensionName, TopIssueRow::dimensionNameEn)
            .with("field.top_issue.owner", TopIssueRow::ownerName)
            .with("field.top_issue.measureName", TopIssueRow::measure)
            .with("field.top_issue.measureUnit", TopIssueRow::unit)
            .with("field.top_issue.baseline", TopIssueRow::baseline)
            .with("field.top_issue.target", TopIssueRow::target)
            .with("field.top_issue.targetOn", TopIssueRow::targetOn)
            .with("topissue.column.tell", TopIssueRow::tellOn)
            .with("topissue.column.left", TopIssueRow::left)
            .with("topissue.column.nominated", TopIssueRow::nominatedAt)
            .over("topissue.list.title", (cursor, size) -> register.slice(filter, query.order(), size, cursor));
        return new Export<>(list.title(), list.columns(), list.pieces(), upTo -> register.count(filter, upTo));
    }

}
