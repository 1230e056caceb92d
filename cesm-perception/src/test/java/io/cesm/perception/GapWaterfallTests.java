package io.cesm.perception;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.cesm.domain.level.FourLevels;
import io.cesm.domain.level.Level;
import io.cesm.domain.level.LevelMean;
import io.cesm.perception.Finding.Verdict;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

class GapWaterfallTests {

    @Test
    void walksFromExpectedToPerceivedInThreeSteps() {
        var waterfall = GapWaterfall.of(levels("86", "78", "70", "62"));

        assertThat(waterfall.steps()).extracting(GapStep::shown)
            .containsExactly(new BigDecimal("-8.0"), new BigDecimal("-8.0"), new BigDecimal("-8.0"));
        assertThat(waterfall.steps()).flatExtracting(GapStep::processes)
            .containsExactly(Process.EXPECTATION, Process.DELIVERY, Process.PERCEPTION);
        assertThat(waterfall.shownTotal()).isEqualTo("-24.0");
    }

    @Test
    void namesTheProcessThatHasToAct() {
        var finding = GapWaterfall.of(levels("80", "85", "60", "70")).finding();

        assertThat(finding.verdict()).isEqualTo(Verdict.SHORT);
        assertThat(finding.process()).isEqualTo(Process.DELIVERY);
        assertThat(requireNonNull(finding.worst()).shown()).isEqualTo("-25.0");
    }

    @Test
    void doesNotDivideAStepOverAMissingLevel() {
        var waterfall = GapWaterfall.of(levels("80", null, "60", "70"));

        assertThat(waterfall.missing()).containsExactly(Level.C);
        assertThat(waterfall.steps()).hasSize(2);
        assertThat(waterfall.steps().getFirst().processes()).containsExactly(Process.EXPECTATION, Process.DELIVERY);
        assertThat(waterfall.finding().process()).isNull();
        assertThat(waterfall.shown(Process.PERCEPTION)).isEqualTo("10.0");
        assertThat(waterfall.shown(Process.DELIVERY)).isNull();
    }

    @Test
    void saysWhatCannotBeTold() {
        assertThat(GapWaterfall.of(FourLevels.none()).finding().verdict()).isEqualTo(Verdict.NOTHING);
        assertThat(GapWaterfall.of(levels("80", "80", "80", null)).finding().verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(GapWaterfall.of(levels("80", "80", "80", null)).shownTotal()).isNull();
    }

    @Test
    void judgesByBandsOfFive() {
        assertThat(Finding.verdict(new BigDecimal("5"))).isEqualTo(Verdict.ABOVE);
        assertThat(Finding.verdict(new BigDecimal("4.999999"))).isEqualTo(Verdict.MET);
        assertThat(Finding.verdict(new BigDecimal("-4.999999"))).isEqualTo(Verdict.MET);
        assertThat(Finding.verdict(new BigDecimal("-5.000000"))).isEqualTo(Verdict.SHORT);
    }

    @Test
    void addsUpWhateverIsMissing() {
        var random = new Random(360);
        for (int i = 0; i < 4_000; i++) {
            var waterfall = GapWaterfall.of(random(random));
            var exact = waterfall.steps().stream().map(GapStep::exact).reduce(BigDecimal.ZERO, BigDecimal::add);
            var shown = waterfall.steps().stream().map(GapStep::shown).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (waterfall.shownTotal() != null) {
                assertThat(exact).isEqualByComparingTo(waterfall.levels().satisfaction());
                assertThat(shown).isEqualByComparingTo(waterfall.shownTotal());
            }
            assertThat(waterfall.steps().size()).isEqualTo(Math.max(0, 3 - waterfall.missing().size()));
        }
    }

    private static FourLevels random(Random random) {
        var values = new String[4];
        for (int i = 0; i < 4; i++) {
            values[i] = (random.nextInt(5) == 0) ? null
                    : BigDecimal.valueOf(random.nextInt(100_000_001), 6).toPlainString();
        }
        return levels(values[0], values[1], values[2], values[3]);
    }

    private static FourLevels levels(@Nullable String e, @Nullable String c, @Nullable String d, @Nullable String p) {
        var known = new EnumMap<Level, LevelMean>(Level.class);
        var values = new String[] { e, c, d, p };
        for (var level : Level.values()) {
            if (values[level.ordinal()] != null) {
                known.put(level, new LevelMean(new BigDecimal(values[level.ordinal()]), 1, 1, BigDecimal.ONE));
            }
        }
        return new FourLevels(known);
    }

}
