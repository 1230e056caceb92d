package io.cesm.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

import org.junit.jupiter.api.Test;

class NullnessTests {

    @Test
    void everyPackageSaysThatNothingIsNull() {
        var packages = Sources.endingWith(".java").stream().map(Path::getParent).distinct().toList();

        assertThat(packages).hasSizeGreaterThan(6).allSatisfy(directory -> {
            var info = Objects.requireNonNull(directory).resolve("package-info.java");
            assertThat(Files.exists(info)).as("%s exists", info).isTrue();
            assertThat(Sources.text(info)).as(info.toString()).contains("@NullMarked", "/**");
        });
    }

    @Test
    void noTestDescribesAPackageThatTheProductDescribes() {
        var twins = Sources.MODULES.stream()
            .map(name -> Sources.module(name).resolve("src"))
            .flatMap(source -> Sources.below(source.resolve("test/java"), "package-info.java")
                .stream()
                .filter(info -> Files
                    .exists(source.resolve("main/java").resolve(source.resolve("test/java").relativize(info)))))
            .toList();

        assertThat(twins).as("of two descriptions, the one read first hides the other").isEmpty();
    }

}
