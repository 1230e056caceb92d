package io.cesm.web.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.FileSystemUtils;

/**
 * The PostgreSQL that CESM brings along and keeps its data in: durable, on loopback only,
 * with passwords of its own. It survives the sudden death of either process.
 */
final class KeptPostgres implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(KeptPostgres.class);

    private static final int TRIES = 40;

    private static final long PAUSE_IN_MILLIS = 500;

    private final Path directory;

    private final Path cluster;

    private final PostgresPrograms programs;

    private final FileChannel lock;

    private final int port;

    private KeptPostgres(Path dataDirectory) throws IOException {
        this.directory = Files.createDirectories(dataDirectory.toAbsolutePath().normalize().resolve("postgresql"));
        forOwnerOnly(directory);
        this.lock = lock(directory);
        this.cluster = directory.resolve("cluster-18");
        this.programs = new PostgresPrograms(PostgresBinaries.in(directory), directory.resolve("start.log"));
        if (!Files.isDirectory(cluster)) {
            create();
        }
        new Postmaster(cluster, programs).stopLeftOver();
        this.port = port();
        PostgresSettings.write(directory, port);
        start();
    }

    /** Starts the server of this data directory and makes its roles and database. */
    static KeptPostgres in(Path dataDirectory) {
        try {
            var server = new KeptPostgres(dataDirectory);
            server.roles().ensure();
            return server;
        }
        catch (IOException ex) {
            throw new UncheckedIOException("The data directory " + dataDirectory + " cannot be used", ex);
        }
    }

    PostgresRoles roles() {
        return new PostgresRoles(port, directory.resolve("secrets"));
    }

    @Override
    public void close() throws IOException {
        if (!programs.succeeds("pg_ctl", "stop", "-D", cluster.toString(), "-m", "fast", "-w", "-t", "60")) {
            log.warn("PostgreSQL did not stop within a minute; the next start recovers it");
        }
        lock.close();
    }

    private void create() throws IOException {
        var draft = directory.resolve("cluster-18.new");
        FileSystemUtils.deleteRecursively(draft);
        var password = new SecretFile(directory.resolve("secrets").resolve("admin"));
        password.text();
        if (!programs.succeeds("initdb", "-D", draft.toString(), "-U", PostgresRoles.ADMIN,
                "--pwfile=" + password.path(), "--auth-local=scram-sha-256", "--auth-host=scram-sha-256", "-E", "UTF8",
                "--locale=" + PostgresSettings.locale(), "--data-checksums")) {
            throw new UnfitDatabase("PostgreSQL could not lay out its files in " + draft + ".",
                    "See " + directory.resolve("start.log") + "; often the disk is full or not writable.");
        }
        PostgresSettings.include(draft);
        Files.move(draft, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private void start() {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            if (programs.succeeds("pg_ctl", "start", "-D", cluster.toString(), "-w", "-t", "60", "-l",
                    directory.resolve("start.log").toString())) {
                return;
            }
            pause(); // helpers of a killed server may still be going away
        }
        throw new UnfitDatabase("PostgreSQL did not start in " + cluster + ".",
                "See " + directory.resolve("start.log") + " and " + cluster.resolve("log") + ".");
    }

    private int port() throws IOException {
        var file = directory.resolve("port");
        if (Files.exists(file)) {
            int remembered = Integer.parseInt(Files.readString(file).strip());
            if (free(remembered)) {
                return remembered;
            }
        }
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(file, Integer.toString(socket.getLocalPort()));
            return socket.getLocalPort();
        }
    }

    private static boolean free(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return true;
        }
        catch (IOException ex) {
            return false;
        }
    }

    private static FileChannel lock(Path directory) throws IOException {
        var channel = FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new UnfitDatabase("Another CESM works with the data directory " + directory + ".",
                    "Stop it first, or choose another directory: cesm.data-dir.");
        }
        return channel;
    }

    private static void forOwnerOnly(Path directory) throws IOException {
        if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_IN_MILLIS);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

}
