package io.cesm.web.security;

import java.net.URI;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The address under which people reach CESM, from the setting
 * {@code cesm.public-base-url}. Links are made from it, never from what a request claims.
 */
@Component
public class PublicAddress {

    private final URI base;

    PublicAddress(@Value("${cesm.public-base-url:http://localhost:${server.port:8080}}") String base) {
        this.base = URI.create(base.replaceAll("/+$", ""));
        if (this.base.getHost() == null
                || !("http".equals(this.base.getScheme()) || "https".equals(this.base.getScheme()))) {
            throw new IllegalArgumentException(
                    "cesm.public-base-url must look like https://cesm.example.com, not " + base);
        }
    }

    /**
     * The whole address of a page.
     * @param path begins with a slash
     */
    public String link(String path) {
        return base + path;
    }

    boolean https() {
        return "https".equals(base.getScheme());
    }

    String host() {
        return base.getHost();
    }

}
