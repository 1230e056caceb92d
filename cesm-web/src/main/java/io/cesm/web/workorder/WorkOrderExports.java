package io.cesm.web.workorder;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.cesm.domain.export.Export;
import io.cesm.domain.export.ExportKind;
import io.cesm.domain.kernel.Slice;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.time.CompanyTime;
import io.cesm.governance.workorder.WorkOrder;
import io.cesm.governance.workorder.WorkOrderBook;
import io.cesm.web.exports.Downloads;
import io.cesm.web.exports.Filters;
import io.cesm.web.exports.Sheet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** Work orders and first-time fix as files. */
@Configuration(proxyBeanMethods = false)
class WorkOrderExports {

    /** The period and grouping of the figures. */
    record FigureQuery(@DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to, WorkOrderBook.@Nullable By by) {
    }

    @FunctionalInterface
    interface Opening {

        Export<?> open(Map<String, List<String>> given, Locale locale);

    }

    record View(String code, String titleKey, Opening opening) implements ExportKind {

        @Override
        public Export<?> open(Map<String, List<String>> given, Locale locale) {
            return opening.open(given, locale);
        }

    }

    @Bean
    ExportKind workOrderSheet(WorkOrderBook book, CurrentActor current, MessageSource messages, Filters filters) {
        return new View("work-orders", "workorder.list.title", (given, locale) -> {
            var filter = filters.read(WorkOrderQuery.class, given).filter(current.actor());
            var sheet = Sheet.of(WorkOrder.class, messages, locale);
            var list = sheet.with("workorder.number", WorkOrder::number)
                .with("workorder.complaint", WorkOrder::complaintNumber)
                .named("complaint.filter.customer", WorkOrder::customerName, WorkOrder::customerNameEn)
                .word("workorder.state", "WorkOrderState", WorkOrder::state)
                .with("workorder.assignee", WorkOrder::assigneeName)
                .with("workorder.task", WorkOrder::task)
                .with("workorder.from", WorkOrder::plannedFrom)
                .with("workorder.to", WorkOrder::plannedTo)
                .with("workorder.arrived_at", WorkOrder::arrivedAt)
                .with("workorder.ended_at", WorkOrder::endedAt)
                .with("workorder.minutes", WorkOrder::minutesOnSite)
                .word("workorder.reason", "NotDone", WorkOrder::notDone)
                .with("workorder.outcome", WorkOrder::outcome)
                .over("workorder.list.title", (cursor, size) -> book.slice(filter, size, cursor));
            return new Export<>(list.title(), list.columns(), list.pieces(), upTo -> book.count(filter, upTo));
        });
    }

    @Bean
    ExportKind firstTimeFixSheet(WorkOrderBook book, MessageSource messages, Filters filters, Clock clock) {
        return new View("first-time-fix", "workorder.figures.title", (given, locale) -> {
            var query = filters.read(FigureQuery.class, given);
            var last = query.to() == null ? CompanyTime.today(clock) : query.to();
            var first = query.from() == null ? last.minusYears(1) : query.from();
            var rows = book.firstTimeFix(query.by() == null ? WorkOrderBook.By.UNIT : query.by(),
                    CompanyTime.startOf(first), CompanyTime.startOf(last.plusDays(1)));
            return Sheet.of(WorkOrderBook.FirstTime.class, messages, locale)
                .with("workorder.figures.group", WorkOrderBook.FirstTime::name)
                .with("workorder.figures.n", row -> row.fixed().n())
                .with("workorder.figures.fixed", row -> row.fixed().part())
                .with("workorder.figures.rate", row -> row.fixed().percent())
                .with("workorder.figures.low", row -> Math.round(row.fixed().low() * 10) / 10.0)
                .with("workorder.figures.high", row -> Math.round(row.fixed().high() * 10) / 10.0)
                .over("workorder.figures.title", (cursor, size) -> new Slice<>(rows, null, null));
        });
    }

    /** The addresses of the files. */
    @Controller
    static class WorkOrderDownloads {

        private final Downloads downloads;

        WorkOrderDownloads(Downloads downloads) {
            this.downloads = downloads;
        }

        @PreAuthorize("hasAuthority('EXPORT')")
        @GetMapping("/work-orders/export.{form:csv|xlsx}")
        public void orders(@PathVariable String form, @ModelAttribute("query") WorkOrderQuery query, Locale locale,
                HttpServletRequest request, HttpServletResponse response) throws IOException {
            downloads.send("work-orders", form, request, response, locale);
        }

        @PreAuthorize("hasAuthority('EXPORT')")
        @GetMapping("/work-orders/figures/export.{form:csv|xlsx}")
        public void figures(@PathVariable String form, @ModelAttribute("query") FigureQuery query, Locale locale,
                HttpServletRequest request, HttpServletResponse response) throws IOException {
            downloads.send("first-time-fix", form, request, response, locale);
        }

    }

}
