package io.cesm.satisfaction.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import io.cesm.domain.kernel.Refusal;

/**
 * Perception less expectation (SERVQUAL, Parasuraman et al. 1988) in the unit of the
 * scale; negative means the customers are let down.
 *
 * @param name of the item or dimension
 * @param expected mean of the pairs; no value for a mean of several items
 * @param perceived mean of the pairs; no value for a mean of several items
 * @param gap n is the number of pairs, of several items the number of respondents with at
 * least one pair
 * @param left how many answered only one of the two and do not count
 * @param test two-sided, against no gap
 */
public record Gap(String name, Figure expected, Figure perceived, Figure gap, long left, Comparison test,
        List<Gap> parts) {

    public Gap {
        parts = List.copyOf(parts);
    }

    /** Of one item: the mean of the differences of the people, with the paired t test. */
    public static Gap ofItem(PairedItem item, Confidence confidence) {
        var gaps = item.gaps();
        return new Gap(item.name(), Mean.of(item.expectedOfPairs(), FigureMethod.MEAN_T, confidence),
                Mean.of(item.perceivedOfPairs(), FigureMethod.MEAN_T, confidence),
                Mean.of(gaps, FigureMethod.GAP_PAIRED_T, confidence), item.left(), Comparing.paired(gaps, confidence),
                List.of());
    }

    /**
     * Of one item, from how often each difference P − E was given by one person, as kept
     * in a roll-up; without the two means.
     * @param left how many answered only one of the two
     */
    public static Gap ofDifferences(String name, Histogram differences, long left, Confidence confidence) {
        var moments = Moments.of(differences);
        var none = Figure.none(FigureMethod.MEAN_T);
        return new Gap(name, none, none, Mean.of(moments, FigureMethod.GAP_PAIRED_T, confidence), left,
                Comparing.paired(moments, confidence), List.of());
    }

    /**
     * Of a dimension: the mean of the gaps of its items, whatever their numbers of pairs.
     */
    public static Gap ofDimension(String name, List<PairedItem> items, Confidence confidence) {
        return overall(name, List.of(items), List.of(name), null, confidence).parts().getFirst();
    }

    /**
     * Of everything: the mean of the gaps of the dimensions, each with its weight.
     * @param dimensions the items of each dimension, all with the same respondents in the
     * same order
     * @param names of the dimensions
     * @param weights from 0, as in a distribution of 100 points; null for equal ones
     * @throws Refusal {@code figures.weight_negative}
     */
    public static Gap overall(String name, List<List<PairedItem>> dimensions, List<String> names,
            double @Nullable [] weights, Confidence confidence) {
        if (names.size() != dimensions.size() || dimensions.isEmpty()) {
            throw new IllegalArgumentException("Every dimension has one name, and there is at least one");
        }
        var parts = new ArrayList<Gap>();
        var known = new boolean[dimensions.size()];
        for (int i = 0; i < dimensions.size(); i++) {
            var part = linear(names.get(i), dimensions.get(i), equal(dimensions.get(i)),
                    dimensions.get(i).stream().map(item -> ofItem(item, confidence)).toList(), confidence);
            known[i] = part.gap().known();
            parts.add(part);
        }
        double[] shares = shares(weights, known);
        var items = new ArrayList<PairedItem>();
        var coefficients = new ArrayList<Double>();
        for (int i = 0; i < dimensions.size(); i++) {
            double share = shares[i];
            items.addAll(dimensions.get(i));
            Arrays.stream(equal(dimensions.get(i))).forEach(coefficient -> coefficients.add(share * coefficient));
        }
        return linear(name, items, coefficients.stream().mapToDouble(coefficient -> coefficient).toArray(), parts,
                confidence);
    }

    /**
     * A weighted mean of gaps that are already known, without interval.
     * @param weights from 0; null for equal ones
     */
    public static double mean(double[] gaps, double @Nullable [] weights) {
        var known = new boolean[gaps.length];
        Arrays.fill(known, true);
        double[] shares = shares(weights, known);
        return IntStream.range(0, gaps.length).mapToDouble(i -> shares[i] * gaps[i]).sum();
    }

    /**
     * Σ coefficient · mean gap of an item. Every respondent's influence on the sum is Σ
     * coefficient · (own gap − mean)/pairs of the item; the variance is the sum of the
     * squared influences, times N/(N − 1). Of one item, or with no answer missing, this
     * is exactly the paired t test of the respondents' own weighted means.
     */
    private static Gap linear(String name, List<PairedItem> items, double[] coefficients, List<Gap> parts,
            Confidence confidence) {
        int rows = items.isEmpty() ? 0 : items.getFirst().rows();
        var influences = new double[rows];
        var answered = new boolean[rows];
        double value = 0;
        long left = 0;
        for (int i = 0; i < coefficients.length; i++) {
            var item = items.get(i);
            if (item.rows() != rows) {
                throw new IllegalArgumentException("All items have the same respondents");
            }
            left += item.left();
            var gaps = item.gaps();
            if (coefficients[i] == 0) {
                continue;
            }
            value += coefficients[i] * gaps.mean();
            for (int row = 0; row < rows; row++) {
                if (!Double.isNaN(item.gap(row))) {
                    answered[row] = true;
                    influences[row] += coefficients[i] * (item.gap(row) - gaps.mean()) / gaps.n();
                }
            }
        }
        long n = IntStream.range(0, rows).filter(row -> answered[row]).count();
        double squares = Arrays.stream(influences).map(influence -> influence * influence).sum();
        var moments = new Moments(n, value, (n < 2) ? Double.NaN : squares * n * n / (n - 1.0));
        var none = Figure.none(FigureMethod.MEAN_T);
        return new Gap(name, none, none, Mean.of(moments, FigureMethod.GAP_LINEARISED, confidence), left,
                Comparing.paired(moments, confidence), parts);
    }

    /** An item nobody answered twice takes no part. */
    private static double[] equal(List<PairedItem> items) {
        var with = new HashSet<PairedItem>();
        items.stream().filter(item -> item.gaps().n() > 0).forEach(with::add);
        return items.stream().mapToDouble(item -> with.contains(item) ? 1.0 / with.size() : 0).toArray();
    }

    private static double[] shares(double @Nullable [] weights, boolean[] known) {
        if (weights != null && weights.length != known.length) {
            throw new IllegalArgumentException("Every gap has one weight");
        }
        var shares = new double[known.length];
        for (int i = 0; i < shares.length; i++) {
            double weight = (weights == null) ? 1 : weights[i];
            if (!(weight >= 0)) {
                throw new Refusal("figures.weight_negative", weight);
            }
            shares[i] = known[i] ? weight : 0;
        }
        double sum = Arrays.stream(shares).sum();
        return Arrays.stream(shares).map(share -> (sum > 0) ? share / sum : 0).toArray();
    }

}
