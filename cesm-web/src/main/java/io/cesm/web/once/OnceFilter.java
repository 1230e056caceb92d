package io.cesm.web.once;

import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;

import io.cesm.domain.people.CurrentActor;
import io.cesm.web.once.OnceLedger.Answer;
import io.cesm.web.api.Problems;
import io.cesm.web.layout.ErrorViews;
import io.cesm.web.security.DataKey;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Answers a repeated unsafe request with the first answer. Runs behind security, so the
 * key belongs to the one who asks. What is kept is sealed under the key of the request,
 * secrets among it. Signing in for a token and a file that is handed out once are left
 * alone. If the first try died before it had an answer, the repetition goes on where that
 * one ended.
 */
@Component
@Order(100)
class OnceFilter extends OncePerRequestFilter {

    private static final Pattern FILE = Pattern.compile("(/api/v1)?/exports/[^/]+/file");

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** A page longer than this is made again instead of kept. */
    private static final int LONGEST = 512 * 1024;

    private final OnceLedger ledger;

    private final CurrentActor current;

    private final Problems problems;

    private final DataKey data;

    OnceFilter(OnceLedger ledger, CurrentActor current, Problems problems, DataKey data) {
        this.ledger = ledger;
        this.current = current;
        this.problems = problems;
        this.data = data;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || request.getRequestURI().equals("/api/v1/tokens")
                || FILE.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean api = request.getRequestURI().startsWith("/api/");
        HttpServletRequest asked = api ? RepeatableBody.of(request) : request;
        var key = OnceKey.of(asked, asked instanceof RepeatableBody body ? body.bytes() : new byte[0], current.orNull(),
                data);
        if (key == null) {
            chain.doFilter(asked, response);
            return;
        }
        var before = ledger.find(key);
        if (before.isPresent() && replayed(key, before.get(), asked, response)) {
            return;
        }
        carryOut(new OnceRequest(key, ledger, before.isPresent()), key, asked, response, chain);
    }

    private void carryOut(OnceRequest once, OnceKey key, HttpServletRequest request, HttpServletResponse response,
            FilterChain chain) throws ServletException, IOException {
        var buffer = new ContentCachingResponseWrapper(response);
        once.begin();
        try {
            chain.doFilter(request, buffer);
        }
        finally {
            once.end();
        }
        int status = buffer.getStatus();
        if (status >= 400 && !once.hasActed() && (once.wasOvertaken() || !once.isResumed())) {
            var faster = ledger.find(key);
            if (faster.isPresent()) {
                buffer.resetBuffer();
                buffer.setStatus(200);
                if (!replayed(key, faster.get(), request, response)) {
                    response.setHeader("Retry-After", "1");
                    refuse(request, response, HttpStatus.SERVICE_UNAVAILABLE, "key.under_way");
                }
                return;
            }
        }
        if (status < 400 && (once.hasActed() || once.isResumed()) && buffer.getContentSize() <= LONGEST) {
            ledger.answer(key, new Answer(key.request(), status, buffer.getContentType(), buffer.getHeader("Location"),
                    buffer.getHeader("ETag"), buffer.getContentAsByteArray()));
        }
        buffer.copyBodyToResponse();
    }

    private boolean replayed(OnceKey key, Answer before, HttpServletRequest asked, HttpServletResponse response)
            throws IOException {
        if (!before.isTo(key)) {
            refuse(asked, response, HttpStatus.UNPROCESSABLE_CONTENT, "key.reused");
            return true;
        }
        var answer = await(key, before);
        if (answer.status() == null) {
            return false;
        }
        write(response, answer.status(), answer, key.opened(answer.body()));
        return true;
    }

    /** A program gets a problem, a person a page that says what to do. */
    private void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String code)
            throws IOException {
        if (request.getRequestURI().startsWith("/api/")) {
            problems.write(request, response, status, code);
            return;
        }
        request.setAttribute(ErrorViews.REFUSAL, "refusal.form." + code);
        response.sendError(status.value());
    }

    private Answer await(OnceKey key, Answer found) {
        var answer = found;
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (answer.status() == null && System.nanoTime() < until) {
            try {
                Thread.sleep(50);
            }
            catch (InterruptedException ex) {
                Thread.currentThread().interrupt();
                return answer;
            }
            answer = ledger.find(key).orElse(answer);
        }
        return answer;
    }

    private static void write(HttpServletResponse response, int status, Answer answer, byte @Nullable [] body)
            throws IOException {
        response.setStatus(status);
        if (answer.location() != null) {
            response.setHeader("Location", answer.location());
        }
        if (answer.etag() != null) {
            response.setHeader("ETag", answer.etag());
        }
        if (answer.mediaType() != null) {
            response.setContentType(answer.mediaType());
        }
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Idempotency-Replayed", "true");
        if (body != null) {
            response.getOutputStream().write(body);
        }
    }

}
