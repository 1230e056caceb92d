package io.cesm.satisfaction.figures;

import java.util.Arrays;

import io.cesm.domain.kernel.Refusal;

/**
 * The index of the ACSI type (Fornell et al. 1996):
 * {@code 100·Σ wᵢ(x̄ᵢ − min)/(max − min)}, as a rule of three items on 1–10. Without the
 * weights of the ACSI it may not be called by its name; the label says which weights it
 * has.
 */
public final class AcsiTypeIndex {

    private AcsiTypeIndex() {
    }

    /**
     * From the respondents who answered all items.
     * @param weights none for equal ones, else one per item, from 0 and together 1
     * @return 0–100 with the t interval over the respondents
     * @throws Refusal {@code figures.weights_sum} if the weights are not together 1
     */
    public static Figure of(Columns items, double min, double max, Confidence confidence, double... weights) {
        var complete = items.complete();
        var share = weights(complete.names().size(), weights);
        var index = new double[complete.rows()];
        for (int item = 0; item < share.length; item++) {
            var answers = complete.column(item);
            for (int row = 0; row < index.length; row++) {
                index[row] += 100 * share[item] * onScale(answers[row], min, max);
            }
        }
        return Mean.of(Moments.of(index), method(weights), confidence);
    }

    /**
     * From the means of the items alone, hence without interval.
     * @param n how many respondents are behind the means
     */
    public static Figure ofMeans(long n, double[] means, double min, double max, double... weights) {
        var share = weights(means.length, weights);
        double index = 0;
        for (int item = 0; item < share.length; item++) {
            index += 100 * share[item] * onScale(means[item], min, max);
        }
        return (n == 0) ? Figure.none(method(weights)) : Figure.of(method(weights), n, index, null);
    }

    private static FigureMethod method(double[] weights) {
        return (weights.length == 0) ? FigureMethod.ACSI_TYPE_EQUAL : FigureMethod.ACSI_TYPE_OWN;
    }

    private static double[] weights(int items, double[] weights) {
        if (weights.length == 0) {
            var equal = new double[items];
            Arrays.fill(equal, 1.0 / items);
            return equal;
        }
        if (weights.length != items) {
            throw new IllegalArgumentException("Every item has one weight");
        }
        double sum = Arrays.stream(weights).sum();
        if (!(Math.abs(sum - 1) <= 1e-6) || Arrays.stream(weights).anyMatch(weight -> weight < 0)) {
            throw new Refusal("figures.weights_sum", sum);
        }
        return weights;
    }

    private static double onScale(double answer, double min, double max) {
        if (!(min <= answer && answer <= max && min < max)) {
            throw new IllegalArgumentException(answer + " is not on the scale " + min + " to " + max);
        }
        return (answer - min) / (max - min);
    }

}
