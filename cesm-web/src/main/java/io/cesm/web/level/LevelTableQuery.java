package io.cesm.web.level;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.level.LevelCustomerFilter;
import io.cesm.domain.level.LevelPeriod;
import io.cesm.domain.people.UnitId;
import io.cesm.web.layout.IdText;
import org.jspecify.annotations.Nullable;

/** The filters of the table of levels; the parameters of its address. */
record LevelTableQuery(@Nullable Integer tier, @Nullable String unit, @Nullable String dimension,
        @Nullable String period, @Nullable Figure show, @Nullable Boolean silent) {

    LevelCustomerFilter filter(Today today) {
        var query = new LevelQuery(period, dimension, null);
        return new LevelCustomerFilter(tier, unitId(), query.chosen(), query.in(today), Boolean.TRUE.equals(silent));
    }

    /** The figure in the cells. */
    public Figure figure() {
        return (show != null) ? show : Figure.SATISFACTION;
    }

    /** The file with the same filters. */
    public String export(String kind) {
        return Link.to("/levels/export." + kind)
            .with("tier", tier)
            .with("unit", unit)
            .with("dimension", dimension)
            .with("period", period)
            .with("silent", silent)
            .toString();
    }

    /** Leads to the readings behind a cell. */
    public String readings(CustomerId customer, LevelPeriod shown, @Nullable String in) {
        return Link.to("/levels/readings")
            .with("customer", customer)
            .with("below", false)
            .with("period", shown.code())
            .with("dimension", in)
            .with("level", figure().level())
            .toString();
    }

    public boolean isAny() {
        return tier != null || unitId() != null || (dimension != null && !dimension.isBlank())
                || (period != null && !period.isBlank()) || Boolean.TRUE.equals(silent);
    }

    private @Nullable UnitId unitId() {
        return IdText.read(unit, UnitId::of);
    }

}
