package io.cesm.web.security;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id with the parameters of the OWASP cheat sheet (19 MiB, 2 passes, 1 lane). Two
 * hashes run at once and some may wait; more are refused, so that a flood of sign-ins
 * cannot starve the other pages.
 */
@Component
class PasswordHashes {

    private static final int AT_ONCE = 2;

    private static final int WAITING = 20;

    private static final int LONGEST_WAIT_SECONDS = 5;

    private final Argon2PasswordEncoder argon = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);

    private final Semaphore places = new Semaphore(AT_ONCE, true);

    /** What is compared with when there is no such account, so that it takes as long. */
    private volatile String nobody = "";

    String hash(String password) {
        return inTurn(() -> argon.encode(password));
    }

    boolean matches(String password, String hash) {
        return inTurn(() -> argon.matches(password, hash));
    }

    /** Takes the time of a comparison. */
    void matchNobody(String password) {
        if (nobody.isEmpty()) {
            nobody = hash(Secrets.next());
        }
        matches(password, nobody);
    }

    private <T> T inTurn(Supplier<T> work) {
        if (places.getQueueLength() >= WAITING) {
            throw new TooBusy();
        }
        try {
            if (!places.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new TooBusy();
            }
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new TooBusy();
        }
        try {
            return work.get();
        }
        finally {
            places.release();
        }
    }

    /** Too many want to sign in at this moment. */
    static final class TooBusy extends RuntimeException {

        TooBusy() {
            super("password hashes", null, false, false);
        }

    }

}
