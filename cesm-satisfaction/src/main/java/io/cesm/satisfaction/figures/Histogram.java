package io.cesm.satisfaction.figures;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * How often each whole mark of a scale was given, with or without weights. Shares, means,
 * scores and their intervals all follow from it, so that their cost does not grow with
 * the number of answers. "Does not apply" and skipped answers are not in it.
 */
public final class Histogram {

    private final int lowest;

    private final long[] counts;

    /** Σw of each mark; the counts if there are no weights. */
    private final double[] weights;

    /** Σw² of each mark; the counts if there are no weights. */
    private final double[] squares;

    private Histogram(int lowest, long[] counts, double[] weights, double[] squares) {
        if (counts.length == 0 || weights.length != counts.length || squares.length != counts.length) {
            throw new IllegalArgumentException("A histogram has as many weights as marks, and at least one mark");
        }
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] < 0 || !(weights[i] >= 0) || !(squares[i] >= 0)) {
                throw new IllegalArgumentException("Mark " + (lowest + i) + " was given a negative number of times");
            }
        }
        this.lowest = lowest;
        this.counts = counts;
        this.weights = weights;
        this.squares = squares;
    }

    /**
     * Answers that all weigh the same.
     * @param lowest the lowest mark
     * @param counts how often each mark was given, from the lowest to the highest
     */
    public static Histogram of(int lowest, long... counts) {
        return new Histogram(lowest, counts.clone(), doubles(counts), doubles(counts));
    }

    /**
     * Answers with weights, as kept in a roll-up.
     * @param weights Σw of each mark
     * @param squares Σw² of each mark
     */
    public static Histogram weighted(int lowest, long[] counts, double[] weights, double[] squares) {
        return new Histogram(lowest, counts.clone(), weights.clone(), squares.clone());
    }

    /**
     * Counts single answers.
     * @param weights one of each answer, or null if they all weigh the same
     * @throws IllegalArgumentException for a mark outside of the scale
     */
    public static Histogram counting(int lowest, int highest, int[] marks, double @Nullable [] weights) {
        var counts = new long[highest - lowest + 1];
        var sums = new double[counts.length];
        var squares = new double[counts.length];
        for (int i = 0; i < marks.length; i++) {
            if (marks[i] < lowest || marks[i] > highest) {
                throw new IllegalArgumentException(marks[i] + " is not on the scale " + lowest + " to " + highest);
            }
            double w = (weights == null) ? 1 : weights[i];
            counts[marks[i] - lowest]++;
            sums[marks[i] - lowest] += w;
            squares[marks[i] - lowest] += w * w;
        }
        return new Histogram(lowest, counts, sums, squares);
    }

    /** Both together; the scales have to be the same. */
    public Histogram plus(Histogram other) {
        if (lowest != other.lowest || counts.length != other.counts.length) {
            throw new IllegalArgumentException("Answers on different scales cannot be added");
        }
        var sum = new Histogram(lowest, counts.clone(), weights.clone(), squares.clone());
        for (int i = 0; i < counts.length; i++) {
            sum.counts[i] += other.counts[i];
            sum.weights[i] += other.weights[i];
            sum.squares[i] += other.squares[i];
        }
        return sum;
    }

    public int lowest() {
        return lowest;
    }

    public int highest() {
        return lowest + counts.length - 1;
    }

    /** How many answers. */
    public long n() {
        return Arrays.stream(counts).sum();
    }

    /** How many answers of this mark. */
    public long count(int mark) {
        return counts[mark - lowest];
    }

    /** How many answers without weights would say as much (Kish): {@code (Σw)²/Σw²}. */
    public double effective() {
        double w = weight();
        return (w == 0) ? 0 : w * w / Arrays.stream(squares).sum();
    }

    /**
     * The weighted share of the marks from … to, both included, between 0 and 1; not a
     * number if nobody answered.
     */
    public double share(int from, int to) {
        double part = 0;
        for (int mark = Math.max(from, lowest); mark <= Math.min(to, highest()); mark++) {
            part += weights[mark - lowest];
        }
        return part / weight();
    }

    /** The weighted mean; not a number if nobody answered. */
    public double mean() {
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += weights[i] * (lowest + i);
        }
        return sum / weight();
    }

    /**
     * The sample variance, {@code Σw(x − mean)²/Σw · n/(n − 1)} with the effective n; not
     * a number below two answers.
     */
    public double variance() {
        double mean = mean();
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += weights[i] * (lowest + i - mean) * (lowest + i - mean);
        }
        double effective = effective();
        return (effective > 1) ? sum / weight() * effective / (effective - 1) : Double.NaN;
    }

    boolean spans(int from, int to) {
        return lowest == from && highest() == to;
    }

    private double weight() {
        return Arrays.stream(weights).sum();
    }

    private static double[] doubles(long[] counts) {
        return Arrays.stream(counts).asDoubleStream().toArray();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Histogram that && lowest == that.lowest && Arrays.equals(counts, that.counts)
                && Arrays.equals(weights, that.weights) && Arrays.equals(squares, that.squares);
    }

    @Override
    public int hashCode() {
        return 31 * lowest + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return lowest + "–" + highest() + " " + Arrays.toString(counts);
    }

}
