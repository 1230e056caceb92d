package io.cesm.domain.level;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

class FourLevelsTests {

    @Test
    void keepsAMissingLevelMissing() {
        var levels = levels("86", null, "70", "62");

        assertThat(levels.of(Level.C)).isNull();
        assertThat(levels.gap(Level.E, Level.C)).isNull();
        assertThat(levels.gap(Level.E, Level.P)).isEqualByComparingTo("-24");
    }

    @Test
    void addsUpExactlyBeforeAndAfterRounding() {
        var random = new Random(48);
        for (int i = 0; i < 5_000; i++) {
            var levels = random(random);
            var parts = sum(levels.gap(Level.C, Level.E), levels.gap(Level.D, Level.C), levels.gap(Level.P, Level.D));
            var shown = sum(levels.shownGap(Level.E, Level.C), levels.shownGap(Level.C, Level.D),
                    levels.shownGap(Level.D, Level.P));

            assertThat(parts.negate()).isEqualByComparingTo(levels.satisfaction());
            assertThat(shown).isEqualByComparingTo(levels.shownGap(Level.E, Level.P));
            var off = requireNonNull(levels.shownGap(Level.C, Level.D))
                .subtract(requireNonNull(levels.gap(Level.C, Level.D)));
            assertThat(off.abs()).isLessThan(new BigDecimal("0.1000001"));
        }
    }

    @Test
    void takesTheOverallLevelsOverDimensionsThatCanBeCompared() {
        var overview = LevelsOverview.of(List.of(new DimensionLevels("delivery", levels("90", "80", "70", "60")),
                new DimensionLevels("innovation", levels("100", null, null, null)),
                new DimensionLevels("solution", levels("80", "80", "80", "80"))));

        assertThat(overview.basis()).containsExactly("delivery", "solution");
        assertThat(overview.overall().satisfaction()).isEqualByComparingTo("-15");
        assertThat(value(overview.overall(), Level.E)).isEqualTo("85.000000");
    }

    @Test
    void prefersExpectedAndPerceivedWhenNoDimensionIsComplete() {
        var overview = LevelsOverview.of(List.of(new DimensionLevels("delivery", levels("90", "80", null, null)),
                new DimensionLevels("solution", levels("80", null, null, "50"))));

        assertThat(overview.basis()).containsExactly("solution");
        assertThat(overview.overall().satisfaction()).isEqualByComparingTo("-30");
        assertThat(overview.overall().of(Level.C)).isNull();
    }

    @Test
    void weighsDimensionsByImportanceAndNotByTheNumberOfReadings() {
        var often = new FourLevels(Map.of(Level.E, mean("90", 9, "9"), Level.P, mean("50", 1, "1")));
        var important = new FourLevels(Map.of(Level.E, mean("70", 1, "3"), Level.P, mean("70", 1, "1")));

        var overview = LevelsOverview
            .of(List.of(new DimensionLevels("delivery", often), new DimensionLevels("solution", important)));

        assertThat(value(overview.overall(), Level.E)).isEqualTo("75.000000");
        assertThat(value(overview.overall(), Level.P)).isEqualTo("65.000000");
    }

    @Test
    void saysNothingWhenNothingWasRead() {
        var overview = LevelsOverview.of(List.of());

        assertThat(overview.overall().isEmpty()).isTrue();
        assertThat(overview.basis()).isEmpty();
        assertThat(overview.of("delivery").isEmpty()).isTrue();
    }

    static FourLevels levels(@Nullable String e, @Nullable String c, @Nullable String d, @Nullable String p) {
        var known = new EnumMap<Level, LevelMean>(Level.class);
        var values = new String[] { e, c, d, p };
        for (var level : Level.values()) {
            if (values[level.ordinal()] != null) {
                known.put(level, mean(values[level.ordinal()], 1, "1"));
            }
        }
        return new FourLevels(known);
    }

    private static LevelMean mean(String value, long readings, String weight) {
        var sum = new BigDecimal(weight);
        return LevelMean.of(new BigDecimal(value).multiply(sum), sum, readings, readings);
    }

    private static FourLevels random(Random random) {
        var known = new EnumMap<Level, LevelMean>(Level.class);
        for (var level : Level.values()) {
            var weight = BigDecimal.valueOf(1 + random.nextInt(1_000), 2);
            var value = BigDecimal.valueOf(random.nextInt(100_000_001), 6);
            known.put(level, LevelMean.of(value.multiply(weight), weight, 1, 1));
        }
        return new FourLevels(known);
    }

    private static String value(FourLevels levels, Level level) {
        return requireNonNull(levels.of(level)).value().toPlainString();
    }

    private static BigDecimal sum(@Nullable BigDecimal... parts) {
        var sum = BigDecimal.ZERO;
        for (var part : parts) {
            sum = sum.add(requireNonNull(part));
        }
        return sum;
    }

}
