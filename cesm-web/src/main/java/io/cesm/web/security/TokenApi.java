package io.cesm.web.security;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.people.Access;
import io.cesm.domain.people.Right;
import io.cesm.web.api.Problems;
import io.cesm.web.security.ApiTokens.NewToken;
import io.cesm.web.security.ApiTokens.TokenKind;
import io.cesm.web.security.ApiTokens.TokenRow;
import io.cesm.web.security.ApiTokens.TokenWish;
import io.cesm.web.security.BrowserContext.Proof;
import io.cesm.web.security.PasswordHashes.TooBusy;
import io.cesm.web.security.SigningIn.Answer;
import io.cesm.web.security.StaffAuthentication.Stage;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tokens by API: made with user name and password, listed and ended with a token. */
@RestController
@RequestMapping("/api/v1/tokens")
class TokenApi {

    private final SigningIn signingIn;

    private final SecondFactors factors;

    private final BrowserContext browsers;

    private final ApiTokens tokens;

    private final Problems problems;

    TokenApi(SigningIn signingIn, SecondFactors factors, BrowserContext browsers, ApiTokens tokens, Problems problems) {
        this.signingIn = signingIn;
        this.factors = factors;
        this.browsers = browsers;
        this.tokens = tokens;
        this.problems = problems;
    }

    @PostMapping
    ResponseEntity<?> make(@RequestBody Wish wish, HttpServletRequest request, Locale locale) {
        return switch (signingIn.judge(wish.username(), wish.password(), "api", request.getRemoteAddr())) {
            case Answer.Wrong wrong -> problems.answer(HttpStatus.UNAUTHORIZED, "sign_in.wrong", locale);
            case Answer.Later later -> later(later.seconds(), locale);
            case Answer.Right right -> make(right.access(), wish, request.getRemoteAddr(), locale);
        };
    }

    @GetMapping
    @PreAuthorize("hasAuthority('VIEW')")
    Tokens list(StaffAuthentication who) {
        return new Tokens(tokens.of(who.access().staff()), null);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAuthority('VIEW')")
    void revoke(@PathVariable UUID id, StaffAuthentication who) {
        tokens.revoke(who.access().staff(), id, who.actor());
    }

    @ExceptionHandler(TooBusy.class)
    ResponseEntity<?> busy(Locale locale) {
        return later(5, locale);
    }

    private ResponseEntity<?> make(Access owner, Wish wish, String address, Locale locale) {
        if (factors.has(owner.staff())) {
            var judgement = factors.judge(owner.staff(), wish.code() == null ? "" : wish.code());
            if (judgement.later() > 0) {
                return later(judgement.later(), locale);
            }
            if (!judgement.right()) {
                return problems.answer(HttpStatus.UNAUTHORIZED, "sign_in.code", locale);
            }
        }
        else if (browsers.stage(owner, Proof.PASSWORD) == Stage.ENROLMENT) {
            throw new Refusal("second_factor.missing");
        }
        var made = tokens.make(owner, owner.actor("api", address), new TokenWish(wish.name(),
                wish.kind() == null ? TokenKind.PERSONAL : wish.kind(), wish.rights(), wish.days()));
        return ResponseEntity.status(HttpStatus.CREATED).header("Cache-Control", "no-store").body(Made.of(made));
    }

    private ResponseEntity<?> later(long seconds, Locale locale) {
        var problem = problems.of(HttpStatus.TOO_MANY_REQUESTS, "too_many_requests", locale);
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
            .header("Retry-After", String.valueOf(seconds))
            .contentType(MediaType.APPLICATION_PROBLEM_JSON)
            .body(problem);
    }

    /**
     * A token asked for.
     *
     * @param code the current code of the second factor, if the account has one
     * @param rights which of one's own rights it carries; missing means the usual ones
     * @param days how long it lives, 90 if missing
     */
    record Wish(@Nullable String username, @Nullable String password, @Nullable String code, @Nullable String name,
            @Nullable TokenKind kind, @Nullable Set<Right> rights, @Nullable Integer days) {
    }

    /**
     * A token just made.
     *
     * @param token the secret, shown this once
     */
    record Made(UUID id, String token, String name, TokenKind kind, Set<Right> rights, Instant expiresAt) {

        static Made of(NewToken made) {
            return new Made(made.id(), made.secret(), made.name(), made.kind(), made.rights(), made.expiresAt());
        }

    }

    /** One's own tokens. */
    record Tokens(List<TokenRow> items, @Nullable String next) {
    }

}
