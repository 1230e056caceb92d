package io.cesm.web.dashboard;

import java.util.Locale;

import io.cesm.domain.people.UnitId;
import io.cesm.web.layout.IdText;
import io.cesm.web.level.Link;
import org.jspecify.annotations.Nullable;

/** Which board, of which unit. */
record BoardQuery(DashboardTiles.@Nullable Board board, @Nullable String unit) {

    DashboardTiles.Shown of(DashboardTiles tiles, Locale locale) {
        return tiles.of(board == null ? tiles.mine() : board, unitId(), locale);
    }

    /** The address of the table as a file. */
    public String file(String panel, String form) {
        return Link.to("/dashboard/" + panel + "." + form).with("board", board).with("unit", unit).toString();
    }

    private @Nullable UnitId unitId() {
        return IdText.read(unit, UnitId::of);
    }

}
