package io.cesm.satisfaction.measure.scorecard;

import org.jspecify.annotations.Nullable;

/** A scorecard as it is now. */
public record ScorecardDetails(ScorecardId id, String number, ScorecardWish about, String customerName,
        @Nullable String customerNameEn, @Nullable String ownerName, long version) {

    /** How a period that starts on a day is called. */
    public String label(java.time.LocalDate start) {
        return about.cadence().label(start);
    }

}
