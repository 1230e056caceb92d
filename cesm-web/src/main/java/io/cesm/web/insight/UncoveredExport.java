package io.cesm.web.insight;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.cesm.domain.export.Export;
import io.cesm.domain.export.ExportKind;
import io.cesm.expectation.UncoveredCustomers;
import io.cesm.web.exports.Downloads;
import io.cesm.web.exports.Filters;
import io.cesm.web.exports.Sheet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The customers without a live expectation as a file. */
@Controller
@PreAuthorize("hasAuthority('EXPORT')")
class UncoveredExport {

    private final Downloads downloads;

    UncoveredExport(Downloads downloads) {
        this.downloads = downloads;
    }

    @GetMapping("/insights/expectations/uncovered/export.{form:csv|xlsx}")
    public void export(@PathVariable String form, @ModelAttribute("query") InsightQuery query, Locale locale,
            HttpServletRequest request, HttpServletResponse response) throws IOException {
        downloads.send("uncovered", form, request, response, locale);
    }

    /** What the list holds. */
    @Component
    static class Kind implements ExportKind {

        private final UncoveredCustomers uncovered;

        private final Insights insights;

        private final MessageSource messages;

        private final Filters filters;

        Kind(UncoveredCustomers uncovered, Insights insights, MessageSource messages, Filters filters) {
            this.uncovered = uncovered;
            this.insights = insights;
            this.messages = messages;
            this.filters = filters;
        }

        @Override
        public String code() {
            return "uncovered";
        }

        @Override
        public String titleKey() {
            return "insight.uncovered.title";
        }

        @Override
        public Export<?> open(Map<String, List<String>> given, Locale locale) {
            var filter = filters.read(InsightQuery.class, given).filter();
            var today = insights.today();
            return Sheet.of(UncoveredCustomers.Row.class, messages, locale)
                .with("insight.column.number", UncoveredCustomers.Row::number)
                .named("insight.column.customer", UncoveredCustomers.Row::name, UncoveredCustomers.Row::nameEn)
                .with("insight.column.tier", UncoveredCustomers.Row::tier)
                .named("insight.column.unit", UncoveredCustomers.Row::unitName, UncoveredCustomers.Row::unitNameEn)
                .with("insight.column.last_said", UncoveredCustomers.Row::lastSaid)
                .over(titleKey(), (cursor, size) -> uncovered.page(filter, today, cursor, size));
        }

    }

}
