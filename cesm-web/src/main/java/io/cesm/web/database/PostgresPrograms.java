package io.cesm.web.database;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Runs {@code initdb} and {@code pg_ctl}. PostgreSQL refuses to work as root; in that
 * case the programs run in a user namespace of their own, in which they are nobody.
 */
final class PostgresPrograms {

    private static final int PATIENCE_IN_SECONDS = 120;

    private final Path home;

    private final File log;

    private final List<String> prefix;

    PostgresPrograms(Path home, Path log) {
        this.home = home;
        this.log = log.toFile();
        this.prefix = root() ? asNobody() : List.of();
    }

    /** Runs a program to its end; true when it succeeded. Its words go to the log. */
    boolean succeeds(String program, String... arguments) {
        var command = new ArrayList<>(prefix);
        command.add(home.resolve("bin").resolve(program).toAbsolutePath().toString());
        command.addAll(List.of(arguments));
        return run(command, log) == 0;
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name")) && Files.isDirectory(Path.of("/proc/self"));
    }

    private static List<String> asNobody() {
        var prefix = List.of("unshare", "--user");
        if (run(List.of("unshare", "--user", "true"), null) != 0) {
            throw new UnfitDatabase(
                    "PostgreSQL refuses to work as root, and this system does not allow user namespaces.",
                    "Start CESM as an ordinary user, or give it an outside database: spring.datasource.url.");
        }
        return prefix;
    }

    private static int run(List<String> command, @Nullable File log) {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(log == null ? ProcessBuilder.Redirect.DISCARD : ProcessBuilder.Redirect.appendTo(log));
        builder.environment().put("LC_ALL", "C");
        try {
            var process = builder.start();
            if (!process.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return -1;
            }
            return process.exitValue();
        }
        catch (IOException ex) {
            if (log == null) {
                return -1;
            }
            throw new UncheckedIOException("PostgreSQL cannot be started", ex);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

}
