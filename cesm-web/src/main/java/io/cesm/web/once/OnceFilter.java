package io.cesm.web.once;

import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;

import io.cesm.domain.people.CurrentActor;
import io.cesm.web.once.OnceLedger.Answer;
import io.cesm.web.api.Problems;
import io.cesm.web.layout.ErrorViews;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Answers a repeated unsafe request with the first answer. Runs behind security, so the
 * key belongs to the one who asks. An answer that shows a secret is never kept: its
 * repetition says that it was given before. A file that is handed out once is not kept
 * either.
 */
@Component
@Order(100)
class OnceFilter extends OncePerRequestFilter {

    private static final Pattern FILE = Pattern.compile("(/api/v1)?/exports/[^/]+/file");

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final OnceLedger ledger;

    private final CurrentActor current;

    private final Problems problems;

    OnceFilter(OnceLedger ledger, CurrentActor current, Problems problems) {
        this.ledger = ledger;
        this.current = current;
        this.problems = problems;
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
        var key = OnceKey.of(asked, current.orNull());
        if (key == null) {
            chain.doFilter(asked, response);
            return;
        }
        var digest = OnceKey.request(asked, asked instanceof RepeatableBody body ? body.bytes() : new byte[0]);
        if (replayed(key, digest, asked, response)) {
            return;
        }
        carryOut(new Claims.Pending(key, digest), asked, response, chain, api);
    }

    private void carryOut(Claims.Pending pending, HttpServletRequest request, HttpServletResponse response,
            FilterChain chain, boolean api) throws ServletException, IOException {
        var buffer = new ContentCachingResponseWrapper(response);
        Claims.begin(pending);
        try {
            chain.doFilter(request, buffer);
        }
        finally {
            Claims.end();
        }
        int status = buffer.getStatus();
        if (status >= 400 && !pending.claimed && ledger.find(pending.key).isPresent()) {
            buffer.resetBuffer();
            buffer.setStatus(200);
            replayed(pending.key, pending.request, request, response);
            return;
        }
        if (pending.claimed && (status >= 300 || api) && status < 400 && !shownOnce(buffer)) {
            ledger.answer(pending.key,
                    new Answer(pending.request, status, buffer.getContentType(), buffer.getHeader("Location"),
                            buffer.getHeader("ETag"), api ? buffer.getContentAsByteArray() : null));
        }
        buffer.copyBodyToResponse();
    }

    private static boolean shownOnce(ContentCachingResponseWrapper answer) {
        return "no-store".equals(answer.getHeader("Cache-Control"));
    }

    private boolean replayed(byte[] key, byte[] request, HttpServletRequest asked, HttpServletResponse response)
            throws IOException {
        var found = ledger.find(key);
        if (found.isEmpty()) {
            return false;
        }
        if (!found.get().isTo(request)) {
            refuse(asked, response, HttpStatus.UNPROCESSABLE_CONTENT, "key.reused");
            return true;
        }
        var answer = await(key, found.get());
        if (answer.status() == null) {
            refuse(asked, response, HttpStatus.CONFLICT, "key.done_before");
            return true;
        }
        write(response, answer);
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
        response.sendError(HttpStatus.UNPROCESSABLE_CONTENT.value());
    }

    private Answer await(byte[] key, Answer found) {
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

    private static void write(HttpServletResponse response, Answer answer) throws IOException {
        response.setStatus(answer.status() == null ? 409 : answer.status());
        if (answer.location() != null) {
            response.setHeader("Location", answer.location());
        }
        if (answer.etag() != null) {
            response.setHeader("ETag", answer.etag());
        }
        if (answer.mediaType() != null) {
            response.setContentType(answer.mediaType());
        }
        response.setHeader("Idempotency-Replayed", "true");
        if (answer.body() != null) {
            response.getOutputStream().write(answer.body());
        }
    }

}
