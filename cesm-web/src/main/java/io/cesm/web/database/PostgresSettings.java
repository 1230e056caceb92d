package io.cesm.web.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/**
 * How the server of the data directory is set: everything that keeps data is on. Own
 * settings of an operator belong into {@code local.conf} beside the cluster.
 */
final class PostgresSettings {

    private static final String DURABLE = """
            # written by CESM at every start; own settings belong into local.conf
            listen_addresses = '127.0.0.1'
            port = %d
            unix_socket_directories = ''
            password_encryption = 'scram-sha-256'
            fsync = on
            full_page_writes = on
            synchronous_commit = on
            wal_compression = on
            max_wal_size = 1GB
            max_connections = 60
            shared_buffers = 256MB
            effective_cache_size = 1GB
            work_mem = 16MB
            maintenance_work_mem = 128MB
            random_page_cost = 1.1
            jit = off
            timezone = 'UTC'
            lc_messages = 'C'
            logging_collector = on
            log_directory = 'log'
            log_filename = 'postgresql-%%a.log'
            log_truncate_on_rotation = on
            log_rotation_age = 1d
            log_rotation_size = 0
            log_min_duration_statement = 1s
            """;

    private PostgresSettings() {
    }

    /** With plain C, Chinese text would have no trigrams. */
    static String locale() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux") ? "C.UTF-8" : "en_US.UTF-8";
    }

    /** Makes a fresh cluster read both files. */
    static void include(Path cluster) throws IOException {
        Files.writeString(cluster.resolve("postgresql.conf"), """

                include_if_exists = '../cesm.conf'
                include_if_exists = '../local.conf'
                """, StandardOpenOption.APPEND);
    }

    static void write(Path directory, int port) throws IOException {
        Files.writeString(directory.resolve("cesm.conf"), DURABLE.formatted(port));
    }

}
