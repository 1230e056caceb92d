package io.cesm.web.api;

import java.util.function.Supplier;

import io.cesm.domain.kernel.StaleVersion;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.ResponseEntity;

/**
 * A change came too late, and both versions are at hand: what the program sent and what
 * the record says now.
 */
public final class Outdated extends RuntimeException {

    private final transient long version;

    private final transient Object sent;

    private final transient ResponseEntity<?> current;

    private Outdated(long version, Object sent, ResponseEntity<?> current) {
        super("sent " + version, null, false, false);
        this.version = version;
        this.sent = sent;
        this.current = current;
    }

    /**
     * Makes a change, or tells both versions.
     * @param version the one the change was made on
     * @param sent the body of the change
     * @param now the record as it is answered now
     */
    public static <T> ResponseEntity<T> change(long version, Object sent, Runnable change,
            Supplier<ResponseEntity<T>> now) {
        try {
            change.run();
        }
        catch (StaleVersion | OptimisticLockingFailureException late) {
            throw new Outdated(version, sent, now.get());
        }
        return now.get();
    }

    long version() {
        return version;
    }

    Object sent() {
        return sent;
    }

    ResponseEntity<?> current() {
        return current;
    }

}
