package io.cesm.web.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.StaleVersion;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.NotAllowed;
import io.cesm.web.api.Versions.VersionMissing;
import io.cesm.web.database.DatabaseAway;
import io.cesm.web.strict.UnexpectedParameter;
import io.cesm.web.strict.UnsoundText;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Turns what went wrong behind an endpoint into application/problem+json, with a machine
 * code and a sentence in the language of Accept-Language.
 */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiProblems {

    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

    private final MessageSource messages;

    private final Problems problems;

    ApiProblems(MessageSource messages, Problems problems) {
        this.messages = messages;
        this.problems = problems;
    }

    /** What is wrong with one field. */
    record FieldProblem(String field, String code, String message) {
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal refusal, Locale locale) {
        var sentence = messages.getMessage(refusal.messageKey(), refusal.args().toArray(), refusal.code(), locale);
        var problem = problems.detailed(HttpStatus.UNPROCESSABLE_CONTENT, refusal.code(), sentence);
        if (refusal.field() != null) {
            problem.setProperty("errors",
                    List.of(new FieldProblem(refusal.field(), refusal.code(), String.valueOf(sentence))));
        }
        return Problems.answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknown(UnknownThing unknown, Locale locale) {
        return problems.answer(HttpStatus.NOT_FOUND, "unknown", locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notAllowed(NotAllowed refused, Locale locale) {
        return problems.answer(HttpStatus.FORBIDDEN, "not_allowed", locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> stale(StaleVersion stale, Locale locale) {
        var problem = problems.of(HttpStatus.PRECONDITION_FAILED, "stale", locale);
        problem.setProperty("currentVersion", stale.current());
        return Problems.answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> overtaken(OptimisticLockingFailureException stale, Locale locale) {
        return problems.answer(HttpStatus.PRECONDITION_FAILED, "stale", locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> outdated(Outdated late, Locale locale) {
        var problem = problems.of(HttpStatus.PRECONDITION_FAILED, "stale", locale);
        problem.setProperty("currentVersion", Versions.required(late.current().getHeaders().getETag()));
        problem.setProperty("sentVersion", late.version());
        problem.setProperty("current", late.current().getBody());
        problem.setProperty("sent", late.sent());
        return Problems.answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> versionMissing(VersionMissing missing, Locale locale) {
        return problems.answer(HttpStatus.PRECONDITION_REQUIRED, "version_missing", locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(BindException invalid, Locale locale) {
        var problem = problems.of(HttpStatus.BAD_REQUEST, "invalid", locale);
        problem.setProperty("errors", invalid.getFieldErrors()
            .stream()
            .map(it -> new FieldProblem(it.getField(), String.valueOf(it.getCode()), messages.getMessage(it, locale)))
            .toList());
        return Problems.answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException unreadable, Locale locale) {
        for (var cause = unreadable.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refused(refusal, locale); // the value was read, and a rule of the
                                                 // domain says no
            }
        }
        if (unreadable.getCause() instanceof UnrecognizedPropertyException unknown) {
            var problem = problems.of(HttpStatus.BAD_REQUEST, "unknown_field", locale);
            problem.setProperty("errors", List.of(new FieldProblem(unknown.getPropertyName(), "unknown_field",
                    problems.say("api.unknown_field", locale))));
            return Problems.answer(problem);
        }
        var problem = problems.of(HttpStatus.BAD_REQUEST, "unreadable", locale);
        if (unreadable.getCause() instanceof JacksonException json && !json.getPath().isEmpty()) {
            problem.setProperty("errors",
                    List.of(new FieldProblem(path(json), "unreadable", problems.say("api.unreadable_field", locale))));
        }
        return Problems.answer(problem);
    }

    private static String path(JacksonException json) {
        var out = new StringBuilder();
        for (var each : json.getPath()) {
            if (each.getPropertyName() != null) {
                out.append(out.isEmpty() ? "" : ".").append(each.getPropertyName());
            }
            else {
                out.append('[').append(each.getIndex()).append(']');
            }
        }
        return out.toString();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> mismatch(MethodArgumentTypeMismatchException mismatch, Locale locale) {
        if (mismatch.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return problems.answer(HttpStatus.NOT_FOUND, "unknown", locale);
        }
        var problem = problems.of(HttpStatus.BAD_REQUEST, "invalid", locale);
        problem.setProperty("errors", List
            .of(new FieldProblem(mismatch.getName(), "typeMismatch", problems.say("api.unreadable_field", locale))));
        return Problems.answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(UnexpectedParameter unexpected, Locale locale) {
        var problem = problems.of(HttpStatus.BAD_REQUEST, "unknown_field", locale);
        problem.setProperty("errors", List
            .of(new FieldProblem(unexpected.name(), "unknown_field", problems.say("api.unknown_field", locale))));
        return Problems.answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unsound(UnsoundText unsound, Locale locale) {
        var problem = problems.of(HttpStatus.BAD_REQUEST, "invalid", locale);
        problem.setProperty("errors",
                List.of(new FieldProblem(unsound.name(), "unreadable", problems.say("api.unreadable_field", locale))));
        return Problems.answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> noFile(MultipartException unreadable, Locale locale) {
        return problems.answer(HttpStatus.BAD_REQUEST, "unreadable_form", locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(MaxUploadSizeExceededException tooLarge, Locale locale) {
        return problems.answer(HttpStatus.CONTENT_TOO_LARGE, "too_large", locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> clashes(DataIntegrityViolationException clash, Locale locale) {
        LOG.info("refused by the database: {}", clash.getMostSpecificCause().getMessage());
        return problems.answer(HttpStatus.CONFLICT, "conflict", locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> any(Exception failure, Locale locale) throws Exception {
        if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
            throw failure;
        }
        if (failure instanceof ErrorResponse known) {
            HttpStatusCode status = known.getStatusCode();
            var body = problems.detailed(status, code(status), known.getBody().getDetail());
            return ResponseEntity.status(status)
                .headers(known.getHeaders())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
        }
        if (DatabaseAway.isWhy(failure)) {
            LOG.warn("an endpoint waits for the database", failure);
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "2")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problems.of(HttpStatus.SERVICE_UNAVAILABLE, "busy", locale));
        }
        LOG.error("an endpoint failed", failure);
        return problems.answer(HttpStatus.INTERNAL_SERVER_ERROR, "failed", locale);
    }

    private static String code(HttpStatusCode status) {
        var known = HttpStatus.resolve(status.value());
        return known == null ? "failed" : known.name().toLowerCase(Locale.ROOT);
    }

}
