package io.cesm.satisfaction.figures;

import org.jspecify.annotations.Nullable;

/**
 * How far two people who coded the same comments agree beyond chance: Cohen's kappa
 * (1960) with the large-sample interval of Fleiss, Cohen and Everitt (1969).
 *
 * @param observed share of comments with the same code, 0 … 1; null without comments
 * @param kappa 1 for agreement throughout, 0 for no more than chance; no value if both
 * used only one and the same code
 */
public record Agreement(@Nullable Double observed, Figure kappa) {

    /**
     * @param table how many comments the first coder put into the row and the second into
     * the column; as many columns as rows
     */
    public static Agreement of(long[][] table, Confidence confidence) {
        int k = table.length;
        var rows = new double[k];
        var columns = new double[k];
        double n = 0;
        double same = 0;
        for (int i = 0; i < k; i++) {
            if (table[i].length != k) {
                throw new IllegalArgumentException("Both coders have the same codes");
            }
            for (int j = 0; j < k; j++) {
                if (table[i][j] < 0) {
                    throw new IllegalArgumentException("No cell has fewer than 0 comments");
                }
                n += table[i][j];
                rows[i] += table[i][j];
                columns[j] += table[i][j];
                same += (i == j) ? table[i][j] : 0;
            }
        }
        if (n == 0) {
            return new Agreement(null, Figure.none(FigureMethod.COHEN_KAPPA));
        }
        double observed = same / n;
        double chance = 0;
        for (int i = 0; i < k; i++) {
            chance += rows[i] / n * (columns[i] / n);
        }
        if (chance >= 1) {
            return new Agreement(observed, new Figure(FigureMethod.COHEN_KAPPA, (long) n, n, null, null));
        }
        double kappa = (observed - chance) / (1 - chance);
        double variance = variance(table, rows, columns, n, observed, chance);
        var interval = (variance > 0)
                ? Interval.around(kappa, confidence.z() * Math.sqrt(variance), confidence).within(-1, 1) : null;
        return new Agreement(observed, Figure.of(FigureMethod.COHEN_KAPPA, (long) n, kappa, interval));
    }

    private static double variance(long[][] table, double[] rows, double[] columns, double n, double observed,
            double chance) {
        double sum = 0;
        for (int i = 0; i < table.length; i++) {
            for (int j = 0; j < table.length; j++) {
                double term = (i == j) ? (1 - chance) - (rows[i] + columns[i]) / n * (1 - observed)
                        : (1 - observed) * (columns[i] + rows[j]) / n;
                sum += table[i][j] / n * term * term;
            }
        }
        double shift = observed * chance - 2 * chance + observed;
        return (sum - shift * shift) / (n * Math.pow(1 - chance, 4));
    }

}
