package io.cesm.satisfaction.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

import io.cesm.domain.kernel.Refusal;

/**
 * Key drivers of an outcome, from the respondents who answered everything. Refused with
 * fewer than ten respondents per driver ({@code figures.too_few_cases}), without a driver
 * that varies or if the outcome does not ({@code figures.no_variation}), without drivers
 * ({@code figures.too_few_items}) and if the outcome is among them
 * ({@code figures.outcome_is_driver}).
 */
public final class DriverAnalysis {

    private static final int CASES_PER_DRIVER = 10;

    private DriverAnalysis() {
    }

    /** Shapley values up to ten drivers, relative weights above. */
    public static Drivers of(Columns answers, String outcome, List<String> drivers, Bootstrap bootstrap) {
        return (drivers.size() <= Shapley.MOST_DRIVERS) ? shapley(answers, outcome, drivers, bootstrap)
                : relativeWeights(answers, outcome, drivers, bootstrap);
    }

    /**
     * @throws Refusal {@code figures.too_many_drivers} above ten
     */
    public static Drivers shapley(Columns answers, String outcome, List<String> drivers, Bootstrap bootstrap) {
        var cases = Cases.of(answers, outcome, drivers);
        if (cases.drivers().size() > Shapley.MOST_DRIVERS) {
            throw new Refusal("figures.too_many_drivers", cases.drivers().size(), Shapley.MOST_DRIVERS);
        }
        return analyse(FigureMethod.SHAPLEY, cases, new Shapley(cases.drivers().size())::of, bootstrap);
    }

    public static Drivers relativeWeights(Columns answers, String outcome, List<String> drivers, Bootstrap bootstrap) {
        return analyse(FigureMethod.RELATIVE_WEIGHTS, Cases.of(answers, outcome, drivers), RelativeWeights::shares,
                bootstrap);
    }

    private static Drivers analyse(FigureMethod method, Cases cases, Function<double[][], double[]> shares,
            Bootstrap bootstrap) {
        int k = cases.drivers().size();
        var correlations = Correlations.of(cases.columns());
        var found = shares.apply(correlations);
        double sum = Arrays.stream(found).sum();
        var draws = (bootstrap.resamples() == 0) ? null : draws(cases.columns(), shares, bootstrap);
        long n = cases.columns().rows();
        var result = new ArrayList<Driver>();
        for (int i = 0; i < k; i++) {
            result.add(new Driver(cases.drivers().get(i),
                    Figure.of(method, n, found[i], (draws == null) ? null : bootstrap.interval(draws.shares(i))),
                    new Figure(method, n, n, (sum > 0) ? 100 * found[i] / sum : null,
                            (draws == null || sum <= 0) ? null : bootstrap.interval(draws.percents(i))),
                    correlations[k][i]));
        }
        result.sort(Comparator.comparingDouble((Driver driver) -> -shareOf(driver)));
        var rSquared = Figure.of(method, n, sum, (draws == null) ? null : bootstrap.interval(draws.sums()));
        return new Drivers(method, cases.outcome(), n, rSquared, result, cases.dropped());
    }

    private static double shareOf(Driver driver) {
        Double share = driver.share().value();
        return (share == null) ? 0 : share;
    }

    private static Draws draws(Columns columns, Function<double[][], double[]> shares, Bootstrap bootstrap) {
        var resampling = Resampling.of(columns, bootstrap.seed());
        var random = new SplittableRandom(bootstrap.seed() ^ 0x5DEECE66DL);
        var draw = Correlations.room(resampling.variables());
        var all = new double[bootstrap.resamples()][];
        for (int i = 0; i < all.length; i++) {
            resampling.draw(random, draw);
            all[i] = shares.apply(draw.matrix());
        }
        return new Draws(all);
    }

    /** The shares of every draw. */
    private record Draws(double[][] all) {

        double[] shares(int driver) {
            return Arrays.stream(all).mapToDouble(draw -> draw[driver]).toArray();
        }

        double[] sums() {
            return Arrays.stream(all).mapToDouble(draw -> Arrays.stream(draw).sum()).toArray();
        }

        double[] percents(int driver) {
            return Arrays.stream(all).mapToDouble(draw -> {
                double sum = Arrays.stream(draw).sum();
                return (sum > 0) ? 100 * draw[driver] / sum : 0;
            }).toArray();
        }

    }

    /** The complete rows of the drivers that vary, the outcome as last column. */
    private record Cases(Columns columns, List<String> drivers, String outcome, List<String> dropped) {

        static Cases of(Columns answers, String outcome, List<String> drivers) {
            if (drivers.isEmpty()) {
                throw new Refusal("figures.too_few_items", 0, 1);
            }
            if (drivers.contains(outcome)) {
                throw new Refusal("figures.outcome_is_driver", outcome);
            }
            var complete = answers.only(with(drivers, outcome)).complete();
            if (complete.rows() < 2) {
                throw new Refusal("figures.too_few_cases", complete.rows(), CASES_PER_DRIVER * drivers.size());
            }
            var varying = drivers.stream().filter(complete::varies).toList();
            if (varying.isEmpty() || !complete.varies(outcome)) {
                throw new Refusal("figures.no_variation", varying.isEmpty() ? drivers.getFirst() : outcome);
            }
            if (complete.rows() < CASES_PER_DRIVER * varying.size()) {
                throw new Refusal("figures.too_few_cases", complete.rows(), CASES_PER_DRIVER * varying.size());
            }
            var dropped = drivers.stream().filter(driver -> !varying.contains(driver)).toList();
            return new Cases(complete.only(with(varying, outcome)), varying, outcome, dropped);
        }

        private static List<String> with(List<String> drivers, String outcome) {
            var all = new ArrayList<>(drivers);
            all.add(outcome);
            return all;
        }

    }

}
