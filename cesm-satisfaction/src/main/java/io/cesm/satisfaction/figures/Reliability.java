package io.cesm.satisfaction.figures;

import java.util.ArrayList;
import java.util.List;

import org.hipparchus.distribution.continuous.FDistribution;
import org.jspecify.annotations.Nullable;

import io.cesm.domain.kernel.Refusal;

/**
 * Whether several items measure one thing: Cronbach's alpha (1951) over the respondents
 * who answered all items, with the interval of Feldt (1965).
 *
 * @param alpha at most 1, below 0 if the items contradict one another
 */
public record Reliability(Figure alpha, List<Item> items) {

    /**
     * @param alphaIfDropped alpha of the other items; null if only one would be left or
     * they do not vary
     * @param restCorrelation with the sum of the other items; null if one of both does
     * not vary
     */
    public record Item(String name, @Nullable Double alphaIfDropped, @Nullable Double restCorrelation) {
    }

    public Reliability {
        items = List.copyOf(items);
    }

    /**
     * @param items at least two, all turned so that more is better
     * @throws Refusal {@code figures.too_few_items}, {@code figures.too_few_cases} (below
     * two complete rows) or {@code figures.no_variation}
     */
    public static Reliability of(Columns items, Confidence confidence) {
        int k = items.names().size();
        if (k < 2) {
            throw new Refusal("figures.too_few_items", k, 2);
        }
        var complete = items.complete();
        int n = complete.rows();
        if (n < 2) {
            throw new Refusal("figures.too_few_cases", n, 2);
        }
        var alpha = alpha(complete);
        if (alpha == null) {
            throw new Refusal("figures.no_variation", String.join(", ", items.names()));
        }
        var dropping = new ArrayList<Item>();
        for (var name : items.names()) {
            var others = complete.only(items.names().stream().filter(other -> !other.equals(name)).toList());
            dropping.add(new Item(name, (k == 2) ? null : alpha(others), correlation(complete.column(name), others)));
        }
        return new Reliability(Figure.of(FigureMethod.CRONBACH_ALPHA, n, alpha, interval(alpha, n, k, confidence)),
                dropping);
    }

    private static @Nullable Double alpha(Columns items) {
        int k = items.names().size();
        double parts = 0;
        for (int i = 0; i < k; i++) {
            parts += Moments.of(items.column(i)).variance();
        }
        double total = Moments.of(totals(items)).variance();
        return (total > 0) ? k / (k - 1.0) * (1 - parts / total) : null;
    }

    private static @Nullable Double correlation(double[] item, Columns others) {
        var both = Columns.of(List.of("item", "rest"), item, totals(others));
        return (both.varies("item") && both.varies("rest")) ? Correlations.of(both)[1][0] : null;
    }

    private static double[] totals(Columns items) {
        var totals = new double[items.rows()];
        for (int row = 0; row < totals.length; row++) {
            totals[row] = items.total(row);
        }
        return totals;
    }

    private static @Nullable Interval interval(double alpha, int n, int k, Confidence confidence) {
        if (alpha >= 1) {
            return null;
        }
        var f = new FDistribution(n - 1.0, (n - 1.0) * (k - 1));
        return new Interval(1 - (1 - alpha) * f.inverseCumulativeProbability(confidence.upper()),
                1 - (1 - alpha) * f.inverseCumulativeProbability(confidence.lower()), confidence.level());
    }

}
