package io.cesm.satisfaction.figures;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;

import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;

import io.cesm.domain.kernel.Refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Small bases: section 12 of docs/formulas.md. */
class DisclosureTests {

    private static final SmallBase RULE = SmallBase.STANDARD;

    @Test
    void aHiddenPartIsNeverTheOnlyOne() {
        assertThat(Disclosure.hidden(new long[] { 9, 3 }, RULE)).containsExactly(true, true);
        assertThat(Disclosure.hidden(new long[] { 9, 3, 7 }, RULE)).containsExactly(false, true, true);
        assertThat(Disclosure.hidden(new long[] { 9, 1, 2, 7 }, RULE)).containsExactly(false, true, true, true);
        assertThat(Disclosure.hidden(new long[] { 9, 4, 2, 7 }, RULE)).containsExactly(false, true, true, false);
        assertThat(Disclosure.hidden(new long[] { 9, 5, 0 }, RULE)).containsExactly(false, false, false);
        assertThat(Disclosure.hidden(new long[] { 3, 0 }, RULE)).containsExactly(true, false);
        assertThat(Disclosure.hidden(new long[0], RULE)).isEmpty();
    }

    @Test
    void whatIsHiddenTogetherIsNeverSmall() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 2000; round++) {
            long[] cells = random.longs(1 + random.nextInt(8), 0, 15).toArray();
            var hidden = Disclosure.hidden(cells, RULE);
            long people = 0;
            int count = 0;
            boolean allHidden = true;
            for (int i = 0; i < cells.length; i++) {
                assertThat(hidden[i] || RULE.showing(cells[i]) != Showing.HIDDEN).as("seed %d", seed).isTrue();
                people += hidden[i] ? cells[i] : 0;
                count += hidden[i] ? 1 : 0;
                allHidden &= hidden[i] || cells[i] == 0;
            }
            assertThat(count == 0 || allHidden || (count > 1 && people >= 5))
                .as("seed %d %s", seed, Arrays.toString(cells))
                .isTrue();
        }
    }

    @Test
    void aTableHidesASquareAroundASmallCell() {
        var hidden = Disclosure.hidden(new long[][] { { 3, 20, 30 }, { 10, 40, 50 }, { 60, 15, 70 } }, RULE);
        assertThat(hidden.cell(0, 0)).isTrue();
        assertThat(hidden.none()).isFalse();
        int count = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                count += hidden.cell(i, j) ? 1 : 0;
            }
        }
        assertThat(count).isEqualTo(4);
        assertThat(hidden.row(0)).isFalse();
        assertThat(Disclosure.hidden(new long[][] { { 30, 20 }, { 10, 0 } }, RULE).none()).isTrue();
    }

    @Test
    void noHiddenCellFollowsFromTheTotals() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            int rows = 1 + random.nextInt(5);
            int columns = 1 + random.nextInt(5);
            var cells = new long[rows][columns];
            for (var row : cells) {
                Arrays.setAll(row, j -> (random.nextInt(4) == 0) ? random.nextInt(6) : random.nextInt(40));
            }
            assertNothingFollows(cells, Disclosure.hidden(cells, RULE), seed);
        }
    }

    /**
     * Unknown are the hidden cells and the hidden totals; known is that every line adds
     * up. An unknown that adds nothing to the rank of what is known can be worked out.
     */
    private static void assertNothingFollows(long[][] cells, HiddenCells hidden, long seed) {
        int rows = cells.length;
        int columns = cells[0].length;
        int width = columns + 1;
        long all = Arrays.stream(cells).flatMapToLong(Arrays::stream).sum();
        var unknown = new boolean[(rows + 1) * width];
        var equations = new double[rows + columns + 2][unknown.length];
        for (int i = 0; i <= rows; i++) {
            for (int j = 0; j <= columns; j++) {
                boolean hide = (i < rows && j < columns) ? hidden.cell(i, j)
                        : (i < rows) ? hidden.row(i) : j < columns && hidden.column(j);
                if (hide) {
                    unknown[i * width + j] = true;
                    equations[i][i * width + j] = (j < columns) ? 1 : -1;
                    equations[rows + 1 + j][i * width + j] = (i < rows) ? 1 : -1;
                }
                else if (i < rows && j < columns) {
                    assertThat(RULE.showing(cells[i][j])).as("seed %d", seed).isNotEqualTo(Showing.HIDDEN);
                }
            }
        }
        if (RULE.showing(all) == Showing.HIDDEN) {
            return; // nothing is shown at all
        }
        int rank = rank(equations);
        for (int at = 0; at < unknown.length; at++) {
            if (unknown[at]) {
                var more = Arrays.copyOf(equations, equations.length + 1);
                more[equations.length] = new double[unknown.length];
                more[equations.length][at] = 1;
                assertThat(rank(more)).as("seed %d %s place %d", seed, Arrays.deepToString(cells), at)
                    .isEqualTo(rank + 1);
            }
        }
    }

    private static int rank(double[][] rows) {
        return new SingularValueDecomposition(MatrixUtils.createRealMatrix(rows)).getRank();
    }

    @Test
    void aSecondLookMayNotSingleOutFewPeople() {
        var east = new BitSet();
        east.set(0, 30);
        var eastWithoutThree = (BitSet) east.clone();
        eastWithoutThree.clear(4, 7);
        refused(east, eastWithoutThree);
        refused(eastWithoutThree, east);
        var eastWithoutFive = (BitSet) east.clone();
        eastWithoutFive.clear(4, 9);
        assertThatCode(() -> Disclosure.requireDistance(east, eastWithoutFive, RULE)).doesNotThrowAnyException();
        assertThatCode(() -> Disclosure.requireDistance(east, east, RULE)).doesNotThrowAnyException();
        assertThatCode(() -> Disclosure.requireDistance(3, 2, RULE)).doesNotThrowAnyException();
    }

    private static void refused(BitSet shown, BitSet wanted) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Disclosure.requireDistance(shown, wanted, RULE))
            .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("figures.too_similar"));
    }

}
