package io.cesm.satisfaction.fielding;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A draw as it was made.
 *
 * @param frame how many were in the frame
 * @param drawn how many were drawn of them
 */
public record DrawnSample(UUID id, long seed, Map<String, String> quotas, int frame, int drawn, Instant at,
        @Nullable String by) {
}
