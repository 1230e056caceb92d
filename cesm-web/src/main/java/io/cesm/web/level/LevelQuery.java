package io.cesm.web.level;

import io.cesm.domain.level.LevelPeriod;
import org.jspecify.annotations.Nullable;

/** What of a customer's levels is shown; the parameters of the address. */
record LevelQuery(@Nullable String period, @Nullable String dimension, @Nullable Boolean below) {

    static LevelQuery usual() {
        return new LevelQuery(null, null, null);
    }

    LevelPeriod in(Today today) {
        return LevelPeriod.parse(period, today.day());
    }

    @Nullable String chosen() {
        return (dimension == null || dimension.isBlank()) ? null : dimension;
    }

    /** With all companies and sites below, unless it is said otherwise. */
    boolean withAllBelow() {
        return !Boolean.FALSE.equals(below);
    }

}
