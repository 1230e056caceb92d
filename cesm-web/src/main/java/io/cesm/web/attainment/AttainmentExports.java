package io.cesm.web.attainment;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.cesm.domain.export.Export;
import io.cesm.domain.export.ExportKind;
import io.cesm.domain.kernel.Slice;
import io.cesm.domain.time.CompanyTime;
import io.cesm.governance.attainment.ComplaintFigures;
import io.cesm.governance.attainment.ComplaintFigures.Held;
import io.cesm.governance.attainment.ComplaintFigures.Kept;
import io.cesm.governance.attainment.ComplaintFigures.Pass;
import io.cesm.governance.attainment.ComplaintPeriod;
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

/** The tables of the analysis as files. */
@Controller
@PreAuthorize("hasAuthority('EXPORT')")
class AttainmentExports {

    private final Downloads downloads;

    AttainmentExports(Downloads downloads) {
        this.downloads = downloads;
    }

    @GetMapping("/complaints/analysis/{part:clocks|holders|passes}.{form:csv|xlsx}")
    public void export(@PathVariable String part, @PathVariable String form,
            @ModelAttribute("query") AttainmentQuery query, Locale locale, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        downloads.send("complaint-" + part, form, request, response, locale);
    }

    /** What the files have in common. */
    abstract static class Part implements ExportKind {

        private final Filters filters;

        private final MessageSource messages;

        private final Clock clock;

        private final String part;

        Part(Filters filters, MessageSource messages, Clock clock, String part) {
            this.filters = filters;
            this.messages = messages;
            this.clock = clock;
            this.part = part;
        }

        @Override
        public String code() {
            return "complaint-" + part;
        }

        @Override
        public String titleKey() {
            return "attainment.export." + part;
        }

        ComplaintPeriod period(Map<String, List<String>> given) {
            return filters.read(AttainmentQuery.class, given).period(CompanyTime.today(clock));
        }

        <T> Sheet<T> sheet(Class<T> row, Locale locale) {
            return Sheet.of(row, messages, locale);
        }

        static <T> Slice<T> all(List<T> rows) {
            return new Slice<>(rows, null, null);
        }

    }

    /** Clocks kept. */
    @Component
    static class Clocks extends Part {

        private final ComplaintFigures figures;

        Clocks(ComplaintFigures figures, Filters filters, MessageSource messages, Clock clock) {
            super(filters, messages, clock, "clocks");
            this.figures = figures;
        }

        @Override
        public Export<?> open(Map<String, List<String>> given, Locale locale) {
            var period = period(given);
            return sheet(Kept.class, locale).word("attainment.clock", "ClockKind", Kept::clock)
                .word("attainment.grouping", "AttainmentGrouping", Kept::grouping)
                .with("attainment.tier", Kept::tier)
                .with("attainment.name", Kept::name)
                .with("attainment.met", Kept::met)
                .with("attainment.late", Kept::late)
                .with("attainment.share", it -> it.share().percent())
                .over(titleKey(), (cursor, size) -> all(figures.kept(period)));
        }

    }

    /** Who held what for how long. */
    @Component
    static class Holders extends Part {

        private final ComplaintFigures figures;

        Holders(ComplaintFigures figures, Filters filters, MessageSource messages, Clock clock) {
            super(filters, messages, clock, "holders");
            this.figures = figures;
        }

        @Override
        public Export<?> open(Map<String, List<String>> given, Locale locale) {
            var period = period(given);
            return sheet(Held.class, locale).with("attainment.name", Held::name)
                .with("attainment.complaints", Held::complaints)
                .with("attainment.hours", it -> Math.round(it.hours() * 10) / 10.0)
                .with("attainment.longest", it -> Math.round(it.longest() * 10) / 10.0)
                .with("attainment.now", Held::now)
                .over(titleKey(), (cursor, size) -> all(figures.held(period)));
        }

    }

    /** Who passed how many to whom. */
    @Component
    static class Passes extends Part {

        private final ComplaintFigures figures;

        Passes(ComplaintFigures figures, Filters filters, MessageSource messages, Clock clock) {
            super(filters, messages, clock, "passes");
            this.figures = figures;
        }

        @Override
        public Export<?> open(Map<String, List<String>> given, Locale locale) {
            var period = period(given);
            return sheet(Pass.class, locale).with("attainment.giver", Pass::fromName)
                .with("attainment.receiver", Pass::toName)
                .with("attainment.count", Pass::count)
                .over(titleKey(), (cursor, size) -> all(figures.passes(period)));
        }

    }

}
