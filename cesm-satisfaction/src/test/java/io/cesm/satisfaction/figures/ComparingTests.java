package io.cesm.satisfaction.figures;

import java.util.Arrays;
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

/** Tests and sample sizes: sections 10 and 11 of docs/formulas.md. */
class ComparingTests {

    private static final double[] DRUG_1 = { 0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0 };

    private static final double[] DRUG_2 = { 1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4 };

    @Test
    void twoSharesByPooledZ() {
        var printed = Comparing.shares(28, 254, 36, 301, NINETY_FIVE);
        assertThat(requireNonNull(printed.statistic())).isCloseTo(-0.344, within(0.0005));
        assertThat(requireNonNull(printed.p())).isCloseTo(0.7307, within(0.0001));
        var other = Comparing.shares(140, 200, 255, 340, NINETY_FIVE);
        assertThat(requireNonNull(other.statistic())).isCloseTo(-1.266015, within(5e-7));
        same(other.p(), 0.205507774);
        same(other.difference(), -5);
        assertThat(other.verdict(0.05)).isEqualTo(Comparison.Verdict.NOT_SIGNIFICANT);
        assertThat(requireNonNull(other.interval()).contains(0)).isTrue();
    }

    @Test
    void theDifferenceOfSharesHasNewcombesInterval() {
        // Newcombe 1998, method 10: 56/70 against 48/80 -> 0.0524 … 0.3339
        var interval = requireNonNull(Comparing.shares(56, 70, 48, 80, NINETY_FIVE).interval());
        assertThat(interval.low()).isCloseTo(5.24, within(0.005));
        assertThat(interval.high()).isCloseTo(33.39, within(0.005));
    }

    @Test
    void welchOnTheSleepData() {
        var welch = Comparing.welch(DRUG_1, DRUG_2, NINETY_FIVE);
        same(welch.statistic(), -1.860813467);
        same(welch.df(), 17.776473516);
        same(welch.p(), 0.079394140);
        // as R prints: -3.3654832 0.2054832
        assertThat(requireNonNull(welch.interval()).low()).isCloseTo(-3.3654832, within(5e-8));
        assertThat(requireNonNull(welch.interval()).high()).isCloseTo(0.2054832, within(5e-8));
    }

    @Test
    void thePairedTestSeesMoreOfTheSamePeople() {
        // as R prints: t = -4.0621, df = 9, p-value = 0.002833
        var paired = Comparing.paired(DRUG_1, DRUG_2, NINETY_FIVE);
        assertThat(requireNonNull(paired.statistic())).isCloseTo(-4.0621, within(5e-5));
        assertThat(requireNonNull(paired.p())).isCloseTo(0.002833, within(5e-7));
        assertThat(paired.verdict(0.05)).isEqualTo(Comparison.Verdict.LOWER);
        var half = DRUG_2.clone();
        half[0] = Double.NaN;
        assertThat(Comparing.paired(DRUG_1, half, NINETY_FIVE).n1()).isEqualTo(9);
        assertThatIllegalArgumentException()
            .isThrownBy(() -> Comparing.paired(DRUG_1, new double[] { 1 }, NINETY_FIVE));
    }

    @Test
    void welchOfHistogramsIsWelchOfTheirAnswers() {
        var first = Histogram.of(1, 3, 5, 9, 2, 1);
        var second = Histogram.of(1, 1, 2, 3, 8, 9);
        assertThat(requireNonNull(Comparing.welch(first, second, NINETY_FIVE).p())).isCloseTo(
                requireNonNull(Comparing.welch(answers(first), answers(second), NINETY_FIVE).p()), within(1e-14));
    }

    @Test
    void sumsAreAsGoodAsAnswers() {
        var kept = Moments.ofSums(10, Arrays.stream(DRUG_1).sum(), Arrays.stream(DRUG_1).map(x -> x * x).sum());
        var other = Moments.ofSums(10, Arrays.stream(DRUG_2).sum(), Arrays.stream(DRUG_2).map(x -> x * x).sum());
        same(Comparing.welch(kept, other, NINETY_FIVE).statistic(), -1.860813467);
        same(Mean.of(kept, FigureMethod.MEAN_T, NINETY_FIVE).value(), 0.75);
        assertThat(Mean.of(Moments.ofSums(0, 0, 0), FigureMethod.MEAN_T, NINETY_FIVE).known()).isFalse();
        assertThat(Moments.ofSums(3, 0.3, 0.03).variance()).isCloseTo(0, within(1e-15));
    }

    @Test
    void changesOfTheSamePeople() {
        // approval of a prime minister, Agresti 1990: (|150 - 86| - 1)^2 / 236
        var approval = Comparing.mcNemar(794, 150, 86, 570);
        same(approval.statistic(), 63 * 63 / 236.0);
        assertThat(approval.method()).isEqualTo(FigureMethod.MCNEMAR);
        same(approval.difference(), 4);
        // binom.test(2, 12)$p.value
        var few = Comparing.mcNemar(20, 2, 10, 8);
        same(few.p(), 2 * (1 + 12 + 66) / 4096.0);
        assertThat(few.method()).isEqualTo(FigureMethod.MCNEMAR_EXACT);
        assertThat(Comparing.mcNemar(20, 5, 5, 8).p()).isEqualTo(1);
        assertThat(Comparing.mcNemar(20, 0, 0, 8).verdict(0.05)).isEqualTo(Comparison.Verdict.NOT_TESTABLE);
    }

    @Test
    void whatCannotBeTestedSaysSo() {
        double[] fives = { 5, 5, 5 };
        assertThat(Comparing.welch(fives, fives, NINETY_FIVE).p()).isNull();
        assertThat(Comparing.welch(fives, new double[0], NINETY_FIVE).difference()).isNull();
        assertThat(Comparing.welch(fives, new double[] { 4 }, NINETY_FIVE).p()).isNull();
        assertThat(Comparing.paired(fives, new double[] { 4, 4, 4 }, NINETY_FIVE).difference()).isEqualTo(1);
        assertThat(Comparing.shares(10, 10, 7, 7, NINETY_FIVE).p()).isNull();
        assertThat(Comparing.shares(0, 0, 7, 7, NINETY_FIVE).p()).isNull();
    }

    @Test
    void oneGroupWithoutSpreadCanStillBeCompared() {
        var comparison = Comparing.welch(new double[] { 5, 5, 5 }, new double[] { 1, 2, 3, 4 }, NINETY_FIVE);
        same(comparison.df(), 3);
        same(comparison.statistic(), 2.5 / Math.sqrt(5.0 / 12));
    }

    @Test
    void manyComparisonsAreJudgedTogether() {
        // p.adjust(c(0.01, 0.02, 0.03, 0.04, 0.05), "BH")
        assertThat(FalseDiscovery.adjust(new double[] { 0.03, 0.01, 0.05, 0.02, 0.04 }))
            .containsOnly(new double[] { 0.05 }, within(1e-15));
        assertThat(FalseDiscovery.adjust(new double[] { 0.001, 0.9, 0.02 }))
            .containsExactly(new double[] { 0.003, 0.9, 0.03 }, within(1e-15));
        assertThat(FalseDiscovery.adjust(new double[0])).isEmpty();
        var chance = Comparing.shares(60, 100, 46, 100, NINETY_FIVE);
        var nothing = Comparing.shares(50, 100, 50, 100, NINETY_FIVE);
        var untested = Comparing.shares(0, 10, 0, 10, NINETY_FIVE);
        assertThat(chance.verdict(0.05)).isEqualTo(Comparison.Verdict.HIGHER);
        var judged = Comparing.together(List.of(nothing, chance, untested, nothing));
        assertThat(judged.get(1).verdict(0.05)).isEqualTo(Comparison.Verdict.NOT_SIGNIFICANT);
        same(judged.get(1).adjusted(), 3 * requireNonNull(chance.p()));
        assertThat(judged.get(2).adjusted()).isNull();
    }

    @Test
    void adjustingKeepsTheOrderAndNeverHelps() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            double[] p = random.doubles(1 + random.nextInt(30)).toArray();
            var adjusted = FalseDiscovery.adjust(p);
            for (int i = 0; i < p.length; i++) {
                double slow = 1;
                for (double q : p) {
                    long rank = Arrays.stream(p).filter(it -> it <= q).count();
                    slow = (q >= p[i]) ? Math.min(slow, q * p.length / rank) : slow;
                }
                assertThat(adjusted[i]).as("seed %d", seed).isCloseTo(slow, within(1e-12)).isGreaterThanOrEqualTo(p[i]);
            }
        }
    }

    @Test
    void howManyToAsk() {
        assertThat(SampleSize.needed(0.10, SampleSize.WORST_NPS, 0, NINETY_FIVE)).isEqualTo(385);
        assertThat(SampleSize.needed(0.05, SampleSize.WORST_SHARE, 0, NINETY_FIVE)).isEqualTo(385);
        assertThat(SampleSize.needed(0.05, SampleSize.WORST_SHARE, 500, NINETY_FIVE)).isEqualTo(218);
        assertThat(SampleSize.needed(0.05, SampleSize.WORST_SHARE, 80, NINETY_FIVE)).isEqualTo(67);
        assertThat(SampleSize.needed(0.05, SampleSize.WORST_SHARE, 1, NINETY_FIVE)).isEqualTo(1);
        assertThat(SampleSize.invited(218, 0.25)).isEqualTo(872);
        assertThatExceptionOfType(Refusal.class)
            .isThrownBy(() -> SampleSize.needed(0, SampleSize.WORST_SHARE, 0, NINETY_FIVE));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> SampleSize.invited(10, 0));
    }

    private static double[] answers(Histogram histogram) {
        var answers = new double[(int) histogram.n()];
        int next = 0;
        for (int mark = histogram.lowest(); mark <= histogram.highest(); mark++) {
            for (long i = 0; i < histogram.count(mark); i++) {
                answers[next++] = mark;
            }
        }
        return answers;
    }

}
