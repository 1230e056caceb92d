package io.cesm.domain.level;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LevelRoundingTests {

    @Test
    void givesTheMissingUnitToThePartThatLostMost() {
        var parts = List.of(new BigDecimal("33.333333"), new BigDecimal("33.333333"), new BigDecimal("33.333334"));

        assertThat(LevelRounding.shown(parts, 0)).containsExactly(new BigDecimal("33"), new BigDecimal("33"),
                new BigDecimal("34"));
    }

    @Test
    void roundsLossesAsWellAsGains() {
        var parts = List.of(new BigDecimal("-0.65"), new BigDecimal("-1.10"), new BigDecimal("0.25"));

        assertThat(LevelRounding.shown(parts, 1)).containsExactly(new BigDecimal("-0.6"), new BigDecimal("-1.1"),
                new BigDecimal("0.2"));
    }

    @Test
    void alwaysAddsUpAndStaysWithinOneUnit() {
        var random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            var parts = IntStream.range(0, 1 + random.nextInt(9))
                .mapToObj(it -> BigDecimal.valueOf(random.nextInt(200_000_000) - 100_000_000, 6))
                .toList();
            var shown = LevelRounding.shown(parts, 1);

            var exact = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(shown.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(exact.setScale(1, RoundingMode.HALF_UP));
            IntStream.range(0, parts.size())
                .forEach(it -> assertThat(shown.get(it).subtract(parts.get(it)).abs())
                    .isLessThanOrEqualTo(new BigDecimal("0.1")));
        }
    }

}
