package io.cesm.web.demo;

import java.time.Duration;
import java.time.ZoneOffset;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets the people of the demo company have read what is older than two days: somebody who
 * signs in finds a handful of news and not the whole past.
 */
@Component
@Order(999)
class DemoNotices implements DemoPart {

    private static final Duration FRESH = Duration.ofDays(2);

    private final Batch batch;

    private final JdbcClient jdbc;

    DemoNotices(Batch batch, JdbcClient jdbc) {
        this.batch = batch;
        this.jdbc = jdbc;
    }

    @Override
    public void tell(DemoWorld world) {
        batch.run(() -> jdbc.sql("update notice set read_at = at where read_at is null and at < :fresh")
            .param("fresh", world.now().minus(FRESH).atOffset(ZoneOffset.UTC))
            .update());
    }

}
