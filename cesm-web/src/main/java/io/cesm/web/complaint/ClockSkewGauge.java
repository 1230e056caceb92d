package io.cesm.web.complaint;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says how far the clock of this node is from that of the database. Due times come from
 * the nodes: up to half a minute is borne, more is an alarm.
 */
@Component
class ClockSkewGauge implements MeterBinder {

    private static final Duration BORNE = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(ClockSkewGauge.class);

    private final JdbcClient jdbc;

    private final Clock clock;

    ClockSkewGauge(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("cesm.clock.skew", this, ClockSkewGauge::seconds)
            .baseUnit("seconds")
            .description("The clock of this node minus that of the database")
            .register(registry);
    }

    double seconds() {
        Instant theirs = jdbc.sql("select clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
        var skew = Duration.between(theirs, clock.instant());
        if (skew.abs().compareTo(BORNE) > 0) {
            LOG.error("The clock of this node differs from that of the database by {} s; mend it", skew.toSeconds());
        }
        return skew.toMillis() / 1_000.0;
    }

}
