package io.cesm.web.expectation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;

import io.cesm.web.security.PublicAddress;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Keeps the token of the customer's link out of the address: a short-lived cookie of this
 * browser.
 */
@Component
class LinkCookie {

    private static final Duration SHORT = Duration.ofMinutes(30);

    private static final Duration A_DAY = Duration.ofDays(1);

    private final boolean secure;

    LinkCookie(PublicAddress address) {
        this.secure = address.link("/").startsWith("https:");
    }

    @Nullable String token(HttpServletRequest request) {
        return value(request, name("confirm"));
    }

    @Nullable String receipt(HttpServletRequest request) {
        return value(request, name("confirm-receipt"));
    }

    void keepToken(HttpServletResponse response, String token) {
        keep(response, name("confirm"), token, SHORT);
    }

    void keepReceipt(HttpServletResponse response, String receipt) {
        keep(response, name("confirm-receipt"), receipt, A_DAY);
    }

    /**
     * What the form carries to show that it was rendered for the holder of this cookie.
     */
    static String formKey(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                .digest(("confirmation form of " + token).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        }
        catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException("SHA-256 is part of every Java runtime", ex);
        }
    }

    private String name(String plain) {
        return secure ? "__Host-" + plain : plain;
    }

    private void keep(HttpServletResponse response, String name, String value, Duration age) {
        response.addHeader("Set-Cookie",
                ResponseCookie.from(name, value)
                    .path("/")
                    .httpOnly(true)
                    .secure(secure)
                    .sameSite("Lax")
                    .maxAge(age)
                    .build()
                    .toString());
    }

    private static @Nullable String value(HttpServletRequest request, String name) {
        var cookies = request.getCookies();
        return cookies == null ? null
                : Arrays.stream(cookies)
                    .filter(cookie -> cookie.getName().equals(name))
                    .map(Cookie::getValue)
                    .findFirst()
                    .orElse(null);
    }

}
