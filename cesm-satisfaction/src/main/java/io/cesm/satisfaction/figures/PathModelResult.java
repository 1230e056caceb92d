package io.cesm.satisfaction.figures;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a path model says about the answers.
 *
 * @param n how many respondents answered all items
 * @param iterations after how many rounds the weights stood still
 */
public record PathModelResult(PathModel model, long n, int iterations, double min, double max,
        List<Construct> constructs, List<Path> paths) {

    /**
     * @param index mean on 0–100, weighted by the outer weights
     * @param rSquared how much its causes explain, 0 … 1; null if it has none
     * @param reliability Dillon–Goldstein's rho, wanted above 0.7
     * @param averageVariance mean of the squared loadings, wanted above 0.5
     */
    public record Construct(String name, Figure index, @Nullable Figure rSquared, double reliability,
            double averageVariance, List<Indicator> indicators) {

        public Construct {
            indicators = List.copyOf(indicators);
        }

    }

    /**
     * @param loading correlation of the item with its construct
     * @param outerWeight of the standardised item in the score of variance 1
     * @param indexWeight of the item as it was asked, together 1 for a construct; with a
     * negative one the index can leave 0–100
     */
    public record Indicator(String item, Figure loading, Figure outerWeight, double indexWeight) {
    }

    /**
     * @param coefficient standardised
     */
    public record Path(String from, String to, Figure coefficient) {
    }

    public PathModelResult {
        constructs = List.copyOf(constructs);
        paths = List.copyOf(paths);
    }

    /**
     * @throws IllegalArgumentException for a name that is not in the model
     */
    public Construct construct(String name) {
        return constructs.get(model.index(name));
    }

    public Figure path(String from, String to) {
        return paths.stream()
            .filter(path -> path.from().equals(from) && path.to().equals(to))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("There is no path " + from + " → " + to))
            .coefficient();
    }

    /**
     * The index of a construct among other respondents, a segment or a later wave, with
     * the weights found here.
     * @return 0–100 with the t interval over the respondents who answered its items
     */
    public Figure index(String name, Columns answers, Confidence confidence) {
        var indicators = construct(name).indicators();
        var complete = answers.only(indicators.stream().map(Indicator::item).toList()).complete();
        var scores = new double[complete.rows()];
        for (int i = 0; i < indicators.size(); i++) {
            var column = complete.column(i);
            for (int row = 0; row < scores.length; row++) {
                scores[row] += indicators.get(i).indexWeight() * 100 * (column[row] - min) / (max - min);
            }
        }
        return Mean.of(Moments.of(scores), FigureMethod.PLS_CENTROID, confidence);
    }

}
