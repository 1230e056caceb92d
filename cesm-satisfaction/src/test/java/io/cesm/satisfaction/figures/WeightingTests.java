package io.cesm.satisfaction.figures;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.cesm.domain.kernel.Refusal;

import static io.cesm.satisfaction.figures.Precisely.near;
import static io.cesm.satisfaction.figures.Precisely.same;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

/** Weights and field work: section 11 of docs/formulas.md. */
class WeightingTests {

    private static final double[][] TABLE = { { 80, 170, 150 }, { 90, 80, 210 }, { 10, 80, 130 } };

    private static final double[][] FITTED = { { 73.008211338, 167.640619110, 189.351169600 },
            { 69.390388669, 66.649272100, 223.960339200 }, { 7.601399993, 65.710108790, 136.688491200 } };

    private static final double[] ROWS = { 430, 360, 210 };

    private static final double[] COLUMNS = { 150, 300, 550 };

    @Test
    void whatWeightsCost() {
        double[] weights = { 1, 1, 1, 1, 2, 2, 4 };
        same(Kish.designEffect(weights), 1.361111111);
        same(Kish.effective(weights), 5.142857143);
        same(Kish.designEffect(new double[] { 3, 3, 3 }), 1);
        assertThatIllegalArgumentException().isThrownBy(() -> Kish.effective(new double[2]));
        assertThatIllegalArgumentException().isThrownBy(() -> Kish.effective(new double[] { 1, -1 }));
    }

    @Test
    void fittingATableToItsTotals() {
        var fitted = Raking.fit(TABLE, ROWS, COLUMNS);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                assertThat(fitted[i][j]).isCloseTo(FITTED[i][j], near(FITTED[i][j]));
            }
        }
        assertThat(TABLE[0][0]).isEqualTo(80);
    }

    @Test
    void rakingRespondentsFitsTheTableOfTheirGroups() {
        var margins = margins();
        var weights = Raking.rake(margins, null, Raking.Caps.NONE);
        assertThat(weights.reached()).isTrue();
        var values = weights.values();
        int at = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double sum = Arrays.stream(values, at, at + (int) TABLE[i][j]).sum();
                assertThat(sum).as("cell %d %d", i, j).isCloseTo(FITTED[i][j], within(1e-7));
                at += (int) TABLE[i][j];
            }
        }
        same(weights.designEffect(), Kish.designEffect(values));
        assertThat(weights.effective()).isLessThan(1000);
    }

    @Test
    void noWeightLeavesTheCapsAndTheMissIsTold() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            int n = 50 + random.nextInt(200);
            int[] first = random.ints(n, 0, 3).toArray();
            int[] second = random.ints(n, 0, 2).toArray();
            first[0] = 0;
            first[1] = 1;
            first[2] = 2;
            second[0] = 0;
            second[1] = 1;
            var margins = List.of(
                    new Margin("tier", List.of("A", "B", "C"), first, random.doubles(3, 0.1, 5).toArray()),
                    new Margin("region", List.of("N", "S"), second, random.doubles(2, 0.1, 5).toArray()));
            var weights = Raking.rake(margins, null, Raking.Caps.USUAL);
            assertThat(Arrays.stream(weights.values()).boxed()).as("seed %d", seed)
                .allMatch(weight -> weight >= 0.3 && weight <= 3);
            assertThat(weights.designEffect()).as("seed %d", seed).isGreaterThanOrEqualTo(1 - 1e-12);
            if (weights.capped() == 0) {
                assertThat(weights.reached()).as("seed %d", seed).isTrue();
            }
            var free = Raking.rake(margins, null, Raking.Caps.NONE);
            assertThat(free.reached()).as("seed %d", seed).isTrue();
        }
    }

    @Test
    void unknownGroupsKeepTheirWeight() {
        var margin = new Margin("tier", List.of("A", "B"), new int[] { 0, 0, 0, 1, -1 }, new double[] { 50, 50 });
        var weights = Raking.rake(List.of(margin), null, Raking.Caps.NONE).values();
        assertThat(weights).containsExactly(new double[] { 2.0 / 3, 2.0 / 3, 2.0 / 3, 2, 1 }, within(1e-9));
    }

    @Test
    void aGroupWithoutRespondentsIsRefused() {
        assertThatExceptionOfType(Refusal.class)
            .isThrownBy(() -> new Margin("tier", List.of("A", "B"), new int[] { 0, 0 }, new double[] { 1, 1 }))
            .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("figures.group_empty"));
        assertThatExceptionOfType(Refusal.class)
            .isThrownBy(() -> new Margin("tier", List.of("A", "B"), new int[] { 0, 1 }, new double[] { 1, 0 }))
            .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("figures.group_without_total"));
    }

    @Test
    void responseCooperationAndBreakOff() {
        same(new FieldWork(300, 0, 0, 0, 5, 150, 0.9).response().value(), 68.1818181818);
        var work = new FieldWork(60, 20, 30, 50, 10, 100, 0.5);
        same(work.response().value(), 100 * 60 / 220.0);
        same(work.cooperation().value(), 50);
        same(work.breakOff().value(), 25);
        same(FieldWork.coverage(80, 200).value(), 40);
        assertThat(work.response().interval()).isNull();
        assertThat(new FieldWork(0, 0, 0, 0, 0, 0, 1).response().known()).isFalse();
        assertThat(FieldWork.coverage(0, 0).known()).isFalse();
        var both = work.plus(new FieldWork(1, 2, 3, 4, 5, 300, 1));
        same(both.eligible(), (50 + 300) / 400.0);
        assertThat(both.complete()).isEqualTo(61);
    }

    private static List<Margin> margins() {
        int[] rows = new int[1000];
        int[] columns = new int[1000];
        int at = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                Arrays.fill(rows, at, at + (int) TABLE[i][j], i);
                Arrays.fill(columns, at, at + (int) TABLE[i][j], j);
                at += (int) TABLE[i][j];
            }
        }
        return List.of(new Margin("rows", List.of("1", "2", "3"), rows, ROWS),
                new Margin("columns", List.of("1", "2", "3"), columns, COLUMNS));
    }

}
