package io.cesm.satisfaction.figures;

/**
 * One driver of an outcome.
 *
 * @param share of R², 0 … 1
 * @param percent of what all drivers explain, 0 … 100
 * @param correlation with the outcome alone, −1 … 1; its sign is the direction of the
 * driver, whatever the sign in a regression beside the others would be
 */
public record Driver(String name, Figure share, Figure percent, double correlation) {

    public int sign() {
        return (int) Math.signum(correlation);
    }

}
