package io.cesm.satisfaction.analysis;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A combination of filters that is counted in the background.
 *
 * @param total answers to look through
 * @param done answers looked through
 */
public record Combination(UUID id, UUID survey, Filter filter, State state, long total, long done,
        @Nullable String requestedBy, Instant requestedAt, @Nullable Instant finishedAt) {

    /** How far it is. */
    public enum State {

        WAITING, RUNNING, DONE, FAILED;

        public boolean isBusy() {
            return this == WAITING || this == RUNNING;
        }

    }

    public int percent() {
        return (total == 0) ? 0 : (int) Math.min(100, 100 * done / total);
    }

}
