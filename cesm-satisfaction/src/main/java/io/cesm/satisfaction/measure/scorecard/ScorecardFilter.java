package io.cesm.satisfaction.measure.scorecard;

import org.jspecify.annotations.Nullable;

import io.cesm.domain.customer.CustomerId;

/** Which scorecards are wanted. */
public record ScorecardFilter(@Nullable String q, @Nullable CustomerId customer, @Nullable Show show, boolean mine) {

    /** What about a scorecard needs a look. */
    public enum Show {

        /** Should be here and is not. */
        LATE,
        /** Is in dispute. */
        DISPUTED,
        /** A period did not come. */
        MISSED

    }

    public static ScorecardFilter of(CustomerId customer) {
        return new ScorecardFilter(null, customer, null, false);
    }

}
