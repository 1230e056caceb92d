package io.cesm.web.security;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.cesm.web.api.Problems;
import io.cesm.web.security.ApiTokens.KnownToken;
import io.cesm.web.security.ApiTokens.TokenKind;
import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets in a program with a token, so many requests a minute; who guesses tokens has to
 * wait sooner. The counts are each node's own: they guard the node, not a promise.
 */
class TokenFilter extends OncePerRequestFilter {

    private static final int WRONG_PER_MINUTE = 20;

    private final ApiTokens tokens;

    private final AccessCache accesses;

    private final Problems problems;

    private final int perMinute;

    private final Clock clock;

    private final Cache<String, Optional<KnownToken>> known = Caffeine.newBuilder()
        .expireAfterWrite(SessionStore.FRESH_FOR)
        .maximumSize(5_000)
        .build();

    private final Cache<UUID, Bucket> uses = buckets();

    private final Cache<String, Bucket> misses = buckets();

    TokenFilter(ApiTokens tokens, AccessCache accesses, Problems problems, int perMinute, Clock clock) {
        this.tokens = tokens;
        this.accesses = accesses;
        this.problems = problems;
        this.perMinute = perMinute;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            chain.doFilter(request, response);
            return;
        }
        var network = Network.of(request.getRemoteAddr());
        var missed = misses.get(network, it -> bucket(WRONG_PER_MINUTE));
        if (missed.getAvailableTokens() == 0) {
            later(request, response, missed);
            return;
        }
        var token = find(header.substring(7).strip());
        var access = token.flatMap(it -> accesses.of(it.staff()));
        if (token.isEmpty() || access.isEmpty()) {
            missed.tryConsume(1);
            chain.doFilter(request, response);
            return;
        }
        var used = uses.get(token.get().id(), it -> bucket(perMinute));
        if (!used.tryConsume(1)) {
            later(request, response, used);
            return;
        }
        var name = token.get().kind() == TokenKind.SERVICE ? token.get().name() : access.get().name();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                StaffAuthentication.token(access.get(), token.get().rights(), name, request.getRemoteAddr()));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }

    private Optional<KnownToken> find(String secret) {
        if (secret.length() != 48) {
            return Optional.empty();
        }
        return known.get(secret, tokens::find).filter(it -> it.expiresAt().isAfter(clock.instant()));
    }

    private void later(HttpServletRequest request, HttpServletResponse response, Bucket bucket) throws IOException {
        var wait = Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
        response.setHeader("Retry-After", String.valueOf(Math.max(1, wait.toSeconds())));
        problems.write(request, response, HttpStatus.TOO_MANY_REQUESTS, "too_many_requests");
    }

    private static Bucket bucket(int perMinute) {
        return Bucket.builder().addLimit(SignInThrottle.limit(perMinute, Duration.ofMinutes(1))).build();
    }

    private static <K> Cache<K, Bucket> buckets() {
        return Caffeine.newBuilder().expireAfterAccess(Duration.ofMinutes(2)).maximumSize(50_000).build();
    }

}
