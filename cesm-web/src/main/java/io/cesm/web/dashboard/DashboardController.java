package io.cesm.web.dashboard;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.table.TableKind;
import io.cesm.web.layout.UnitTree;
import io.cesm.web.panel.PanelFiles;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The dashboard of one's role. */
@Controller
@PreAuthorize("hasAuthority('VIEW')")
class DashboardController {

    private final DashboardTiles tiles;

    private final PanelFiles files;

    private final UnitTree units;

    private final CurrentActor current;

    private final Clock clock;

    DashboardController(DashboardTiles tiles, PanelFiles files, UnitTree units, CurrentActor current, Clock clock) {
        this.tiles = tiles;
        this.files = files;
        this.units = units;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping("/dashboard")
    public String show(@ModelAttribute("query") BoardQuery query, Model model, Locale locale) {
        var shown = shown(query, locale);
        model.addAttribute("shown", shown);
        model.addAttribute("boards", DashboardTiles.Board.values());
        var scope = current.actor().scope();
        model.addAttribute("units",
                units.all().stream().filter(it -> scope.everything() || scope.units().contains(it.id())).toList());
        model.addAttribute("asOf", clock.instant());
        model.addAttribute("mayExport", current.actor().may(Right.EXPORT));
        return "dashboard/page";
    }

    @GetMapping("/dashboard/{panel}.{form:csv|xlsx}")
    @PreAuthorize("hasAuthority('EXPORT')")
    public void table(@PathVariable String panel, @PathVariable String form, @ModelAttribute("query") BoardQuery query,
            Locale locale, HttpServletResponse response) throws IOException {
        var wanted = shown(query, locale).panels()
            .stream()
            .filter(it -> it.id().equals(panel))
            .findFirst()
            .orElseThrow(UnknownThing::new);
        files.table(wanted, TableKind.valueOf(form.toUpperCase(Locale.ROOT)), "dashboard-" + panel,
                "dashboard-" + panel, query.toString(), List.of(), locale, response);
    }

    private DashboardTiles.Shown shown(BoardQuery query, Locale locale) {
        return query.of(tiles, locale);
    }

}
