package io.cesm.satisfaction.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.cesm.domain.kernel.Refusal;

/**
 * The European customer satisfaction index: path models by partial least squares on
 * standardised items (Tenenhaus et al. 2005), Mode A, centroid scheme, as R's
 * {@code semPLS} fits them (Monecke and Leisch 2012, JSS 48(3)).
 */
public final class PathModelling {

    private static final int CASES_PER_PATH = 10;

    private PathModelling() {
    }

    /**
     * @param answers the respondents; only those who answered all items of the model
     * count
     * @param min the lowest mark of the items
     * @param max the highest mark of the items
     * @throws Refusal {@code figures.too_few_cases} below ten respondents per path to one
     * construct, {@code figures.no_variation}, {@code figures.model_item} for an item
     * without answers, {@code figures.model_no_solution} if the weights never stand still
     */
    public static PathModelResult fit(Columns answers, PathModel model, double min, double max, Bootstrap bootstrap) {
        for (var item : model.items()) {
            if (!answers.names().contains(item)) {
                throw new Refusal("figures.model_item", item);
            }
        }
        var complete = answers.only(model.items()).complete();
        int needed = CASES_PER_PATH * model.mostCauses();
        if (complete.rows() < needed) {
            throw new Refusal("figures.too_few_cases", complete.rows(), needed);
        }
        complete.requireVariation();
        var weights = new PathWeights(model);
        var fit = solved(weights.fit(Correlations.of(complete), null));
        var items = model.items().stream().map(item -> Moments.of(complete.column(item))).toList();
        var estimate = Estimate.of(fit, model, items, null);
        var draws = (bootstrap.resamples() == 0) ? List.<Estimate>of()
                : draws(complete, model, weights, fit.weights(), items, bootstrap);
        return new Report(model, complete.rows(), min, max, estimate, draws, bootstrap).result(fit.rounds());
    }

    private static List<Estimate> draws(Columns complete, PathModel model, PathWeights weights, double[] like,
            List<Moments> items, Bootstrap bootstrap) {
        var resampling = Resampling.of(complete, bootstrap.seed());
        var random = new SplittableRandom(bootstrap.seed() ^ 0x5DEECE66DL);
        var draw = Correlations.room(resampling.variables());
        var all = new ArrayList<Estimate>();
        for (int tries = 0; all.size() < bootstrap.resamples(); tries++) {
            if (tries > 2 * bootstrap.resamples()) {
                throw new Refusal("figures.model_no_solution");
            }
            resampling.draw(random, draw);
            var fit = weights.fit(draw.matrix(), like);
            if (fit != null && Arrays.stream(fit.coefficients()).noneMatch(Double::isNaN)) {
                all.add(Estimate.of(fit, model, items, draw));
            }
        }
        return all;
    }

    private static PathWeights.Fit solved(PathWeights.@Nullable Fit fit) {
        if (fit == null || Arrays.stream(fit.coefficients()).anyMatch(Double::isNaN)) {
            throw new Refusal("figures.model_no_solution");
        }
        return fit;
    }

    /**
     * All that is told of one set of respondents.
     *
     * @param indexWeights of the items as they were asked
     * @param means of the constructs on the scale of the items
     */
    private record Estimate(PathWeights.Fit fit, double[] indexWeights, double[] means) {

        static Estimate of(PathWeights.Fit fit, PathModel model, List<Moments> items, @Nullable Correlations draw) {
            var indexWeights = new double[items.size()];
            var means = new double[model.constructs().size()];
            int from = 0;
            for (int construct = 0; construct < means.length; construct++) {
                int to = from + model.constructs().get(construct).items().size();
                double sum = 0;
                for (int i = from; i < to; i++) {
                    double deviation = items.get(i).deviation() * ((draw == null) ? 1 : draw.deviations()[i]);
                    indexWeights[i] = (deviation > 0) ? fit.weights()[i] / deviation : 0;
                    sum += indexWeights[i];
                }
                for (int i = from; i < to; i++) {
                    indexWeights[i] /= sum;
                    double moved = (draw == null) ? 0 : items.get(i).deviation() * draw.means()[i];
                    means[construct] += indexWeights[i] * (items.get(i).mean() + moved);
                }
                from = to;
            }
            return new Estimate(fit, indexWeights, means);
        }

    }

    private record Report(PathModel model, long n, double min, double max, Estimate estimate, List<Estimate> draws,
            Bootstrap bootstrap) {

        PathModelResult result(int rounds) {
            var constructs = new ArrayList<PathModelResult.Construct>();
            int item = 0;
            for (int i = 0; i < model.constructs().size(); i++) {
                var construct = model.constructs().get(i);
                constructs.add(construct(i, construct, item));
                item += construct.items().size();
            }
            var paths = new ArrayList<PathModelResult.Path>();
            for (int i = 0; i < model.paths().size(); i++) {
                int at = i;
                var path = model.paths().get(i);
                paths.add(new PathModelResult.Path(path.from(), path.to(),
                        figure(each -> each.fit().coefficients()[at])));
            }
            return new PathModelResult(model, n, rounds, min, max, constructs, paths);
        }

        private PathModelResult.Construct construct(int at, PathModel.Construct construct, int firstItem) {
            var indicators = new ArrayList<PathModelResult.Indicator>();
            double sum = 0;
            double squares = 0;
            int k = construct.items().size();
            for (int i = 0; i < k; i++) {
                int item = firstItem + i;
                double loading = estimate.fit().loadings()[item];
                sum += loading;
                squares += loading * loading;
                indicators.add(new PathModelResult.Indicator(construct.items().get(i),
                        figure(each -> each.fit().loadings()[item]), figure(each -> each.fit().weights()[item]),
                        estimate.indexWeights()[item]));
            }
            var index = figure(each -> 100 * (each.means()[at] - min) / (max - min));
            var rSquared = model.causes(at).isEmpty() ? null : figure(each -> each.fit().explained()[at]);
            return new PathModelResult.Construct(construct.name(), index, rSquared,
                    sum * sum / (sum * sum + k - squares), squares / k, indicators);
        }

        private Figure figure(Function<Estimate, Double> number) {
            var interval = draws.isEmpty() ? null
                    : bootstrap.interval(draws.stream().mapToDouble(number::apply).toArray());
            return Figure.of(FigureMethod.PLS_CENTROID, n, number.apply(estimate), interval);
        }

    }

}
