package io.cesm.satisfaction.figures;

/** One weight per respondent, about 1 on average, and what they cost. */
public final class Weights {

    private final double[] values;

    private final int rounds;

    private final double worst;

    private final long capped;

    Weights(double[] values, int rounds, double worst, long capped) {
        this.values = values;
        this.rounds = rounds;
        this.worst = worst;
        this.capped = capped;
    }

    public double[] values() {
        return values.clone();
    }

    public int rounds() {
        return rounds;
    }

    /** By how much the share of a group is missed at most, 0 … 1. */
    public double worstMiss() {
        return worst;
    }

    /** Whether every group has its share, to a millionth. */
    public boolean reached() {
        return worst < 1e-6;
    }

    /** How many weights stand at a cap. */
    public long capped() {
        return capped;
    }

    public double designEffect() {
        return Kish.designEffect(values);
    }

    public double effective() {
        return Kish.effective(values);
    }

}
