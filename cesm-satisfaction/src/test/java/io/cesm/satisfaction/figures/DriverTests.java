package io.cesm.satisfaction.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.junit.jupiter.api.Test;

import io.cesm.domain.kernel.Refusal;

import static io.cesm.satisfaction.figures.Precisely.same;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

/**
 * Key drivers: section 8 of docs/formulas.md. The correlations are those of the data sets
 * mtcars and swiss, as any statistics program gives them.
 */
class DriverTests {

    /** cyl, disp, hp, wt, mpg. */
    private static final double[][] MTCARS = {
            { 1, 0.902032872146999, 0.832447452721819, 0.782495794463241, -0.852161959426613 },
            { 0.902032872146999, 1, 0.790948586369807, 0.887979922058138, -0.847551379262478 },
            { 0.832447452721819, 0.790948586369807, 1, 0.658747887344759, -0.776168371826586 },
            { 0.782495794463241, 0.887979922058138, 0.658747887344759, 1, -0.867659376517228 },
            { -0.852161959426613, -0.847551379262478, -0.776168371826586, -0.867659376517228, 1 } };

    /** Agriculture, Examination, Education, Catholic, Infant.Mortality, Fertility. */
    private static final double[][] SWISS = {
            { 1, -0.686542208617136, -0.639522518948320, 0.401095053048740, -0.060858608416582, 0.353079183619975 },
            { -0.686542208617136, 1, 0.698415296288483, -0.572741806064166, -0.114021596482034, -0.645882706457288 },
            { -0.639522518948320, 0.698415296288483, 1, -0.153858917090915, -0.099321845821346, -0.663788857035069 },
            { 0.401095053048740, -0.572741806064166, -0.153858917090915, 1, 0.175495907596623, 0.463684700651794 },
            { -0.060858608416582, -0.114021596482034, -0.099321845821346, 0.175495907596623, 1, 0.416556031434983 },
            { 0.353079183619975, -0.645882706457288, -0.663788857035069, 0.463684700651794, 0.416556031434983, 1 } };

    private static final double[][] TWO = { { 1, 0.4, 0.6 }, { 0.4, 1, 0.5 }, { 0.6, 0.5, 1 } };

    @Test
    void relativeWeightsAsPrinted() {
        double[] raw = RelativeWeights.shares(MTCARS);
        assertThat(raw).containsExactly(new double[] { 0.2096904, 0.1883043, 0.1799590, 0.2706812 }, within(5e-8));
        double sum = Arrays.stream(raw).sum();
        same(sum, 0.848634793);
        assertThat(Arrays.stream(raw).map(weight -> 100 * weight / sum).toArray())
            .containsExactly(new double[] { 24.70914, 22.18908, 21.20570, 31.89607 }, within(5e-6));
    }

    @Test
    void shapleyValuesAsPrinted() {
        double[] shares = Shapley.shares(SWISS);
        assertThat(shares).containsExactly(new double[] { 0.05709122, 0.17117303, 0.26013468, 0.10557015, 0.11276592 },
                within(5e-9));
        same(Arrays.stream(shares).sum(), 0.706735002);
    }

    @Test
    void bothMethodsAgreeOnTwoDrivers() {
        for (var shares : List.of(Shapley.shares(TWO), RelativeWeights.shares(TWO))) {
            same(shares[0], 0.275238095);
            same(shares[1], 0.165238095);
        }
    }

    @Test
    void shapleyIsTheMeanOverAllOrders() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 20; round++) {
            int k = 1 + random.nextInt(5);
            var correlations = Correlations.of(mixed(random, k, 40));
            var fast = Shapley.shares(correlations);
            var slow = overAllOrders(correlations);
            assertThat(fast).as("seed %d, %d drivers", seed, k).containsExactly(slow, within(1e-10));
            double sum = rSquared(correlations, IntStream.range(0, k).boxed().toList());
            assertThat(Arrays.stream(fast).sum()).as("seed %d", seed).isCloseTo(sum, within(1e-10));
            assertThat(Arrays.stream(RelativeWeights.shares(correlations)).sum()).as("seed %d", seed)
                .isCloseTo(sum, within(1e-10));
        }
    }

    @Test
    void aDriverAskedTwiceSharesWhatItExplains() {
        double[][] twice = { { 1, 1, 0.6 }, { 1, 1, 0.6 }, { 0.6, 0.6, 1 } };
        assertThat(Shapley.shares(twice)).containsExactly(new double[] { 0.18, 0.18 }, within(1e-12));
        assertThat(RelativeWeights.shares(twice)).containsExactly(new double[] { 0.18, 0.18 }, within(1e-12));
    }

    @Test
    void theStrongestComesFirstWithItsIntervalAndDirection() {
        var answers = mixed(new Random(7), 3, 400);
        var drivers = DriverAnalysis.of(answers, "y", List.of("x0", "x1", "x2"), Bootstrap.of(500, 11));
        assertThat(drivers.method()).isEqualTo(FigureMethod.SHAPLEY);
        assertThat(drivers.n()).isEqualTo(400);
        double before = 1;
        for (var driver : drivers.drivers()) {
            double share = requireNonNull(driver.share().value());
            assertThat(share).isLessThanOrEqualTo(before);
            assertThat(requireNonNull(driver.share().interval()).contains(share)).isTrue();
            assertThat(requireNonNull(driver.percent().interval()).contains(requireNonNull(driver.percent().value())))
                .isTrue();
            before = share;
        }
        assertThat(requireNonNull(drivers.rSquared().interval()).contains(requireNonNull(drivers.rSquared().value())))
            .isTrue();
        assertThat(DriverAnalysis.of(answers, "y", List.of("x0", "x1", "x2"), Bootstrap.of(500, 11)))
            .isEqualTo(drivers);
    }

    @Test
    void theDirectionIsThatOfTheSimpleCorrelation() {
        var random = new Random(3);
        var x = new double[100];
        var z = new double[100];
        var y = new double[100];
        for (int i = 0; i < 100; i++) {
            x[i] = random.nextGaussian();
            z[i] = x[i] + 0.3 * random.nextGaussian();
            y[i] = 2 * z[i] - x[i] + 0.1 * random.nextGaussian(); // regression sign of x
                                                                  // is negative
        }
        var drivers = DriverAnalysis.shapley(Columns.of(List.of("x", "z", "y"), x, z, y), "y", List.of("x", "z"),
                Bootstrap.NONE);
        assertThat(drivers.drivers()).allSatisfy(driver -> assertThat(driver.sign()).isEqualTo(1));
        assertThat(drivers.rSquared().interval()).isNull();
    }

    @Test
    void whatCannotBeWorkedOutIsRefused() {
        var answers = mixed(new Random(5), 3, 29);
        refused("figures.too_few_cases", answers, "x0", "x1", "x2");
        var same = Columns.of(List.of("x0", "flat", "y"), answers.column("x0"), new double[29], answers.column("y"));
        refused("figures.no_variation", same, "flat");
        assertThat(DriverAnalysis.shapley(same, "y", List.of("x0", "flat"), Bootstrap.NONE).dropped())
            .containsExactly("flat");
        var noOutcome = Columns.of(List.of("x0", "y"), answers.column("x0"), new double[29]);
        refused("figures.no_variation", noOutcome, "x0");
        var nobody = new double[29];
        Arrays.fill(nobody, Double.NaN);
        refused("figures.outcome_is_driver", answers, "x0", "y");
        refused("figures.too_few_items", answers);
        refused("figures.too_few_cases", Columns.of(List.of("x0", "y"), nobody, answers.column("y")), "x0");
    }

    @Test
    void elevenDriversGoToRelativeWeights() {
        var answers = mixed(new Random(6), 11, 200);
        var names = IntStream.range(0, 11).mapToObj(i -> "x" + i).toList();
        assertThat(DriverAnalysis.of(answers, "y", names, Bootstrap.of(100, 1)).method())
            .isEqualTo(FigureMethod.RELATIVE_WEIGHTS);
        refused("figures.too_many_drivers", answers, names.toArray(String[]::new));
    }

    @Test
    void groupsOfRowsGiveTheErrorOfTheOrdinaryBootstrap() {
        var answers = mixed(new Random(8), 4, 6000);
        var names = List.of("x0", "x1", "x2", "x3");
        var drivers = DriverAnalysis.shapley(answers, "y", names, Bootstrap.of(2000, 21));
        var random = new Random(9);
        var draws = new double[4][2000];
        for (int i = 0; i < 2000; i++) {
            int[] rows = random.ints(6000, 0, 6000).toArray();
            var shares = Shapley.shares(Correlations.of(answers.rows(rows)));
            for (int j = 0; j < 4; j++) {
                draws[j][i] = shares[j];
            }
        }
        for (var driver : drivers.drivers()) {
            var fast = requireNonNull(driver.share().interval());
            var slow = Bootstrap.of(2000, 1).interval(draws[names.indexOf(driver.name())]);
            assertThat(fast.high() - fast.low()).as(driver.name())
                .isCloseTo(slow.high() - slow.low(), within(0.15 * (slow.high() - slow.low())));
            assertThat(fast.low()).isCloseTo(slow.low(), within(0.15 * (slow.high() - slow.low())));
        }
    }

    private static void refused(String code, Columns answers, String... drivers) {
        assertThatExceptionOfType(Refusal.class)
            .isThrownBy(() -> DriverAnalysis.shapley(answers, "y", List.of(drivers), Bootstrap.NONE))
            .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    /** Drivers that have something in common, and an outcome of all of them. */
    private static Columns mixed(Random random, int k, int n) {
        var columns = new double[k + 1][n];
        for (int row = 0; row < n; row++) {
            double common = random.nextGaussian();
            double outcome = random.nextGaussian();
            for (int i = 0; i < k; i++) {
                columns[i][row] = common + random.nextGaussian();
                outcome += (i + 1.0) / k * columns[i][row];
            }
            columns[k][row] = outcome;
        }
        var names = new ArrayList<>(IntStream.range(0, k).mapToObj(i -> "x" + i).toList());
        names.add("y");
        return Columns.of(names, columns);
    }

    private static double[] overAllOrders(double[][] correlations) {
        int k = correlations.length - 1;
        var order = new ArrayList<>(IntStream.range(0, k).boxed().toList());
        var shares = new double[k];
        int orders = permute(order, 0, correlations, shares);
        return Arrays.stream(shares).map(share -> share / orders).toArray();
    }

    private static int permute(List<Integer> order, int from, double[][] correlations, double[] shares) {
        if (from == order.size()) {
            for (int i = 0; i < order.size(); i++) {
                shares[order.get(i)] += rSquared(correlations, order.subList(0, i + 1))
                        - rSquared(correlations, order.subList(0, i));
            }
            return 1;
        }
        int count = 0;
        for (int i = from; i < order.size(); i++) {
            Collections.swap(order, from, i);
            count += permute(order, from + 1, correlations, shares);
            Collections.swap(order, from, i);
        }
        return count;
    }

    /** By solving the normal equations. */
    private static double rSquared(double[][] correlations, List<Integer> drivers) {
        int k = drivers.size();
        if (k == 0) {
            return 0;
        }
        var matrix = MatrixUtils.createRealMatrix(k, k);
        var right = new double[k];
        for (int i = 0; i < k; i++) {
            right[i] = correlations[drivers.get(i)][correlations.length - 1];
            for (int j = 0; j < k; j++) {
                matrix.setEntry(i, j, correlations[drivers.get(i)][drivers.get(j)]);
            }
        }
        var beta = new LUDecomposition(matrix).getSolver().solve(MatrixUtils.createRealVector(right));
        return beta.dotProduct(MatrixUtils.createRealVector(right));
    }

}
