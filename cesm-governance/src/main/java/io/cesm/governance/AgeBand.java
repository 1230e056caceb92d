package io.cesm.governance;

import org.jspecify.annotations.Nullable;

/** How long something has been open, in days. */
public enum AgeBand {

    WEEK(0, 7), MONTH(8, 30), QUARTER(31, 90), HALF_YEAR(91, 180), LONGER(181, null);

    private final int from;

    private final @Nullable Integer to;

    AgeBand(int from, @Nullable Integer to) {
        this.from = from;
        this.to = to;
    }

    /** The youngest age of the band. */
    public int from() {
        return from;
    }

    /** The oldest age of the band, null if it has no end. */
    public @Nullable Integer to() {
        return to;
    }

    /** The band of an age. */
    public static AgeBand of(int days) {
        for (var band : values()) {
            if (band.to == null || days <= band.to) {
                return band;
            }
        }
        return LONGER;
    }

}
