package io.cesm.satisfaction.figures;

import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.cesm.domain.kernel.Refusal;
import io.cesm.satisfaction.figures.ImportancePerformance.Attribute;
import io.cesm.satisfaction.figures.ImportancePerformance.Quadrant;

import static io.cesm.satisfaction.figures.Confidence.NINETY_FIVE;
import static io.cesm.satisfaction.figures.Precisely.same;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

/** Gaps, importance and performance, Kano: sections 5 to 7 of docs/formulas.md. */
class GapTests {

    private static final double MISSING = Double.NaN;

    private static final double[] PRINTED = { -0.65, -1.10, -0.83, -0.70, -1.01 };

    private final KioskAnswers kiosks = new KioskAnswers();

    @Test
    void dimensionsTogetherAsPrinted() {
        same(Gap.mean(PRINTED, null), -0.858);
        same(Gap.mean(PRINTED, new double[] { 0.11, 0.32, 0.22, 0.19, 0.16 }), -0.9007);
        same(Gap.mean(PRINTED, new double[] { 11, 32, 22, 19, 16 }), -0.9007);
        assertThatIllegalArgumentException().isThrownBy(() -> Gap.mean(PRINTED, new double[] { 1, 1 }));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Gap.mean(PRINTED, new double[] { 1, 1, 1, 1, -1 }));
    }

    @Test
    void anItemCountsOnlyThePairs() {
        var gap = Gap.ofItem(new PairedItem("speed", new double[] { 7, 6, MISSING, 5, MISSING },
                new double[] { 5, 6, 4, 4, MISSING }), NINETY_FIVE);
        assertThat(gap.gap().n()).isEqualTo(3);
        assertThat(gap.left()).isEqualTo(1);
        same(gap.gap().value(), -1);
        same(gap.expected().value(), 6);
        same(gap.perceived().value(), 5);
        same(gap.test().statistic(), -Math.sqrt(3));
        assertThat(gap.test().interval()).isEqualTo(gap.gap().interval());
        // −2, 0 and −1 once each
        var rolledUp = Gap.ofDifferences("speed", Histogram.of(-6, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0), 1,
                NINETY_FIVE);
        assertThat(rolledUp.gap()).isEqualTo(gap.gap());
        assertThat(rolledUp.test()).isEqualTo(gap.test());
    }

    @Test
    void theKioskSurveyGivesTheGapsThatWereComputedElsewhere() {
        var expected = Map.of("usefulness", -10.493827, "fun", 0.885668, "control", -19.511541, "economy", -25.550188,
                "personalization", -22.678476, "convenience", -23.000537, "security", -28.502415, "tangibles",
                -18.089104);
        expected.forEach((dimension, gap) -> {
            var found = Gap.ofDimension(dimension, kiosks.pairs(dimension), NINETY_FIVE);
            assertThat(requireNonNull(found.gap().value()) * 100 / 6).as(dimension).isCloseTo(gap, within(5e-7));
            assertThat(found.parts()).hasSize(3);
        });
    }

    @Test
    void withNothingMissingAPairedTestOfTheRespondentsMeans() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        int rows = 60;
        var e = new double[4][rows];
        var p = new double[4][rows];
        var own = new double[rows];
        double[] weights = { 3, 1 };
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < 4; i++) {
                e[i][row] = 1 + random.nextInt(7);
                p[i][row] = 1 + random.nextInt(7);
                own[row] += (p[i][row] - e[i][row]) * ((i < 2) ? 0.375 : 0.125);
            }
        }
        var first = List.of(new PairedItem("a", e[0], p[0]), new PairedItem("b", e[1], p[1]));
        var second = List.of(new PairedItem("c", e[2], p[2]), new PairedItem("d", e[3], p[3]));
        var overall = Gap.overall("all", List.of(first, second), List.of("1", "2"), weights, NINETY_FIVE);
        var slow = Comparing.paired(own, new double[rows], NINETY_FIVE);
        assertThat(requireNonNull(overall.test().statistic())).as("seed %d", seed)
            .isCloseTo(requireNonNull(slow.statistic()), within(1e-9));
        assertThat(requireNonNull(overall.gap().value())).as("seed %d", seed)
            .isCloseTo(requireNonNull(slow.difference()), within(1e-12));
        assertThat(overall.parts()).extracting(Gap::name).containsExactly("1", "2");
    }

    @Test
    void missingAnswersLeaveTheRest() {
        var items = List.of(new PairedItem("a", new double[] { 5, 5, 5, 5 }, new double[] { 4, 5, MISSING, 3 }),
                new PairedItem("b", new double[] { 6, 6, MISSING, MISSING }, new double[] { 4, 5, 5, 5 }),
                new PairedItem("c", new double[] { MISSING, MISSING, MISSING, MISSING }, new double[] { 1, 1, 1, 1 }));
        var gap = Gap.ofDimension("d", items, NINETY_FIVE);
        same(gap.gap().value(), (-1 - 1.5) / 2);
        assertThat(gap.gap().n()).isEqualTo(3);
        assertThat(gap.left()).isEqualTo(1 + 2 + 4);
        // influences: row 1 (0/3 − 0.5/2)/2, row 2 (1/3 + 0.5/2)/2, row 4 (−1/3)/2
        double square = (0.0625 + 49.0 / 144 + 1.0 / 9) / 4 * 3 / 2;
        same(gap.test().statistic(), -1.25 / Math.sqrt(square));

        var nobody = Gap.ofDimension("none", items.subList(2, 3), NINETY_FIVE);
        assertThat(nobody.gap().known()).isFalse();
        assertThat(nobody.test().p()).isNull();
        var overall = Gap.overall("all", List.of(items.subList(2, 3), items.subList(0, 1)), List.of("x", "y"), null,
                NINETY_FIVE);
        same(overall.gap().value(), -1);
    }

    @Test
    void importanceAgainstPerformance() {
        var attributes = List.of(new Attribute("speed", 6, 3), new Attribute("price", 6, 5), new Attribute("fun", 2, 3),
                new Attribute("colour", 2, 5));
        var placed = ImportancePerformance.byGrandMeans(attributes);
        assertThat(placed.importanceLine()).isEqualTo(4);
        assertThat(placed.performanceLine()).isEqualTo(4);
        assertThat(placed.attributes()).extracting(ImportancePerformance.Placed::quadrant)
            .containsExactly(Quadrant.CONCENTRATE, Quadrant.KEEP_UP, Quadrant.LOW_PRIORITY, Quadrant.OVERKILL);
        assertThat(ImportancePerformance.byLines(attributes, 6, 3).attributes())
            .extracting(ImportancePerformance.Placed::quadrant)
            .as("a line belongs to what is above it")
            .containsExactly(Quadrant.KEEP_UP, Quadrant.KEEP_UP, Quadrant.OVERKILL, Quadrant.OVERKILL);
        assertThatIllegalArgumentException().isThrownBy(() -> new Attribute("x", MISSING, 1));
    }

    @Test
    void theKanoTable() {
        String[] rows = { "QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ" };
        for (var with : KanoAnswer.values()) {
            for (var without : KanoAnswer.values()) {
                char letter = rows[with.ordinal()].charAt(without.ordinal());
                assertThat(KanoCategory.of(with, without).name()).as(with + " " + without).startsWith("" + letter);
            }
        }
    }

    @Test
    void kanoCoefficientsLeaveOutReverseAndQuestionable() {
        var kano = Kano.ofCounts(
                Map.of(KanoCategory.ATTRACTIVE, 35L, KanoCategory.ONE_DIMENSIONAL, 25L, KanoCategory.MUST_BE, 20L,
                        KanoCategory.INDIFFERENT, 15L, KanoCategory.REVERSE, 3L, KanoCategory.QUESTIONABLE, 2L),
                NINETY_FIVE);
        assertThat(kano.category()).isEqualTo(KanoCategory.ATTRACTIVE);
        same(kano.better().value(), 0.631578947);
        same(kano.worse().value(), -0.473684211);
        assertThat(kano.better().n()).isEqualTo(95);
        same(kano.reverse().value(), 3);
        same(kano.questionable().value(), 2);
        assertThat(requireNonNull(kano.worse().interval()).contains(-0.473684211)).isTrue();
    }

    @Test
    void tiesGoToTheOneThatDemandsMore() {
        var tie = Map.of(KanoCategory.ATTRACTIVE, 4L, KanoCategory.INDIFFERENT, 4L, KanoCategory.MUST_BE, 4L);
        assertThat(Kano.ofCounts(tie, NINETY_FIVE).category()).isEqualTo(KanoCategory.MUST_BE);
        var other = Map.of(KanoCategory.ATTRACTIVE, 4L, KanoCategory.ONE_DIMENSIONAL, 4L, KanoCategory.MUST_BE, 3L);
        assertThat(Kano.ofCounts(other, NINETY_FIVE).category()).isEqualTo(KanoCategory.ONE_DIMENSIONAL);
        var nobody = Kano.ofPairs(List.of(), NINETY_FIVE);
        assertThat(nobody.category()).isNull();
        assertThat(nobody.better().known()).isFalse();
        var unclear = Kano.ofPairs(List.of(new Kano.Pair(KanoAnswer.LIKE, KanoAnswer.LIKE)), NINETY_FIVE);
        assertThat(unclear.category()).isEqualTo(KanoCategory.QUESTIONABLE);
        assertThat(unclear.better().known()).isFalse();
    }

}
