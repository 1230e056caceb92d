package io.cesm.web.files;

import java.nio.charset.StandardCharsets;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** The headers under which anything that people brought or fetch leaves the program. */
public final class Attachments {

    private Attachments() {
    }

    /**
     * Saved, not shown; taken for what we say it is; without rights if it is shown after
     * all.
     */
    public static HttpHeaders headers(String name, String mediaType) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.CONTENT_TYPE, mediaType);
        headers.setContentDisposition(ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build());
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", "sandbox; default-src 'none'");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.setCacheControl("private, no-store");
        return headers;
    }

}
