package io.cesm.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the repository, read from disk. */
final class Sources {

    static final List<String> MODULES = List.of("domain", "expectation", "perception", "satisfaction", "governance",
            "web");

    private static final Path ROOT = Files.isDirectory(Path.of("cesm-web")) ? Path.of("") : Path.of("..");

    private Sources() {
    }

    static Path module(String name) {
        return ROOT.resolve("cesm-" + name);
    }

    static Path resources() {
        return module("web").resolve("src/main/resources");
    }

    /** All main files of all modules with this ending. */
    static List<Path> endingWith(String ending) {
        return MODULES.stream().flatMap(name -> below(module(name).resolve("src/main"), ending).stream()).toList();
    }

    static List<Path> below(Path directory, String ending) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
