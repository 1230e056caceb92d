package io.cesm.web.complaint;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.cesm.domain.complaint.ComplaintRegister;
import io.cesm.domain.complaint.ComplaintRow;
import io.cesm.domain.export.Export;
import io.cesm.domain.export.ExportKind;
import io.cesm.domain.people.CurrentActor;
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

/** The queue as a file, with the filters of its page. */
@Controller
class ComplaintExports implements ExportKind {

    private final Downloads downloads;

    private final ComplaintRegister register;

    private final CurrentActor current;

    private final MessageSource messages;

    private final Filters filters;

    private final Clock clock;

    ComplaintExports(Downloads downloads, ComplaintRegister register, CurrentActor current, MessageSource messages,
            Filters filters, Clock clock) {
        this.downloads = downloads;
        this.register = register;
        this.current = current;
        this.messages = messages;
        this.filters = filters;
        this.clock = clock;
    }

    @PreAuthorize("hasAuthority('EXPORT')")
    @GetMapping("/complaints/export.{form:csv|xlsx}")
    public void queue(@PathVariable String form, @ModelAttribute("query") ComplaintQuery query, Locale locale,
            HttpServletRequest request, HttpServletResponse response) throws IOException {
        downloads.send(code(), form, request, response, locale);
    }

    @Override
    public String code() {
        return "complaints";
    }

    @Override
    public String titleKey() {
        return "complaint.list.title";
    }

    @Override
    public Export<?> open(Map<String, List<String>> given, Locale locale) {
        var query = filters.read(ComplaintQuery.class, given);
        var filter = query.filter(current.actor(), clock);
        var sheet = Sheet.of(ComplaintRow.class, messages, locale);
        var list = sheet.with("complaint.column.number", ComplaintRow::number)
            .word("field.complaint.kind", "ComplaintKind", ComplaintRow::kind)
            .with("field.complaint.grade", ComplaintRow::grade)
            .named("complaint.filter.customer", ComplaintRow::customerName, ComplaintRow::customerNameEn)
            .with("complaint.filter.tier", ComplaintRow::tier)
            .with("field.complaint.contact", ComplaintRow::contactName)
            .with("field.complaint.subject", ComplaintRow::subject)
            .word("field.complaint.state", "ComplaintState", ComplaintRow::state)
            .named("field.complaint.dimension", ComplaintRow::dimensionName, ComplaintRow::dimensionNameEn)
            .with("field.complaint.owner", ComplaintRow::ownerName)
            .with("complaint.column.due", ComplaintRow::dueAt)
            .with("complaint.column.handOffs", ComplaintRow::handOffs)
            .with("complaint.column.received", ComplaintRow::receivedAt)
            .over("complaint.list.title", (cursor, size) -> register.slice(filter, query.order(), size, cursor));
        return new Export<>(list.title(), list.columns(), list.pieces(), upTo -> register.count(filter, upTo));
    }

}
