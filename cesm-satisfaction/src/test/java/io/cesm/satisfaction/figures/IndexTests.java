package io.cesm.satisfaction.figures;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.cesm.domain.kernel.Refusal;

import static io.cesm.satisfaction.figures.Confidence.NINETY_FIVE;
import static io.cesm.satisfaction.figures.Precisely.same;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

/** Index of the ACSI type and Cronbach's alpha: sections 4 and 9 of docs/formulas.md. */
class IndexTests {

    private static final double[] MEANS = { 8, 7.5, 7 };

    private static final double MISSING = Double.NaN;

    @Test
    void theIndexWithEqualAndOwnWeights() {
        var equal = AcsiTypeIndex.ofMeans(250, MEANS, 1, 10);
        same(equal.value(), 72.222222222);
        assertThat(equal.method()).isEqualTo(FigureMethod.ACSI_TYPE_EQUAL);
        var own = AcsiTypeIndex.ofMeans(250, MEANS, 1, 10, 0.3885, 0.3190, 0.2925);
        same(own.value(), 72.755555556);
        assertThat(own.method()).isEqualTo(FigureMethod.ACSI_TYPE_OWN);
        assertThat(AcsiTypeIndex.ofMeans(0, MEANS, 1, 10).known()).isFalse();
    }

    @Test
    void theIndexOfRespondentsLeavesOutIncompleteOnes() {
        var items = Columns.of(List.of("satisfaction", "expectancy", "ideal"), new double[] { 10, 7, 8, 9 },
                new double[] { 9, 7, MISSING, 8 }, new double[] { 8, 7, 3, 7 });
        var figure = AcsiTypeIndex.of(items, 1, 10, NINETY_FIVE);
        assertThat(figure.n()).isEqualTo(3);
        same(figure.value(),
                requireNonNull(AcsiTypeIndex.ofMeans(3, new double[] { 26.0 / 3, 8, 22.0 / 3 }, 1, 10).value()));
        assertThat(figure.interval()).isNotNull();
    }

    @Test
    void weightsAreSharesOfOne() {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> AcsiTypeIndex.ofMeans(9, MEANS, 1, 10, 0.5, 0.3, 0.3))
            .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("figures.weights_sum"));
        assertThatExceptionOfType(Refusal.class)
            .isThrownBy(() -> AcsiTypeIndex.ofMeans(9, MEANS, 1, 10, 1.5, -0.2, -0.3));
        assertThatIllegalArgumentException().isThrownBy(() -> AcsiTypeIndex.ofMeans(9, MEANS, 1, 7));
    }

    @Test
    void alphaAsPrinted() {
        var reliability = Reliability.of(Columns.of(List.of("A", "B", "C"), new double[] { 3, 2, 4, 3, 4 },
                new double[] { 4, 3, 4, 2, 4 }, new double[] { 3, 4, 5, 3, 4 }), NINETY_FIVE);
        same(reliability.alpha().value(), 0.732558140);
        assertThat(reliability.alpha().n()).isEqualTo(5);
        assertThat(requireNonNull(reliability.alpha().interval()).contains(0.732558140)).isTrue();
    }

    @Test
    void droppingAnItemIsAlphaOfTheOthers() {
        var items = Columns.of(List.of("a", "b", "c", "d"), new double[] { 1, 2, 3, 4, 5, 6, MISSING },
                new double[] { 2, 1, 3, 5, 4, 6, 1 }, new double[] { 1, 3, 2, 4, 6, 5, 1 },
                new double[] { 6, 5, 1, 2, 3, 1, 1 });
        var reliability = Reliability.of(items, NINETY_FIVE);
        assertThat(reliability.alpha().n()).isEqualTo(6);
        var without = Reliability.of(items.only(List.of("a", "b", "c")).complete().rows(new int[] { 0, 1, 2, 3, 4, 5 }),
                NINETY_FIVE);
        same(reliability.items().get(3).alphaIfDropped(), requireNonNull(without.alpha().value()));
        assertThat(requireNonNull(reliability.items().get(3).restCorrelation())).isNegative();
        assertThat(requireNonNull(without.alpha().value())).isGreaterThan(requireNonNull(reliability.alpha().value()));
    }

    @Test
    void feldtsIntervalCanBeWorkedOutByHand() {
        // n = 41, k = 8: F(0.975; 40, 280) = 1.5398, F(0.025; 40, 280) = 0.5968
        var random = new Random(1);
        var columns = new double[8][41];
        for (int row = 0; row < 41; row++) {
            double common = random.nextGaussian();
            for (var column : columns) {
                column[row] = common + random.nextGaussian();
            }
        }
        var alpha = Reliability.of(Columns.of(List.of("a", "b", "c", "d", "e", "f", "g", "h"), columns), NINETY_FIVE)
            .alpha();
        double value = requireNonNull(alpha.value());
        assertThat(requireNonNull(alpha.interval()).low()).isCloseTo(1 - (1 - value) * 1.539775261231, within(1e-8));
        assertThat(requireNonNull(alpha.interval()).high()).isCloseTo(1 - (1 - value) * 0.596763935161, within(1e-8));
    }

    @Test
    void alphaNeedsTwoItemsThatVary() {
        var one = Columns.of(List.of("a"), new double[] { 1, 2 });
        refused("figures.too_few_items", one);
        refused("figures.too_few_cases",
                Columns.of(List.of("a", "b"), new double[] { 1, 2 }, new double[] { 1, MISSING }));
        refused("figures.no_variation", Columns.of(List.of("a", "b"), new double[] { 1, 1 }, new double[] { 2, 2 }));
        var two = Reliability.of(Columns.of(List.of("a", "b"), new double[] { 1, 2, 3 }, new double[] { 1, 2, 3 }),
                NINETY_FIVE);
        same(two.alpha().value(), 1);
        assertThat(two.alpha().interval()).isNull();
        assertThat(two.items().getFirst().alphaIfDropped()).isNull();
    }

    @Test
    void agreementOfTwoCodersBeyondChance() {
        var agreement = Agreement.of(new long[][] { { 75, 1, 4 }, { 5, 4, 1 }, { 0, 0, 10 } }, NINETY_FIVE);
        same(agreement.observed(), 0.89);
        same(agreement.kappa().value(), 0.676470588235);
        // by the delta method with numerical derivatives, standard error 0.0877
        assertThat(requireNonNull(agreement.kappa().interval()).low()).isCloseTo(0.50457596, within(1e-7));
        assertThat(requireNonNull(agreement.kappa().interval()).high()).isCloseTo(0.84836522, within(1e-7));
        same(Agreement.of(new long[][] { { 5, 0 }, { 0, 5 } }, NINETY_FIVE).kappa().value(), 1);
        assertThat(Agreement.of(new long[][] { { 5, 0 }, { 0, 0 } }, NINETY_FIVE).kappa().known()).isFalse();
        assertThat(Agreement.of(new long[2][2], NINETY_FIVE).observed()).isNull();
    }

    private static void refused(String code, Columns items) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Reliability.of(items, NINETY_FIVE))
            .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

}
