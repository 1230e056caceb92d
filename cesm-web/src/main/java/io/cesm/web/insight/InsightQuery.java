package io.cesm.web.insight;

import io.cesm.domain.dimension.Flow;
import io.cesm.domain.people.UnitId;
import io.cesm.expectation.FiguresFilter;
import io.cesm.web.layout.IdText;
import io.cesm.web.level.Link;
import org.jspecify.annotations.Nullable;

/** The filters of the analysis; the parameters of its address. */
record InsightQuery(@Nullable Integer tier, @Nullable String unit, @Nullable Flow flow, @Nullable String dimension) {

    FiguresFilter filter() {
        return new FiguresFilter(tier, unitId(), flow, (dimension == null || dimension.isBlank()) ? null : dimension);
    }

    public boolean isAny() {
        return !filter().equals(FiguresFilter.ALL);
    }

    /** An address that keeps these filters. */
    Link keep(String path) {
        return Link.to(path).with("tier", tier).with("unit", unit).with("flow", flow).with("dimension", dimension);
    }

    private @Nullable UnitId unitId() {
        return IdText.read(unit, UnitId::of);
    }

}
