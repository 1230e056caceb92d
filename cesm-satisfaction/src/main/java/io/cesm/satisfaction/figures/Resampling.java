package io.cesm.satisfaction.figures;

import java.util.SplittableRandom;

/**
 * Correlation matrices of respondents drawn with replacement, without touching the
 * answers again. The rows are dealt at random into groups whose sums and cross products
 * are kept; a draw is a draw of groups. Up to {@value #GROUPS} rows every row is a group
 * of its own, which is the ordinary bootstrap; above, the random groups (Wolter 2007)
 * keep the expectation of every standard error and add about 1.6 % of noise to it, less
 * than 1,000 draws do. Columns are standardised first, so that no digits are lost.
 */
final class Resampling {

    static final int GROUPS = 2000;

    private final int variables;

    private final int groups;

    /** Of each group: number of rows, sums, products of the lower triangle. */
    private final double[] sums;

    private final int width;

    private Resampling(Columns complete, int groups, SplittableRandom random) {
        this.variables = complete.names().size();
        this.groups = groups;
        this.width = 1 + variables + variables * (variables + 1) / 2;
        this.sums = new double[groups * width];
        int[] order = shuffled(complete.rows(), random);
        var scaled = new double[variables][];
        for (int i = 0; i < variables; i++) {
            scaled[i] = standardise(complete.column(i));
        }
        var row = new double[variables];
        for (int at = 0; at < order.length; at++) {
            for (int i = 0; i < variables; i++) {
                row[i] = scaled[i][order[at]];
            }
            add(row, (int) ((long) at * groups / order.length) * width);
        }
    }

    static Resampling of(Columns complete, long seed) {
        return new Resampling(complete, Math.min(complete.rows(), GROUPS), new SplittableRandom(seed));
    }

    /** All rows once; means and deviations are those of the standardised columns. */
    static Correlations allOf(Columns complete) {
        var all = new Resampling(complete, 1, new SplittableRandom(0));
        var target = Correlations.room(all.variables);
        target.fill(all.sums[0], all.sums, 1);
        return target;
    }

    int variables() {
        return variables;
    }

    /** One draw; means and deviations are in units of the standardised columns. */
    void draw(SplittableRandom random, Correlations target) {
        int[] times = new int[groups];
        for (int i = 0; i < groups; i++) {
            times[random.nextInt(groups)]++;
        }
        var total = new double[width];
        for (int group = 0; group < groups; group++) {
            int weight = times[group];
            if (weight > 0) {
                int start = group * width;
                for (int i = 0; i < width; i++) {
                    total[i] += weight * sums[start + i];
                }
            }
        }
        target.fill(total[0], total, 1);
    }

    private void add(double[] row, int start) {
        sums[start]++;
        int product = start + 1 + variables;
        for (int i = 0; i < variables; i++) {
            sums[start + 1 + i] += row[i];
            for (int j = 0; j <= i; j++) {
                sums[product++] += row[i] * row[j];
            }
        }
    }

    private static double[] standardise(double[] values) {
        var moments = Moments.of(values);
        double scale = (moments.variance() > 0) ? moments.deviation() : 1;
        var standardised = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            standardised[i] = (values[i] - moments.mean()) / scale;
        }
        return standardised;
    }

    private static int[] shuffled(int n, SplittableRandom random) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

}
