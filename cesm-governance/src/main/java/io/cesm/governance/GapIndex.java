package io.cesm.governance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

import io.cesm.expectation.ExpectationFigures.GapSum;
import io.cesm.perception.Finding;
import org.jspecify.annotations.Nullable;

/**
 * The gap index {@code Σ wρ(P − E) / Σ wρ} of each customer over its expectation records,
 * w the importance and ρ the role weight of who said it.
 *
 * @param customers the greatest loss first
 */
public record GapIndex(List<Row> customers) {

    /** The index of one customer. */
    public record Row(GapSum sum, BigDecimal index) {

        /** The index with one decimal. */
        public BigDecimal shown() {
            return index.setScale(1, RoundingMode.HALF_UP);
        }

        /** Below (≤ −5), between, or above (≥ +5). */
        public Finding.Verdict band() {
            return Finding.verdict(index);
        }

    }

    public GapIndex {
        customers = List.copyOf(customers);
    }

    static GapIndex of(List<GapSum> sums) {
        return new GapIndex(sums.stream()
            .map(it -> new Row(it, it.weighted().divide(it.weight(), 6, RoundingMode.HALF_UP)))
            .toList());
    }

    /** How many customers are in a band. */
    public long count(Finding.Verdict band) {
        return customers.stream().filter(it -> it.band() == band).count();
    }

    /** How many expectation records stand behind all of it. */
    public long n() {
        return customers.stream().mapToLong(it -> it.sum().n()).sum();
    }

    /** The index over all customers together, null without any record. */
    public @Nullable BigDecimal overall() {
        var weight = customers.stream().map(it -> it.sum().weight()).reduce(BigDecimal.ZERO, BigDecimal::add);
        var weighted = customers.stream().map(it -> it.sum().weighted()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return (weight.signum() == 0) ? null : weighted.divide(weight, 1, RoundingMode.HALF_UP);
    }

}
