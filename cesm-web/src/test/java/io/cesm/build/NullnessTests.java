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

}
