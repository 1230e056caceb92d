package io.cesm.web.survey.api;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import io.cesm.satisfaction.questionnaire.Fault;
import io.cesm.satisfaction.questionnaire.FaultyDefinition;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** An endpoint that takes definitions: it names every place that is wrong. */
abstract class DefinitionEndpoint {

    private final MessageSource messages;

    DefinitionEndpoint(MessageSource messages) {
        this.messages = messages;
    }

    /** What is wrong at one place. */
    record FieldProblem(String field, String code, String message) {
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> faulty(FaultyDefinition faulty, Locale locale) {
        var problem = ProblemDetail.forStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        problem.setDetail(messages.getMessage(faulty.messageKey(), faulty.args().toArray(), faulty.code(), locale));
        problem.setProperties(new LinkedHashMap<>(Map.of("code", faulty.code())));
        problem.setProperty("errors", faulty.faults().stream().limit(200).map(it -> say(it, locale)).toList());
        return ResponseEntity.unprocessableContent().contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }

    private FieldProblem say(Fault it, Locale locale) {
        return new FieldProblem(it.path(), it.code(),
                String.valueOf(messages.getMessage("definition." + it.code(), it.args().toArray(), it.code(), locale)));
    }

}
