package io.cesm.web.dashboard;

import java.util.Locale;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;

/** The dashboards for programs, nothing rounded. */
@RestController
@PreAuthorize("hasAuthority('VIEW')")
class DashboardApi {

    private final DashboardTiles tiles;

    DashboardApi(DashboardTiles tiles) {
        this.tiles = tiles;
    }

    /** The board of one's role, or the one asked for, with its tiles and tables. */
    @GetMapping("/api/v1/dashboard")
    public DashboardTiles.Shown picture(@ModelAttribute("query") BoardQuery query, Locale locale) {
        return query.of(tiles, locale);
    }

}
