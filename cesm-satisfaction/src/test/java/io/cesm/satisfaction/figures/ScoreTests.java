package io.cesm.satisfaction.figures;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static io.cesm.satisfaction.figures.Confidence.NINETY_FIVE;
import static io.cesm.satisfaction.figures.Precisely.same;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** NPS, CSAT and CES: sections 1 to 3 of docs/formulas.md. */
class ScoreTests {

    private static final Nps VECTOR = Nps.of(162, 108, 54);

    @Test
    void theNetPromoterScoreAndItsErrors() {
        same(VECTOR.value(), 33.333333333333);
        same(VECTOR.variance(), 5.0 / 9);
        same(VECTOR.standardError(), 4.140866625);
        same(VECTOR.adjusted().value(), 33.027522936);
        same(VECTOR.adjusted().standardError(), 4.123683693);
        var figure = VECTOR.figure();
        same(figure.interval(), 24.945251413, 41.109794459);
        assertThat(figure.n()).isEqualTo(324);
        assertThat(figure.method()).isEqualTo(FigureMethod.NPS_ADJUSTED_WALD);
    }

    @Test
    void theScoreOfAHistogramIsTheScoreOfItsGroups() {
        var answers = Histogram.of(0, 9, 9, 9, 9, 9, 9, 0, 100, 8, 160, 2);
        assertThat(Nps.of(answers).figure()).isEqualTo(VECTOR.figure());
        assertThatIllegalArgumentException().isThrownBy(() -> Nps.of(Histogram.of(1, 1, 2, 3)));
    }

    @Test
    void nobodyIsNoScoreRatherThanNought() {
        var none = Nps.of(Histogram.of(0, new long[11])).figure();
        assertThat(none.value()).isNull();
        assertThat(none.interval()).isNull();
        assertThat(none.showing()).isEqualTo(Showing.EMPTY);
        assertThat(Csat.topBox(Histogram.of(1, new long[5]), NINETY_FIVE).known()).isFalse();
        assertThat(Csat.index(Histogram.of(1, new long[5]), NINETY_FIVE).known()).isFalse();
        for (var method : Ces.values()) {
            assertThat(method.of(Histogram.of(1, new long[7]), NINETY_FIVE).known()).isFalse();
        }
        assertThat(Nps.of(0, 0, 0).minus(VECTOR, NINETY_FIVE).verdict(0.05)).isEqualTo(Comparison.Verdict.NOT_TESTABLE);
    }

    @Test
    void onlyPromotersStayOnTheScale() {
        var all = Nps.of(10, 0, 0).figure();
        same(all.value(), 100);
        assertThat(requireNonNull(all.interval()).high()).isEqualTo(100);
        assertThat(requireNonNull(all.interval()).low()).isLessThan(100);
    }

    @Test
    void equalWeightsChangeNothingAndUnequalOnesCostAnswers() {
        int[] marks = IntStream.range(0, 330).map(i -> (i * 7) % 11).toArray();
        var plain = Histogram.counting(0, 10, marks, null);
        double[] twos = IntStream.range(0, 330).mapToDouble(i -> 2).toArray();
        var doubled = Nps.of(Histogram.counting(0, 10, marks, twos)).figure();
        same(doubled.value(), requireNonNull(Nps.of(plain).value()));
        same(doubled.effective(), 330);

        double[] uneven = IntStream.range(0, 330).mapToDouble(i -> (i % 3 == 0) ? 3 : 0.5).toArray();
        var weighted = Nps.of(Histogram.counting(0, 10, marks, uneven)).figure();
        assertThat(weighted.n()).isEqualTo(330);
        same(weighted.effective(), (110 * 3 + 220 * 0.5) * (110 * 3 + 220 * 0.5) / (110 * 9 + 220 * 0.25));
    }

    @Test
    void twoScoresAreComparedAfterAdjusting() {
        var other = Nps.of(100, 120, 104);
        var comparison = VECTOR.minus(other, NINETY_FIVE);
        double difference = 100 * (162.75 - 54.75) / 327 - 100 * (100.75 - 104.75) / 327;
        same(comparison.difference(), difference);
        double p2 = 100.75 / 327;
        double d2 = 104.75 / 327;
        double error = Math.sqrt(4.123683693 * 4.123683693 / 1e4 + (p2 + d2 - (p2 - d2) * (p2 - d2)) / 327) * 100;
        assertThat(requireNonNull(comparison.statistic())).isCloseTo(difference / error,
                org.assertj.core.api.Assertions.within(1e-8));
        assertThat(comparison.verdict(0.05)).isEqualTo(Comparison.Verdict.HIGHER);
        assertThat(VECTOR.minus(VECTOR, NINETY_FIVE).verdict(0.05)).isEqualTo(Comparison.Verdict.NOT_SIGNIFICANT);
    }

    @Test
    void satisfactionByWilson() {
        same(Share.of(8, 10).interval(), 49.016247153, 94.331784855);
        same(Share.of(10, 10).interval(), 72.246720014, 100);
        same(Share.of(0, 10).interval(), 0, 27.753279986);
        assertThatIllegalArgumentException().isThrownBy(() -> Share.of(11, 10));
    }

    @Test
    void theHighestMarksDependOnTheScale() {
        assertThat(IntStream.of(3, 4, 5, 6, 7, 10).map(Csat::topBoxes)).containsExactly(1, 2, 2, 2, 2, 3);
        same(Csat.topBox(Histogram.of(1, 1, 0, 1, 5, 3), NINETY_FIVE).value(), 80);
        same(Csat.topBox(Histogram.of(1, 1, 1, 3), NINETY_FIVE).value(), 60);
        same(Csat.index(Histogram.of(1, 1, 0, 0, 0, 1), NINETY_FIVE).value(), 50);
        assertThatIllegalArgumentException().isThrownBy(() -> Csat.topBoxes(9));
        assertThatIllegalArgumentException().isThrownBy(() -> Csat.mean(Histogram.of(0, 1, 1), NINETY_FIVE));
    }

    @Test
    void effortByItsThreeMethods() {
        var answers = Histogram.of(1, 80, 210, 140, 110, 160, 180, 120);
        same(Ces.MEAN.of(answers, NINETY_FIVE).value(), 4.08);
        same(Ces.EASY.of(answers, NINETY_FIVE).value(), 46);
        same(Ces.NET.of(answers, NINETY_FIVE).value(), -13);
        assertThatIllegalArgumentException().isThrownBy(() -> Ces.MEAN.of(Histogram.of(1, 1, 2), NINETY_FIVE));
    }

    @Test
    void aMeanOfOneAnswerOrOfEqualOnesHasNoInterval() {
        assertThat(Mean.of(Histogram.of(1, 0, 1, 0)).interval()).isNull();
        var same = Mean.of(new double[] { 4, 4, Double.NaN, 4 }, NINETY_FIVE);
        assertThat(same.n()).isEqualTo(3);
        assertThat(same.value()).isEqualTo(4);
        assertThat(same.interval()).isNull();
        // t(3) = 3.182446305284
        same(Mean.of(new double[] { 1, 2, 3, 4 }, NINETY_FIVE).interval(), 2.5 - 3.182446305284 * Math.sqrt(5.0 / 12),
                2.5 + 3.182446305284 * Math.sqrt(5.0 / 12));
        assertThat(Mean.of(new double[] { 1, 2, 3, 4 }, NINETY_FIVE).interval())
            .isEqualTo(Mean.of(Histogram.of(1, 1, 1, 1, 1)).interval());
    }

    @Test
    void fewAnswersSayLessThanMany() {
        assertThat(IntStream.of(0, 4, 5, 9, 10, 29, 30).mapToObj(SmallBase.STANDARD::showing)).containsExactly(
                Showing.EMPTY, Showing.HIDDEN, Showing.DIRECTIONAL, Showing.DIRECTIONAL, Showing.GREY, Showing.GREY,
                Showing.FULL);
        assertThat(SmallBase.STANDARD.showsComments(7)).isFalse();
        assertThat(SmallBase.STANDARD.showsComments(8)).isTrue();
    }

}
