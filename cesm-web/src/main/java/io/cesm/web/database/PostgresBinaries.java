package io.cesm.web.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

import org.springframework.util.FileSystemUtils;

/**
 * The programs of PostgreSQL, unpacked once from the class path into the data directory.
 */
final class PostgresBinaries {

    /** What the archives of this release are called in the data directory. */
    static final String RELEASE = "18.6";

    private PostgresBinaries() {
    }

    /** Unpacks below this directory, unless that was done before. */
    static Path in(Path directory) {
        var home = directory.resolve("pg-" + RELEASE);
        if (Files.isDirectory(home)) {
            return home;
        }
        var draft = directory.resolve("pg-" + RELEASE + ".new");
        try {
            FileSystemUtils.deleteRecursively(draft);
            Files.createDirectories(draft);
            unpack(draft);
            return Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
        }
        catch (IOException ex) {
            throw new UncheckedIOException("PostgreSQL cannot be unpacked into " + directory, ex);
        }
    }

    private static void unpack(Path target) throws IOException {
        try (var packed = open(); var tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, target);
            }
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        var path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("The archive leaves its directory: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        }
        else {
            Files.copy(content, path);
            if ((entry.getMode() & 0100) != 0) {
                path.toFile().setExecutable(true, false);
            }
        }
    }

    private static InputStream open() {
        var name = "/postgres-" + system() + "-" + processor() + (musl() ? "-alpine_linux" : "") + ".txz";
        var found = PostgresBinaries.class.getResourceAsStream(name);
        if (found == null) {
            throw new UnfitDatabase("CESM carries no PostgreSQL for this machine (" + name + ").",
                    "Install PostgreSQL 15 to 18 and give its address: spring.datasource.url, username and password.");
        }
        return new BufferedInputStream(found, 1 << 16);
    }

    private static String system() {
        var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("win") ? "windows" : name.startsWith("mac") ? "darwin" : "linux";
    }

    private static String processor() {
        var arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return "aarch64".equals(arch) || "arm64".equals(arch) ? "arm_64" : "x86_64";
    }

    private static boolean musl() {
        return Files.exists(Path.of("/etc/alpine-release"));
    }

}
