package io.cesm.domain.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.springframework.boot.SpringApplication;

/**
 * The one PostgreSQL of a test run. Every asker gets a database of its own, copied from a
 * template which Flyway migrated once.
 */
public final class SharedPostgres {

    /** Owns the tables and migrates them. */
    public static final String OWNER = "cesm_owner";

    /** What the program signs in as. */
    public static final String RUNTIME = "cesm_app";

    private static final String TEMPLATE = "cesm_template";

    private static final Map<String, String> FAST = Map.of("fsync", "off", "synchronous_commit", "off",
            "full_page_writes", "off", "max_connections", "300", "shared_buffers", "64MB", "max_wal_size", "1GB");

    private final EmbeddedPostgres server;

    private final AtomicInteger copies = new AtomicInteger();

    private SharedPostgres() {
        this.server = start();
        SpringApplication.getShutdownHandlers().add(this::stop); // when every context is
                                                                 // closed
        run("create role " + OWNER + " login password '" + OWNER + "'",
                "create role " + RUNTIME + " login password '" + RUNTIME + "'",
                "create database " + TEMPLATE + " owner " + OWNER);
        Flyway.configure()
            .dataSource(url(TEMPLATE), OWNER, OWNER)
            .locations("classpath:db/migration")
            .placeholders(Map.of("runtimeRole", RUNTIME))
            .load()
            .migrate();
    }

    /** The server of this JVM, started when first asked for. */
    public static SharedPostgres ofThisJvm() {
        return Holder.SERVER;
    }

    /** A migrated database that nobody else uses; the answer is its JDBC address. */
    public String freshDatabase() {
        var name = "cesm_" + copies.incrementAndGet();
        run("create database " + name + " template " + TEMPLATE + " owner " + OWNER);
        return url(name);
    }

    /** A database without any table; the answer is its JDBC address. */
    public String emptyDatabase() {
        var name = "cesm_" + copies.incrementAndGet();
        run("create database " + name + " owner " + OWNER);
        return url(name);
    }

    private void stop() {
        try {
            server.close();
        }
        catch (IOException ignored) {
            // the files are temporary
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + database;
    }

    private synchronized void run(String... statements) {
        try (var connection = server.getPostgresDatabase().getConnection(); var sql = connection.createStatement()) {
            for (var statement : statements) {
                sql.execute(statement);
            }
        }
        catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static EmbeddedPostgres start() {
        var server = EmbeddedPostgres.builder()
            .setRegisterShutdownHook(false)
            .setLocaleConfig("encoding", "UTF8")
            .setLocaleConfig("locale", System.getProperty("os.name").startsWith("Linux") ? "C.UTF-8" : "en_US.UTF-8");
        FAST.forEach(server::setServerConfig);
        try {
            return server.start();
        }
        catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private static final class Holder {

        static final SharedPostgres SERVER = new SharedPostgres();

    }

}
