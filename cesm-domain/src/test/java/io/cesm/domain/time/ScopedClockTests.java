package io.cesm.domain.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

class ScopedClockTests {

    private static final Instant TODAY = Instant.parse("2026-11-22T08:00:00Z");

    private static final Instant LAST_YEAR = Instant.parse("2025-06-01T08:00:00Z");

    private final Clock clock = new ScopedClock(Clock.fixed(TODAY, ZoneOffset.UTC));

    @Test
    void livesAtTheMomentItIsToldAndComesBack() {
        assertThat(ScopedClock.at(LAST_YEAR, clock::instant)).isEqualTo(LAST_YEAR);
        assertThat(clock.instant()).isEqualTo(TODAY);
    }

    @Test
    void keepsTheMomentInAnotherZone() {
        var shanghai = clock.withZone(ZoneId.of("Asia/Shanghai"));
        assertThat(ScopedClock.at(LAST_YEAR, shanghai::instant)).isEqualTo(LAST_YEAR);
        assertThat(shanghai.getZone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
    }

}
