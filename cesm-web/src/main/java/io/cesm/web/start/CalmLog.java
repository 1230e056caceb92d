package io.cesm.web.start;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import io.cesm.web.database.DatabaseAway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * While the database is away every request, job and connection would tell it at length.
 * It is said in one sentence, by each logger once in ten seconds; any other error keeps
 * its stack trace.
 */
final class CalmLog extends TurboFilter {

    private static final long QUIET = Duration.ofSeconds(10).toNanos();

    private final Map<String, Long> said = new ConcurrentHashMap<>();

    @Override
    public FilterReply decide(@Nullable Marker marker, Logger logger, Level level, @Nullable String format,
            Object @Nullable [] params, @Nullable Throwable thrown) {
        var error = thrown != null ? thrown
                : params != null && params.length > 0 && params[params.length - 1] instanceof Throwable last ? last
                        : null;
        var loss = error == null ? null : DatabaseAway.reason(error);
        if (loss == null) {
            return FilterReply.NEUTRAL;
        }
        long now = System.nanoTime();
        var before = said.put(logger.getName(), now);
        if (before == null || now - before > QUIET) {
            logger.warn("The database does not answer: {}", loss);
        }
        else {
            said.put(logger.getName(), before);
        }
        return FilterReply.DENY;
    }

}
