package io.cesm.web.measure;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.cesm.domain.export.Export;
import io.cesm.domain.export.ExportKind;
import io.cesm.satisfaction.measure.scorecard.PeriodRow;
import io.cesm.satisfaction.measure.scorecard.ScorecardBook;
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

/** The results of customers' scorecards, period by period, as a file. */
@Controller
@PreAuthorize("hasAuthority('EXPORT')")
class ScorecardExport {

    private final Downloads downloads;

    ScorecardExport(Downloads downloads) {
        this.downloads = downloads;
    }

    @GetMapping("/scorecards/export.{form:csv|xlsx}")
    public void export(@PathVariable String form, @ModelAttribute("query") ScorecardQuery query, Locale locale,
            HttpServletRequest request, HttpServletResponse response) throws IOException {
        downloads.send("scorecards", form, request, response, locale);
    }

    /** What the list holds. */
    @Component
    static class Kind implements ExportKind {

        private final ScorecardBook book;

        private final MessageSource messages;

        private final Filters filters;

        Kind(ScorecardBook book, MessageSource messages, Filters filters) {
            this.book = book;
            this.messages = messages;
            this.filters = filters;
        }

        @Override
        public String code() {
            return "scorecards";
        }

        @Override
        public String titleKey() {
            return "scorecard.title";
        }

        @Override
        public Export<?> open(Map<String, List<String>> given, Locale locale) {
            var filter = filters.read(ScorecardQuery.class, given).filter();
            return Sheet.of(PeriodRow.class, messages, locale)
                .with("scorecard.number", PeriodRow::number)
                .named("scorecard.customer", PeriodRow::customerName, PeriodRow::customerNameEn)
                .with("scorecard.name", PeriodRow::title)
                .with("scorecard.period", PeriodRow::label)
                .with("scorecard.due", PeriodRow::dueOn)
                .word("scorecard.state", "PeriodState", PeriodRow::state)
                .with("scorecard.received", PeriodRow::receivedOn)
                .with("scorecard.mark", PeriodRow::totalMark)
                .with("scorecard.level", PeriodRow::totalLevel)
                .word("scorecard.outcome", "ScorecardOutcome", PeriodRow::outcome)
                .over(titleKey(), (cursor, size) -> book.periods(filter, null, size, cursor));
        }

    }

}
