package io.cesm.web.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What {@code postmaster.pid} tells after a sudden death: a server that outlived its CESM
 * is stopped properly, a number that now belongs to somebody else is forgotten.
 */
record Postmaster(Path cluster, PostgresPrograms programs) {

    private static final Logger log = LoggerFactory.getLogger(Postmaster.class);

    void stopLeftOver() throws IOException {
        var file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        if (isOurs(number(file))) {
            log.info("Stopping the PostgreSQL that an earlier run of CESM left behind");
            if (!stops("fast")) {
                stops("immediate");
            }
        }
        else {
            // nobody else works here: the lock of the data directory is ours
            Files.deleteIfExists(file);
        }
    }

    private boolean stops(String mode) {
        return programs.succeeds("pg_ctl", "stop", "-D", cluster.toString(), "-m", mode, "-w", "-t", "20");
    }

    private static long number(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.findFirst()
                .map(String::strip)
                .filter(text -> text.matches("\\d+"))
                .map(Long::parseLong)
                .orElse(-1L);
        }
    }

    private boolean isOurs(long pid) {
        if (pid <= 0 || ProcessHandle.of(pid).isEmpty()) {
            return false;
        }
        var workplace = Path.of("/proc", Long.toString(pid), "cwd");
        try {
            return Files.isSameFile(workplace.toRealPath(), cluster);
        }
        catch (IOException ex) {
            // not Linux, or already dead and not yet buried
            return ProcessHandle.of(pid)
                .flatMap(process -> process.info().commandLine())
                .filter(line -> line.contains(cluster.toString()))
                .isPresent();
        }
    }

}
