package io.cesm.domain.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.cesm.domain.support.SharedPostgres;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** Numbers outlive what happens to nodes, servers and versions. */
class NumberSeriesTests {

    private static final String BEFORE_SEQUENCES = "202611280101";

    @Test
    void goOnAfterTheHighestNumberThatWasGivenBeforeTheMigration() throws SQLException {
        var url = SharedPostgres.ofThisJvm().emptyDatabase();
        migrate(url, BEFORE_SEQUENCES);
        try (var owner = owner(url); var sql = owner.createStatement()) {
            sql.execute("insert into number_series (series, last) values ('C-2026', 41), ('T-2025', 7)");
        }
        migrate(url, "latest");

        try (var node = node(url)) {
            assertThat(take(node, "C-2026", 2)).containsExactly(42L, 43L);
            assertThat(take(node, "T-2025", 1)).containsExactly(8L);
            assertThat(take(node, "T-2026", 1)).as("a series of a new year").containsExactly(1L);
            assertThatExceptionOfType(SQLException.class).as("a node of the version before gives none twice")
                .isThrownBy(() -> node.createStatement().execute("update number_series set last = last + 1"));
        }
    }

    @Test
    void twoNodesWithOpenTransactionsOfWhichOneFailsGiveNoneTwice() throws SQLException {
        var url = SharedPostgres.ofThisJvm().freshDatabase();
        try (var one = node(url); var other = node(url)) {
            one.setAutoCommit(false);
            other.setAutoCommit(false);
            take(one, "Y-2026", 1);
            one.commit();
            var all = new ArrayList<Long>();
            for (int i = 0; i < 5; i++) {
                all.addAll(take(one, "Y-2026", 1 + i));
                all.addAll(take(other, "Y-2026", 2));
            }
            other.rollback();
            all.addAll(take(other, "Y-2026", 1));
            one.commit();
            other.commit();
            all.addAll(take(one, "Y-2026", 1));

            assertThat(all).doesNotHaveDuplicates().isSorted().hasSize(27);
        }
    }

    @Test
    @Timeout(120)
    void goOnAfterAStopAndAfterAServerThatWasKilled(@TempDir Path place) throws Exception {
        long highest;
        try (var server = start(place)) {
            var url = address(server);
            prepare(server.getJdbcUrl("postgres", "postgres"), url);
            highest = last(url);
        }
        try (var server = start(place)) {
            var next = last(address(server));
            assertThat(next).as("after a stop").isGreaterThan(highest);
            highest = next;
            kill(place);
        }
        try (var server = start(place)) {
            assertThat(last(address(server))).as("after a kill").isBetween(highest + 1, highest + 33);
        }
    }

    private static EmbeddedPostgres start(Path place) throws IOException {
        return EmbeddedPostgres.builder()
            .setDataDirectory(place.resolve("data"))
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setLocaleConfig("encoding", "UTF8")
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .start();
    }

    private static String address(EmbeddedPostgres server) {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
    }

    private static void prepare(String asRoot, String url) throws SQLException {
        try (var root = DriverManager.getConnection(asRoot); var sql = root.createStatement()) {
            sql.execute("create role " + SharedPostgres.OWNER + " login superuser");
            sql.execute("create role " + SharedPostgres.RUNTIME + " login");
        }
        migrate(url, "latest");
    }

    private static void kill(Path place) throws Exception {
        var pid = Long.parseLong(Files.readAllLines(place.resolve("data/postmaster.pid")).getFirst());
        var server = ProcessHandle.of(pid).orElseThrow();
        var all = Stream.concat(Stream.of(server), server.descendants()).map(ProcessHandle::onExit).toList();
        server.destroyForcibly();
        for (var each : all) {
            each.get(20, TimeUnit.SECONDS);
        }
    }

    private static long last(String url) throws SQLException {
        try (var node = node(url)) {
            return take(node, "C-2026", 3).getLast();
        }
    }

    private static List<Long> take(Connection node, String series, int count) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (var sql = node.prepareStatement("select next_numbers(?, ?)")) {
            sql.setString(1, series);
            sql.setInt(2, count);
            var rows = sql.executeQuery();
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
        }
        return numbers;
    }

    private static void migrate(String url, String target) {
        Flyway.configure()
            .dataSource(url, SharedPostgres.OWNER, SharedPostgres.OWNER)
            .locations("classpath:db/migration")
            .placeholders(Map.of("runtimeRole", SharedPostgres.RUNTIME))
            .target(target)
            .load()
            .migrate();
    }

    private static Connection owner(String url) throws SQLException {
        return DriverManager.getConnection(url, SharedPostgres.OWNER, SharedPostgres.OWNER);
    }

    /** What a node of the program signs in as. */
    private static Connection node(String url) throws SQLException {
        return DriverManager.getConnection(url, SharedPostgres.RUNTIME, SharedPostgres.RUNTIME);
    }

}
