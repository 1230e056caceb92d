package io.cesm.domain.level;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class ScaleTests {

    @ParameterizedTest
    @CsvSource({ "1, 7, 1, 0.000000", "1, 7, 7, 100.000000", "1, 7, 4, 50.000000", "1, 7, 5, 66.666667",
            "0, 10, 3, 30.000000", "-2, 2, 1, 75.000000" })
    void putsAnswersOnOneScale(long min, long max, BigDecimal answer, BigDecimal level) {
        assertThat(Scale.of(min, max).level(answer)).isEqualTo(level);
    }

    @Test
    void turnsAScaleRoundWhoseSmallNumbersAreGood() {
        var grades = Scale.of(1, 6).turned();

        assertThat(grades.level(new BigDecimal("1"))).isEqualTo("100.000000");
        assertThat(grades.level(new BigDecimal("6"))).isEqualTo("0.000000");
        assertThat(grades.turned()).isEqualTo(Scale.of(1, 6));
    }

    @Test
    void refusesAnAnswerThatIsNotOnTheScale() {
        assertThatIllegalArgumentException().isThrownBy(() -> Scale.of(1, 7).level(new BigDecimal("8")));
    }

    @Test
    void refusesAScaleWithoutLength() {
        assertThatIllegalArgumentException().isThrownBy(() -> Scale.of(7, 7));
    }

    @Test
    void roundsAMeanOnce() {
        assertThat(Scale.of(1, 7).levelOfMean(new BigDecimal("13"), 3)).isEqualTo("55.555556");
        assertThat(Scale.of(1, 7).turned().levelOfMean(new BigDecimal("13"), 3)).isEqualTo("44.444444");
    }

    @ParameterizedTest
    @CsvSource({ "72, 8, 8, 100", "72, 8, 72, 0", "72, 8, 40, 50", "72, 8, 100, 0", "72, 8, 1, 100",
            "0, 99, 33, 33.333333" })
    void putsMeasuresBetweenTwoAnchors(BigDecimal unacceptable, BigDecimal ideal, BigDecimal measured,
            BigDecimal level) {
        assertThat(new TwoAnchors(unacceptable, ideal).level(measured)).isEqualByComparingTo(level);
    }

    @Test
    void refusesTwoAnchorsAtOnePlace() {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> new TwoAnchors(new BigDecimal("5.0"), new BigDecimal("5")));
    }

    @Test
    void agreesWithAPlainModelAndItsMirror() {
        var random = new Random(20260101);
        for (int i = 0; i < 2_000; i++) {
            var min = BigDecimal.valueOf(random.nextInt(2_000) - 1_000L, 2);
            var max = min.add(BigDecimal.valueOf(1 + random.nextInt(5_000), 2));
            var answer = min
                .add(max.subtract(min).multiply(BigDecimal.valueOf(random.nextDouble())).round(MathContext.DECIMAL32));
            var scale = new Scale(min, max, random.nextBoolean());

            var plain = 100 * (answer.doubleValue() - min.doubleValue()) / (max.doubleValue() - min.doubleValue());
            var level = scale.level(answer);
            assertThat(level.doubleValue()).isCloseTo(scale.reversed() ? 100 - plain : plain, within(1e-6));
            assertThat(level.add(scale.turned().level(answer)).doubleValue()).isCloseTo(100, within(1e-6));
            var anchors = scale.reversed() ? new TwoAnchors(max, min) : new TwoAnchors(min, max);
            assertThat(anchors.level(answer)).isEqualTo(level);
        }
    }

}
