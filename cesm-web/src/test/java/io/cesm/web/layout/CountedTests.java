package io.cesm.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountedTests {

    @Test
    void saysThatThereMayBeMoreWhereTheCountingStopped() {
        assertThat(new Counted(0, 1000)).hasToString("0");
        assertThat(new Counted(999, 1000)).hasToString("999");
        assertThat(new Counted(1000, 1000)).hasToString("1000+");
    }

}
