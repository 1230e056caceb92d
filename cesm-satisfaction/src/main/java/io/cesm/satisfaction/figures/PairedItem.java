package io.cesm.satisfaction.figures;

import java.util.Arrays;

/**
 * One item that was asked for expectation and perception, a row per respondent;
 * not-a-number stands for a missing answer. Both on the same scale.
 */
public final class PairedItem {

    private final String name;

    private final double[] expected;

    private final double[] perceived;

    private final double[] gaps;

    /**
     * @throws IllegalArgumentException if the lengths differ
     */
    public PairedItem(String name, double[] expected, double[] perceived) {
        this.name = name;
        this.expected = expected.clone();
        this.perceived = perceived.clone();
        this.gaps = Comparing.differences(perceived, expected);
    }

    public String name() {
        return name;
    }

    public int rows() {
        return gaps.length;
    }

    /** P − E of each respondent. */
    double gap(int row) {
        return gaps[row];
    }

    Moments gaps() {
        return Moments.of(gaps);
    }

    Moments expectedOfPairs() {
        return Moments.of(ofPairs(expected));
    }

    Moments perceivedOfPairs() {
        return Moments.of(ofPairs(perceived));
    }

    /** How many answered only one of the two. */
    long left() {
        long left = 0;
        for (int row = 0; row < gaps.length; row++) {
            left += (Double.isNaN(expected[row]) == Double.isNaN(perceived[row])) ? 0 : 1;
        }
        return left;
    }

    private double[] ofPairs(double[] answers) {
        var paired = Arrays.copyOf(answers, answers.length);
        for (int row = 0; row < paired.length; row++) {
            paired[row] = Double.isNaN(gaps[row]) ? Double.NaN : paired[row];
        }
        return paired;
    }

}
