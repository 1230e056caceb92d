package io.cesm.web.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Sessions live in the database; the browser holds their id in one cookie. */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class SessionConfiguration {

    static final String COOKIE = "cesm";

    @Bean
    CookieSerializer sessionCookie(PublicAddress address) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(address.https() ? "__Host-" + COOKIE : COOKIE);
        cookie.setUseSecureCookie(address.https());
        cookie.setUseHttpOnlyCookie(true);
        cookie.setUseBase64Encoding(false);
        cookie.setSameSite("Lax");
        cookie.setCookiePath("/");
        return cookie;
    }

}
