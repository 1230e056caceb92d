package io.cesm.web.api;

import java.net.URI;

import org.springframework.http.ResponseEntity;

/** Answers that carry a record as it is now, with its version. */
public final class Answers {

    private Answers() {
    }

    public static <T> ResponseEntity<T> of(T body, long version) {
        return ResponseEntity.ok().eTag(Versions.etag(version)).body(body);
    }

    /**
     * A record that did not exist before.
     * @param path where it is read
     */
    public static <T> ResponseEntity<T> created(String path, T body, long version) {
        return ResponseEntity.created(URI.create(path)).eTag(Versions.etag(version)).body(body);
    }

    /**
     * Something that is shown this once: no cache, no browser and no ledger keeps it.
     */
    public static <T> ResponseEntity<T> secret(String path, T body) {
        return ResponseEntity.created(URI.create(path)).header("Cache-Control", "no-store").body(body);
    }

}
