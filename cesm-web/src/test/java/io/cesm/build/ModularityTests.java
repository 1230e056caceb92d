package io.cesm.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.cesm.CesmApplication;
import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    private final ApplicationModules modules = ApplicationModules.of(CesmApplication.class);

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
