package io.cesm.web.database;

import java.sql.Connection;
import java.sql.SQLException;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The pool of connections, and beside it a small one that only timers use: however many
 * pages wait for a connection, what is due is found, done and noted. When timers need
 * more than theirs, they queue with everybody else.
 */
final class TwoPools extends DelegatingDataSource implements AutoCloseable {

    /**
     * How the threads of the scheduler are called: those that look and those that work.
     */
    private static final String TIMERS = "db-scheduler";

    private final HikariDataSource timers;

    private final int size;

    TwoPools(HikariDataSource pool, int size) {
        super(pool);
        var settings = new HikariConfig();
        pool.copyStateTo(settings);
        settings.setPoolName("cesm-timers");
        settings.setMaximumPoolSize(size);
        settings.setMinimumIdle(1);
        settings.setIdleTimeout(settings.getMaxLifetime() / 2);
        settings.setInitializationFailTimeout(-1);
        settings.setMetricRegistry(null);
        settings.setMetricsTrackerFactory(null);
        this.timers = new HikariDataSource(settings);
        this.size = size;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (!Thread.currentThread().getName().startsWith(TIMERS)) {
            return super.getConnection();
        }
        if (timers.getHikariPoolMXBean().getActiveConnections() < size) {
            return timers.getConnection();
        }
        return super.getConnection();
    }

    @Override
    public void close() {
        timers.close();
    }

}
