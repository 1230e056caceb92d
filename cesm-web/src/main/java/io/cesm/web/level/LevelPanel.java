package io.cesm.web.level;

import java.util.List;
import java.util.Map;

import io.cesm.domain.customer.CustomerCard;
import io.cesm.domain.level.Level;
import io.cesm.domain.level.LevelPeriod;
import io.cesm.domain.level.LevelsOverview;
import io.cesm.perception.GapWaterfall;
import org.jspecify.annotations.Nullable;

/**
 * Everything the pages of one customer's levels show.
 *
 * @param periods what can be chosen, by code, in words
 * @param dimensions what can be chosen, by code, in words
 * @param says what the picture says, sentence by sentence
 * @param basis the names of the dimensions the overall levels are taken over
 */
record LevelPanel(CustomerCard customer, LevelPeriod period, @Nullable String dimension, boolean below,
        Map<String, String> periods, Map<String, String> dimensions, LevelsOverview overview, GapWaterfall waterfall,
        List<LevelBar> bars, List<String> says, List<String> basis, List<HeatRow> heat) {

    /** The levels in the order in which a gap is walked. */
    public List<Level> levels() {
        return List.of(Level.values());
    }

    /** Leads to the readings behind a level. */
    public String readings(Level level, @Nullable String in) {
        return readings(level, in, period.code());
    }

    /** Leads to the readings behind a level in another period. */
    public String readings(Level level, @Nullable String in, String when) {
        return Link.to("/levels/readings")
            .with("customer", customer.id())
            .with("period", when)
            .with("below", below)
            .with("level", level)
            .with("dimension", in)
            .toString();
    }

    /** Whether a level of some dimensions is not part of the overall levels. */
    public boolean isPartial() {
        return dimension == null && basis.size() < overview.dimensions().size();
    }

}
