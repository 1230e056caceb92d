package io.cesm.satisfaction.figures;

import java.util.Arrays;
import java.util.List;

import io.cesm.domain.kernel.Refusal;

/**
 * What is known of everybody, and where each respondent belongs: for instance the tiers
 * of all customers.
 */
public final class Margin {

    private final String name;

    private final List<String> groups;

    private final int[] memberships;

    private final double[] shares;

    /**
     * @param memberships the group of each respondent by its place in the list; −1 if it
     * is not known
     * @param totals of each group among everybody, people or shares
     * @throws Refusal {@code figures.group_empty} if a group has a total but no
     * respondents, {@code figures.group_without_total} if it has respondents but no total
     */
    public Margin(String name, List<String> groups, int[] memberships, double[] totals) {
        if (groups.isEmpty() || groups.size() != totals.length) {
            throw new IllegalArgumentException("Every group of " + name + " has one total");
        }
        this.name = name;
        this.groups = List.copyOf(groups);
        this.memberships = memberships.clone();
        double sum = Arrays.stream(totals).sum();
        this.shares = Arrays.stream(totals).map(total -> total / sum).toArray();
        long[] members = new long[totals.length];
        for (int group : memberships) {
            if (group < -1 || group >= totals.length) {
                throw new IllegalArgumentException("There is no group " + group + " of " + name);
            }
            if (group >= 0) {
                members[group]++;
            }
        }
        for (int i = 0; i < totals.length; i++) {
            if (!(totals[i] >= 0)) {
                throw new Refusal("figures.weight_negative", totals[i]);
            }
            if (totals[i] > 0 && members[i] == 0) {
                throw new Refusal("figures.group_empty", name, groups.get(i));
            }
            if (totals[i] == 0 && members[i] > 0) {
                throw new Refusal("figures.group_without_total", name, groups.get(i));
            }
        }
    }

    public String name() {
        return name;
    }

    public List<String> groups() {
        return groups;
    }

    int rows() {
        return memberships.length;
    }

    /** Makes the weights of each group add up to its share. */
    void adjust(double[] weights) {
        var sums = sums(weights);
        double known = Arrays.stream(sums).sum();
        for (int row = 0; row < weights.length; row++) {
            int group = memberships[row];
            if (group >= 0 && sums[group] > 0) {
                weights[row] *= shares[group] * known / sums[group];
            }
        }
    }

    /** How far the weighted shares are from the true ones, at most. */
    double worst(double[] weights) {
        var sums = sums(weights);
        double known = Arrays.stream(sums).sum();
        double worst = 0;
        for (int i = 0; i < sums.length; i++) {
            worst = Math.max(worst, Math.abs(sums[i] / known - shares[i]));
        }
        return worst;
    }

    private double[] sums(double[] weights) {
        var sums = new double[shares.length];
        for (int row = 0; row < weights.length; row++) {
            if (memberships[row] >= 0) {
                sums[memberships[row]] += weights[row];
            }
        }
        return sums;
    }

}
