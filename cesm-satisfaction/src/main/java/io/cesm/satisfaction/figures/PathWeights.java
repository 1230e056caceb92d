package io.cesm.satisfaction.figures;

import java.util.Arrays;
import java.util.List;

import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.jspecify.annotations.Nullable;

/**
 * The algorithm of partial least squares on a correlation matrix of the items (Wold 1982;
 * Lohmöller 1989): scores of the constructs are weighted sums of their items; each weight
 * is the covariance of the item with the sum of the neighbouring constructs, each with
 * the sign of its correlation (centroid scheme, Mode A); until nothing moves.
 */
final class PathWeights {

    private static final int ROUNDS = 1000;

    private static final double STILL = 1e-12;

    private final PathModel model;

    private final int constructs;

    /** The construct of each item. */
    private final int[] block;

    private final boolean[][] neighbours;

    PathWeights(PathModel model) {
        this.model = model;
        this.constructs = model.constructs().size();
        this.block = new int[model.items().size()];
        this.neighbours = new boolean[constructs][constructs];
        int item = 0;
        for (int i = 0; i < constructs; i++) {
            for (int j = 0; j < model.constructs().get(i).items().size(); j++) {
                block[item++] = i;
            }
        }
        for (var path : model.paths()) {
            int from = model.index(path.from());
            int to = model.index(path.to());
            neighbours[from][to] = true;
            neighbours[to][from] = true;
        }
    }

    /**
     * @param loadings of each item on its own construct
     * @param scores correlations of the constructs
     * @param coefficients in the order of the paths of the model
     * @param explained R² of each construct, 0 without causes
     */
    record Fit(int rounds, double[] weights, double[] loadings, double[][] scores, double[] coefficients,
            double[] explained) {
    }

    /**
     * @param like weights by whose direction each construct is turned, or null to turn it
     * so that its loadings are positive on the whole
     * @return null if the weights never stand still
     */
    @Nullable Fit fit(double[][] items, double @Nullable [] like) {
        var weights = new double[block.length];
        Arrays.fill(weights, 1);
        scale(items, weights);
        for (int round = 1; round <= ROUNDS; round++) {
            var next = improved(items, weights);
            scale(items, next);
            double moved = 0;
            for (int i = 0; i < next.length; i++) {
                moved = Math.max(moved, Math.abs(next[i] - weights[i]));
            }
            weights = next;
            if (moved < STILL) {
                return finished(round, items, turned(items, weights, like));
            }
        }
        return null;
    }

    private double[] improved(double[][] items, double[] weights) {
        var withConstructs = withConstructs(items, weights);
        var scores = scores(withConstructs, weights);
        var next = new double[weights.length];
        for (int item = 0; item < next.length; item++) {
            for (int other = 0; other < constructs; other++) {
                if (neighbours[block[item]][other]) {
                    next[item] += Math.signum(scores[block[item]][other]) * withConstructs[item][other];
                }
            }
        }
        return next;
    }

    /** The covariance of each item with each construct. */
    private double[][] withConstructs(double[][] items, double[] weights) {
        var covariances = new double[weights.length][constructs];
        for (int item = 0; item < weights.length; item++) {
            for (int other = 0; other < weights.length; other++) {
                covariances[item][block[other]] += items[item][other] * weights[other];
            }
        }
        return covariances;
    }

    private double[][] scores(double[][] withConstructs, double[] weights) {
        var scores = new double[constructs][constructs];
        for (int item = 0; item < weights.length; item++) {
            for (int other = 0; other < constructs; other++) {
                scores[block[item]][other] += weights[item] * withConstructs[item][other];
            }
        }
        return scores;
    }

    /** To scores of variance 1. */
    private void scale(double[][] items, double[] weights) {
        var scores = scores(withConstructs(items, weights), weights);
        for (int item = 0; item < weights.length; item++) {
            double variance = scores[block[item]][block[item]];
            weights[item] = (variance > 0) ? weights[item] / Math.sqrt(variance) : 0;
        }
    }

    private double[] turned(double[][] items, double[] weights, double @Nullable [] like) {
        var withConstructs = withConstructs(items, weights);
        var direction = new double[constructs];
        for (int item = 0; item < weights.length; item++) {
            direction[block[item]] += ((like == null) ? 1 : like[item]) * withConstructs[item][block[item]];
        }
        var turned = new double[weights.length];
        for (int item = 0; item < weights.length; item++) {
            turned[item] = (direction[block[item]] < 0) ? -weights[item] : weights[item];
        }
        return turned;
    }

    private Fit finished(int rounds, double[][] items, double[] weights) {
        var withConstructs = withConstructs(items, weights);
        var scores = scores(withConstructs, weights);
        var loadings = new double[weights.length];
        for (int item = 0; item < weights.length; item++) {
            loadings[item] = withConstructs[item][block[item]];
        }
        var coefficients = new double[model.paths().size()];
        var explained = new double[constructs];
        for (int i = 0; i < constructs; i++) {
            var causes = model.causes(i);
            var found = regression(scores, causes, i);
            for (int j = 0; j < found.length; j++) {
                coefficients[model.paths().indexOf(path(causes.get(j), i))] = found[j];
                explained[i] += found[j] * scores[causes.get(j)][i];
            }
        }
        return new Fit(rounds, weights, loadings, scores, coefficients, explained);
    }

    private PathModel.Path path(int from, int to) {
        return new PathModel.Path(model.constructs().get(from).name(), model.constructs().get(to).name());
    }

    /** Not a number if the causes determine one another. */
    private static double[] regression(double[][] scores, List<Integer> causes, int effect) {
        int k = causes.size();
        if (k == 0) {
            return new double[0];
        }
        var matrix = new double[k][k];
        var right = new double[k];
        for (int i = 0; i < k; i++) {
            right[i] = scores[causes.get(i)][effect];
            for (int j = 0; j < k; j++) {
                matrix[i][j] = scores[causes.get(i)][causes.get(j)];
            }
        }
        var solver = new LUDecomposition(MatrixUtils.createRealMatrix(matrix)).getSolver();
        if (!solver.isNonSingular()) {
            Arrays.fill(right, Double.NaN);
            return right;
        }
        return solver.solve(MatrixUtils.createRealVector(right)).toArray();
    }

}
