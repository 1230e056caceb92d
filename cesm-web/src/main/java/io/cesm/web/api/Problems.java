package io.cesm.web.api;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/**
 * What went wrong, as application/problem+json: a code for the program and the sentence
 * {@code api.<code>} for the person behind it. The one place where it is put together.
 */
@Component
public class Problems {

    private final MessageSource messages;

    private final LocaleResolver languages;

    private final JsonMapper json;

    Problems(MessageSource messages, LocaleResolver languages, JsonMapper json) {
        this.messages = messages;
        this.languages = languages;
        this.json = json;
    }

    /** A problem with its own sentence. */
    public ProblemDetail of(HttpStatus status, String code, Locale locale) {
        return detailed(status, code, say("api." + code, locale));
    }

    ProblemDetail detailed(HttpStatusCode status, String code, @Nullable String sentence) {
        var problem = ProblemDetail.forStatus(status);
        problem.setDetail(sentence);
        problem.setProperties(new LinkedHashMap<>(Map.of("code", code)));
        return problem;
    }

    public ResponseEntity<ProblemDetail> answer(HttpStatus status, String code, Locale locale) {
        return answer(of(status, code, locale));
    }

    static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }

    /** Answers where no controller is at work: in front of or instead of them. */
    public void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String code)
            throws IOException {
        var problem = of(status, code, languages.resolveLocale(request));
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("title", problem.getTitle());
        body.put("status", problem.getStatus());
        body.put("detail", problem.getDetail());
        body.put("instance", request.getRequestURI());
        body.put("code", code);
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(body));
    }

    String say(String key, Locale locale) {
        return String.valueOf(messages.getMessage(key, null, key, locale));
    }

}
