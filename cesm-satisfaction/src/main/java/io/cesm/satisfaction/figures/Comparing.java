package io.cesm.satisfaction.figures;

import java.util.List;
import java.util.Objects;

import org.hipparchus.distribution.discrete.BinomialDistribution;

/** Two-sided tests of two groups, of the same people twice, and of many at once. */
public final class Comparing {

    /** Below so many changes McNemar's test is made exactly. */
    private static final long FEW_CHANGES = 25;

    private Comparing() {
    }

    /**
     * Two shares of different people: pooled z. The interval of the difference is the
     * hybrid score interval of Newcombe (1998, method 10).
     * @return difference and interval in percentage points; no p if all answers of both
     * are the same or one has none
     */
    public static Comparison shares(long hits1, long n1, long hits2, long n2, Confidence confidence) {
        if (hits1 < 0 || hits1 > n1 || hits2 < 0 || hits2 > n2) {
            throw new IllegalArgumentException("A share has 0 to n hits");
        }
        if (n1 == 0 || n2 == 0) {
            return Comparison.impossible(FigureMethod.TWO_SHARES_Z, n1, n2);
        }
        return shares(n1, n1, (double) hits1 / n1, n2, n2, (double) hits2 / n2, confidence);
    }

    /** The shares of the marks from … to in two groups, with effective n. */
    public static Comparison shares(Histogram first, Histogram second, int from, int to, Confidence confidence) {
        if (first.n() == 0 || second.n() == 0) {
            return Comparison.impossible(FigureMethod.TWO_SHARES_Z, first.n(), second.n());
        }
        return shares(first.n(), first.effective(), first.share(from, to), second.n(), second.effective(),
                second.share(from, to), confidence);
    }

    private static Comparison shares(long n1, double effective1, double p1, long n2, double effective2, double p2,
            Confidence confidence) {
        double pooled = (effective1 * p1 + effective2 * p2) / (effective1 + effective2);
        double difference = p1 - p2;
        double error = Math.sqrt(pooled * (1 - pooled) * (1 / effective1 + 1 / effective2));
        if (!(error > 0)) {
            return Comparison.untested(FigureMethod.TWO_SHARES_Z, n1, n2, 100 * difference);
        }
        var first = Share.wilson(p1, effective1, confidence);
        var second = Share.wilson(p2, effective2, confidence);
        var interval = new Interval(difference - Math.hypot(p1 - first.low(), second.high() - p2),
                difference + Math.hypot(first.high() - p1, p2 - second.low()), confidence.level());
        return Comparison.ofZ(FigureMethod.TWO_SHARES_Z, n1, n2, 100 * difference, difference / error,
                interval.scaled(0, 100));
    }

    /**
     * Means of different people, whose variances may differ: Welch (1947).
     * @param first not-a-number stands for a missing answer
     * @return no p below two answers or if all answers of both are the same
     */
    public static Comparison welch(double[] first, double[] second, Confidence confidence) {
        return welch(Moments.of(first), Moments.of(second), confidence);
    }

    /** The same from histograms, with effective n. */
    public static Comparison welch(Histogram first, Histogram second, Confidence confidence) {
        return welch(first.n(), Moments.of(first).mean(), first.variance(), first.effective(), second.n(),
                second.mean(), second.variance(), second.effective(), confidence);
    }

    /** The same from sums kept in a roll-up. */
    public static Comparison welch(Moments first, Moments second, Confidence confidence) {
        return welch(first.n(), first.mean(), first.variance(), first.n(), second.n(), second.mean(), second.variance(),
                second.n(), confidence);
    }

    private static Comparison welch(long n1, double mean1, double variance1, double effective1, long n2, double mean2,
            double variance2, double effective2, Confidence confidence) {
        if (n1 == 0 || n2 == 0) {
            return Comparison.impossible(FigureMethod.WELCH_T, n1, n2);
        }
        double error1 = variance1 / effective1;
        double error2 = variance2 / effective2;
        double square = error1 + error2;
        if (!(square > 0)) {
            return Comparison.untested(FigureMethod.WELCH_T, n1, n2, mean1 - mean2);
        }
        double df = square * square / (error1 * error1 / (effective1 - 1) + error2 * error2 / (effective2 - 1));
        return Comparison.ofT(FigureMethod.WELCH_T, n1, n2, mean1 - mean2, Math.sqrt(square), df, confidence);
    }

    /**
     * The first less the second answer of the same people; a pair counts only if both are
     * there.
     * @throws IllegalArgumentException if the lengths differ
     */
    public static Comparison paired(double[] first, double[] second, Confidence confidence) {
        return paired(Moments.of(differences(first, second)), confidence);
    }

    /** The same from sums of the differences kept in a roll-up. */
    public static Comparison paired(Moments differences, Confidence confidence) {
        long n = differences.n();
        if (n == 0) {
            return Comparison.impossible(FigureMethod.PAIRED_T, 0, 0);
        }
        if (!(differences.variance() > 0)) {
            return Comparison.untested(FigureMethod.PAIRED_T, n, n, differences.mean());
        }
        return Comparison.ofT(FigureMethod.PAIRED_T, n, n, differences.mean(), Math.sqrt(differences.error()), n - 1.0,
                confidence);
    }

    static double[] differences(double[] first, double[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException("Pairs need as many first as second answers");
        }
        var differences = new double[first.length];
        for (int i = 0; i < first.length; i++) {
            differences[i] = first[i] - second[i];
        }
        return differences;
    }

    /**
     * Whether a yes/no of the same people moved: McNemar (1947), with continuity
     * correction as in R's {@code mcnemar.test}; exactly below 25 changes.
     * @param both yes twice
     * @param onlyFirst yes, then no
     * @param onlySecond no, then yes
     * @param neither no twice
     * @return difference of the two shares in percentage points; the statistic is χ² with
     * one degree of freedom
     */
    public static Comparison mcNemar(long both, long onlyFirst, long onlySecond, long neither) {
        if (both < 0 || onlyFirst < 0 || onlySecond < 0 || neither < 0) {
            throw new IllegalArgumentException("No cell has fewer than 0 people");
        }
        long n = both + onlyFirst + onlySecond + neither;
        long changes = onlyFirst + onlySecond;
        var method = (changes < FEW_CHANGES) ? FigureMethod.MCNEMAR_EXACT : FigureMethod.MCNEMAR;
        if (n == 0) {
            return Comparison.impossible(method, 0, 0);
        }
        double difference = 100.0 * (onlyFirst - onlySecond) / n;
        if (changes == 0) {
            return Comparison.untested(method, n, n, difference);
        }
        if (changes < FEW_CHANGES) {
            double tail = new BinomialDistribution((int) changes, 0.5)
                .cumulativeProbability((int) Math.min(onlyFirst, onlySecond));
            return new Comparison(method, n, n, difference, null, null, null, Math.min(1, 2 * tail), null);
        }
        double distance = Math.max(0, Math.abs(onlyFirst - onlySecond) - 1.0);
        double square = distance * distance / changes;
        return new Comparison(method, n, n, difference, null, square, null, Confidence.pOfZ(Math.sqrt(square)), null);
    }

    /**
     * Judges many comparisons together by the false discovery rate (Benjamini–Hochberg
     * 1995); those without p take no part.
     * @return the same comparisons in the same order, each with its adjusted p
     */
    public static List<Comparison> together(List<Comparison> comparisons) {
        var tested = comparisons.stream().map(Comparison::p).filter(Objects::nonNull).mapToDouble(p -> p).toArray();
        var adjusted = FalseDiscovery.adjust(tested);
        var next = new int[1];
        return comparisons.stream()
            .map(comparison -> (comparison.p() == null) ? comparison : comparison.adjustedTo(adjusted[next[0]++]))
            .toList();
    }

}
