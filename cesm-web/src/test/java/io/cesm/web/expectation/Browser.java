package io.cesm.web.expectation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

import io.cesm.domain.people.StaffId;
import io.cesm.web.support.SignedIn;
import jakarta.servlet.http.Cookie;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

/**
 * A browser in which a member of staff has opened a page: it sends the session's cookie
 * and the page's token.
 */
final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final MockMvcTester web;

    private final StaffId who;

    private final Cookie cookie;

    private final String token;

    Browser(MockMvcTester web, StaffId who) {
        this.web = web;
        this.who = who;
        var page = web.get().uri("/expectations").with(SignedIn.as(who)).exchange();
        var body = new String(page.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
        var found = TOKEN.matcher(body);
        assertThat(found.find()).as(body).isTrue();
        this.token = found.group(1);
        this.cookie = Objects.requireNonNull(page.getResponse().getCookie("cesm"));
    }

    MockMvcRequestBuilder get(String uri) {
        return web.get().uri(uri).locale(Locale.SIMPLIFIED_CHINESE).cookie(cookie).with(SignedIn.as(who));
    }

    MockMvcRequestBuilder post(String uri) {
        return web.post()
            .uri(uri)
            .locale(Locale.SIMPLIFIED_CHINESE)
            .cookie(cookie)
            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
            .param("_csrf", token)
            .with(SignedIn.as(who));
    }

}
