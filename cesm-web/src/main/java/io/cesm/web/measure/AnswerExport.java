package io.cesm.web.measure;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.export.Export;
import io.cesm.domain.export.ExportKind;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.people.Right;
import io.cesm.satisfaction.measure.RawAnswers;
import io.cesm.web.exports.Downloads;
import io.cesm.web.exports.Filters;
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

/** The single answers of a survey as a file, with their codebook. */
@Controller
@PreAuthorize("hasAuthority('SURVEY_EDIT') and hasAuthority('EXPORT')")
class AnswerExport {

    private final Downloads downloads;

    AnswerExport(Downloads downloads) {
        this.downloads = downloads;
    }

    @GetMapping("/survey-answers/export.{form:csv|xlsx}")
    public void export(@PathVariable String form, @RequestParam UUID survey, Locale locale, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        downloads.send("answers", form, request, response, locale);
    }

    /** What the list holds. */
    @Component
    static class Kind implements ExportKind {

        private final RawAnswers answers;

        private final MessageSource messages;

        private final Filters filters;

        Kind(RawAnswers answers, MessageSource messages, Filters filters) {
            this.answers = answers;
            this.messages = messages;
            this.filters = filters;
        }

        record Query(@Nullable UUID survey) {
        }

        @Override
        public String code() {
            return "answers";
        }

        @Override
        public String titleKey() {
            return "answers.export.title";
        }

        @Override
        public Right right() {
            return Right.SURVEY_EDIT;
        }

        @Override
        public Export<?> open(Map<String, List<String>> given, Locale locale) {
            var asked = filters.read(Query.class, given).survey();
            if (asked == null) {
                throw new FieldRefusal("query", "answers.which_survey");
            }
            var survey = answers.open(asked);
            var columns = new AnswerSheet(survey, messages, locale);
            return new Export<>(survey.number(), columns.columns(),
                    (cursor, size) -> answers.slice(survey, size, cursor), upTo -> answers.count(asked, upTo),
                    columns.codebook());
        }

    }

}
