package io.cesm.web.fielding;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.cesm.domain.export.Export;
import io.cesm.domain.export.ExportKind;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.satisfaction.fielding.PeopleBook;
import io.cesm.satisfaction.fielding.PersonRow;
import io.cesm.satisfaction.fielding.SurveyDesk;
import io.cesm.satisfaction.fielding.SurveyId;
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

/** The people of a survey as a file; the survey is one of the filters. */
@Controller
@PreAuthorize("hasAuthority('EXPORT')")
class SurveyPeopleExport {

    private final Downloads downloads;

    SurveyPeopleExport(Downloads downloads) {
        this.downloads = downloads;
    }

    @GetMapping("/surveys/people/export.{form:csv|xlsx}")
    public void export(@PathVariable String form, @ModelAttribute("query") PeopleQuery query, Locale locale,
            HttpServletRequest request, HttpServletResponse response) throws IOException {
        downloads.send("survey-people", form, request, response, locale);
    }

    /** What the list holds. */
    @Component("peopleOfSurveys")
    static class Kind implements ExportKind {

        private final PeopleBook people;

        private final SurveyDesk desk;

        private final MessageSource messages;

        private final Filters filters;

        Kind(PeopleBook people, SurveyDesk desk, MessageSource messages, Filters filters) {
            this.people = people;
            this.desk = desk;
            this.messages = messages;
            this.filters = filters;
        }

        @Override
        public String code() {
            return "survey-people";
        }

        @Override
        public String titleKey() {
            return "fielding.people.title";
        }

        @Override
        public Export<?> open(Map<String, List<String>> given, Locale locale) {
            var query = filters.read(PeopleQuery.class, given);
            if (query.survey() == null) {
                throw new FieldRefusal("query", "export.filter", "survey");
            }
            var survey = desk.require(SurveyId.of(query.survey())).id();
            var list = Sheet.of(PersonRow.class, messages, locale)
                .with("fielding.people.person", PersonRow::name)
                .with("fielding.people.job", PersonRow::title)
                .named("fielding.people.customer", PersonRow::customerName, PersonRow::customerNameEn)
                .with("fielding.people.tier", PersonRow::tier)
                .word("fielding.people.source", "FrameSource", PersonRow::source)
                .word("fielding.people.outcome", "FrameOutcome", PersonRow::outcome)
                .with("fielding.people.until", PersonRow::until)
                .word("fielding.people.state", "InvitationState", PersonRow::state)
                .with("fielding.people.sent", it -> it.state() == null ? null : it.sentAt())
                .with("fielding.people.reminders", PersonRow::reminders)
                .with("fielding.people.event", PersonRow::eventKey)
                .with("fielding.people.flags",
                        it -> it.flags()
                            .stream()
                            .map(flag -> messages.getMessage("FrameFlag." + flag, null, locale))
                            .collect(Collectors.joining("; ")))
                .over(titleKey(), (cursor, size) -> people.slice(survey, query.filter(), size, cursor));
            return new Export<>(list.title(), list.columns(), list.pieces(),
                    upTo -> people.count(survey, query.filter(), upTo));
        }

    }

}
