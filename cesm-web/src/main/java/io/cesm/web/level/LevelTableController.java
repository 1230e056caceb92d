package io.cesm.web.level;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

import io.cesm.domain.kernel.Slice;
import io.cesm.domain.level.LevelBook;
import io.cesm.domain.level.LevelCustomer;
import io.cesm.domain.level.LevelCustomerBook;
import io.cesm.domain.level.LevelCustomerFilter;
import io.cesm.domain.level.LevelsOverview;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.web.layout.UnitTree;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The table of levels: customers × dimensions. */
@Controller
class LevelTableController {

    private static final int PAGE = 25;

    private static final LevelsOverview NOTHING = LevelsOverview.of(List.of());

    private final LevelCustomerBook customers;

    private final LevelBook levels;

    private final LevelPanels panels;

    private final UnitTree units;

    private final Today today;

    private final CurrentActor current;

    LevelTableController(LevelCustomerBook customers, LevelBook levels, LevelPanels panels, UnitTree units, Today today,
            CurrentActor current) {
        this.customers = customers;
        this.levels = levels;
        this.panels = panels;
        this.units = units;
        this.today = today;
        this.current = current;
    }

    @GetMapping("/levels")
    @PreAuthorize("hasAuthority('VIEW')")
    public String table(@ModelAttribute("query") LevelTableQuery query, @RequestParam @Nullable String cursor,
            Model model, Locale locale) {
        var filter = query.filter(today);
        var slice = customers.page(filter, cursor, PAGE);
        model.addAttribute("slice", slice);
        model.addAttribute("table", table(filter, slice, query.figure()));
        model.addAttribute("filter", filter);
        model.addAttribute("mayExport", current.actor().may(Right.EXPORT));
        model.addAttribute("figures", Figure.values());
        model.addAttribute("periods", panels.periods(filter.period(), locale));
        model.addAttribute("names", panels.names(locale));
        model.addAttribute("units", units.all());
        return "level/table";
    }

    private LevelTable table(LevelCustomerFilter filter, Slice<LevelCustomer> slice, Figure figure) {
        var overviews = levels.of(slice.items().stream().map(LevelCustomer::id).toList(), filter.period());
        var read = new LinkedHashSet<String>();
        overviews.values().forEach(it -> it.dimensions().forEach(dimension -> read.add(dimension.dimension())));
        var only = filter.dimension();
        var dimensions = (only != null) ? List.of(only) : panels.ordered(List.copyOf(read));
        var rows = slice.items()
            .stream()
            .map(it -> row(it, overviews.getOrDefault(it.id(), NOTHING), dimensions, figure))
            .toList();
        return new LevelTable(dimensions, rows);
    }

    private static LevelTable.Row row(LevelCustomer customer, LevelsOverview overview, List<String> dimensions,
            Figure figure) {
        var cells = new ArrayList<LevelTable.Cell>();
        cells.add(LevelTable.Cell.of(null, overview.overall(), figure));
        dimensions.forEach(it -> cells.add(LevelTable.Cell.of(it, overview.of(it), figure)));
        return new LevelTable.Row(customer, cells);
    }

}
