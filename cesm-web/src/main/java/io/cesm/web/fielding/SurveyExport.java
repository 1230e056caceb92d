package io.cesm.web.fielding;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.cesm.domain.export.Export;
import io.cesm.domain.export.ExportKind;
import io.cesm.domain.people.CurrentActor;
import io.cesm.satisfaction.fielding.SurveyRegister;
import io.cesm.satisfaction.fielding.SurveyRow;
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

/** The list of surveys as a file. */
@Controller
@PreAuthorize("hasAuthority('EXPORT')")
class SurveyExport {

    private final Downloads downloads;

    SurveyExport(Downloads downloads) {
        this.downloads = downloads;
    }

    @GetMapping("/surveys/export.{form:csv|xlsx}")
    public void export(@PathVariable String form, @ModelAttribute("query") SurveyQuery query, Locale locale,
            HttpServletRequest request, HttpServletResponse response) throws IOException {
        downloads.send("surveys", form, request, response, locale);
    }

    /** What the list holds. */
    @Component("surveysExport")
    static class Kind implements ExportKind {

        private final SurveyRegister register;

        private final CurrentActor current;

        private final MessageSource messages;

        private final Filters filters;

        Kind(SurveyRegister register, CurrentActor current, MessageSource messages, Filters filters) {
            this.register = register;
            this.current = current;
            this.messages = messages;
            this.filters = filters;
        }

        @Override
        public String code() {
            return "surveys";
        }

        @Override
        public String titleKey() {
            return "fielding.list.title";
        }

        @Override
        public Export<?> open(Map<String, List<String>> given, Locale locale) {
            var filter = filters.read(SurveyQuery.class, given).filter(current.actor());
            var list = Sheet.of(SurveyRow.class, messages, locale)
                .with("fielding.column.number", SurveyRow::number)
                .with("fielding.field.title", it -> it.title(locale.getLanguage()))
                .word("fielding.field.state", "SurveyState", SurveyRow::state)
                .word("fielding.field.kind", "SurveyKind", SurveyRow::kind)
                .word("fielding.field.origin", "SurveyOrigin", SurveyRow::origin)
                .word("fielding.field.anonymity", "Anonymity", SurveyRow::anonymity)
                .with("fielding.field.wave", SurveyRow::wave)
                .with("fielding.field.questionnaire", it -> it.questionnaire() + " v" + it.version())
                .with("fielding.field.opensOn", SurveyRow::opensOn)
                .with("fielding.field.closesOn", SurveyRow::closesOn)
                .with("fielding.field.owner", SurveyRow::owner)
                .with("fielding.column.asked", SurveyRow::asked)
                .with("fielding.column.answered", SurveyRow::answered)
                .over(titleKey(), (cursor, size) -> register.slice(filter, size, cursor));
            return new Export<>(list.title(), list.columns(), list.pieces(), upTo -> register.count(filter, upTo));
        }

    }

}
