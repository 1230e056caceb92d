package io.cesm.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.cesm.CesmApplication;
import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    // the test archive of the domain holds packages of the same names, and which of two
    // comes first is chance
    private final ApplicationModules modules = ApplicationModules.of(CesmApplication.class,
            location -> !location.contains("-tests.jar") && !location.contains("/test-classes/"));

    @Test
    void areTheSixWeKnow() {
        assertThat(modules).extracting(module -> module.getIdentifier().toString())
            .containsExactlyInAnyOrderElementsOf(Sources.MODULES);
    }

    @Test
    void pointOnlyToTheLeft() {
        modules.verify();
    }

}
