package io.cesm.build;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * The day of the company begins in Shanghai, also on a server whose clock is London's.
 */
class CompanyDayTests {

    @Test
    void noStatementAsksForTheDayOfTheServer() {
        assertThat(Sources.endingWith(".java").stream().filter(it -> it.toString().contains("/src/main/")))
            .hasSizeGreaterThan(500)
            .allSatisfy(source -> assertThat(Sources.text(source)).as(source.toString())
                .doesNotContainIgnoringCase("current_date", "now()::date", "LocalDate.now("));
    }

}
