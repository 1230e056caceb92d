package io.cesm.governance.cost;

import java.math.BigDecimal;
import java.util.List;

import io.cesm.domain.customer.CustomerId;
import io.cesm.satisfaction.analysis.Claim;
import io.cesm.satisfaction.figures.Comparison;
import io.cesm.satisfaction.figures.Figure;
import org.jspecify.annotations.Nullable;

/**
 * What was spent, and how the perceived level moved: at customers money was spent on, at
 * the others, by dimension, and customer by customer.
 *
 * @param silent cases of which nobody said what they cost
 * @param with customers money was spent on
 * @param without the others of the same units and tiers
 * @param difference of the two gains
 */
public record CostPicture(BigDecimal spent, long cases, long silent, Group with, Group without, Comparison difference,
        List<Dimension> dimensions, List<Customer> customers) {

    public CostPicture {
        dimensions = List.copyOf(dimensions);
        customers = List.copyOf(customers);
    }

    /**
     * Customers of one kind.
     *
     * @param gain mean of the perceived level now less before, over customers of whom
     * both are known
     * @param test against no gain
     */
    public record Group(long customers, Figure gain, Comparison test, Recommend recommend) {
    }

    /**
     * The net promoter score of the answers of these customers.
     *
     * @param change now less before
     */
    public record Recommend(Figure before, Figure now, Comparison change) {
    }

    /** A dimension: what was spent on it, and how it is perceived now and before. */
    public record Dimension(String code, BigDecimal spent, long cases, @Nullable Double before, @Nullable Double now,
            Figure gain, Comparison test) {

        /**
         * What one point more cost per customer; only where the gain is more than chance.
         */
        public @Nullable Double perPoint() {
            return CostPicture.perPoint(spent, gain, test);
        }

    }

    /** A customer money was spent on. */
    public record Customer(CustomerId id, String name, @Nullable String nameEn, BigDecimal spent, long cases,
            @Nullable Double before, @Nullable Double now) {

        public @Nullable Double gain() {
            return (before == null || now == null) ? null : now - before;
        }

    }

    /** What one point more cost per customer money was spent on. */
    public @Nullable Double perPoint() {
        return perPoint(spent, with.gain(), with.test());
    }

    private static @Nullable Double perPoint(BigDecimal spent, Figure gain, Comparison test) {
        var value = gain.value();
        if (Claim.of(test) != Claim.HIGHER || value == null || spent.signum() == 0) {
            return null;
        }
        return spent.doubleValue() / (value * gain.n());
    }

}
