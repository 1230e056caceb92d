package io.cesm.web.attainment;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.cesm.domain.complaint.ComplaintKind;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.time.CompanyTime;
import io.cesm.governance.attainment.ComplaintFigures;
import io.cesm.governance.attainment.ComplaintFigures.Grouping;
import io.cesm.governance.attainment.ComplaintFigures.Kept;
import io.cesm.governance.attainment.ComplaintFigures.Pass;
import io.cesm.web.layout.UnitTree;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How complaints are answered, as figures that lead to their records. */
@Controller
@RequestMapping("/complaints/analysis")
@PreAuthorize("hasAuthority('VIEW')")
class AttainmentController {

    private static final int IN_MAP = 10;

    private final ComplaintFigures figures;

    private final UnitTree units;

    private final CurrentActor current;

    private final Clock clock;

    AttainmentController(ComplaintFigures figures, UnitTree units, CurrentActor current, Clock clock) {
        this.figures = figures;
        this.units = units;
        this.current = current;
        this.clock = clock;
    }

    /** Clocks kept, grouped in one way. */
    record Table(Grouping grouping, List<Kept> rows) {
    }

    /** Somebody on an edge of the map. */
    record Place(UUID id, String name) {
    }

    /** Who passed how many to whom, the busiest people only. */
    record HandMap(List<Place> givers, List<Place> receivers, List<Pass> passes, long most) {

        public @Nullable Pass at(Place giver, Place receiver) {
            return passes.stream()
                .filter(it -> it.from().equals(giver.id()) && it.to().equals(receiver.id()))
                .findFirst()
                .orElse(null);
        }

        /** How dark a cell is, 1 to 4. */
        public long shade(Pass pass) {
            return 1 + 3 * (pass.count() - 1) / Math.max(1, most);
        }

        static HandMap of(List<Pass> passes) {
            Set<Place> givers = new LinkedHashSet<>();
            Set<Place> receivers = new LinkedHashSet<>();
            for (var each : passes) {
                if (givers.size() < IN_MAP) {
                    givers.add(new Place(each.from(), each.fromName()));
                }
                if (receivers.size() < IN_MAP) {
                    receivers.add(new Place(each.to(), each.toName()));
                }
            }
            return new HandMap(List.copyOf(givers), List.copyOf(receivers), passes,
                    passes.stream().mapToLong(Pass::count).max().orElse(1));
        }

    }

    @GetMapping
    String show(@ModelAttribute("query") AttainmentQuery query, Model model) {
        var period = query.period(CompanyTime.today(clock));
        var kept = figures.kept(period);
        List<Table> tables = new ArrayList<>();
        for (var grouping : List.of(Grouping.TIER, Grouping.UNIT, Grouping.PERSON)) {
            tables.add(new Table(grouping, kept.stream().filter(it -> it.grouping() == grouping).toList()));
        }
        var held = figures.held(period);
        var passes = figures.passes(period);
        model.addAttribute("period", period);
        model.addAttribute("lead", new AttainmentQuery.Leads(period));
        model.addAttribute("overall", kept.stream().filter(it -> it.grouping() == Grouping.ALL).toList());
        model.addAttribute("tables", tables);
        model.addAttribute("ages", figures.ages(period));
        model.addAttribute("lateness", figures.lateness(period));
        model.addAttribute("handOffs", figures.handOffs(period));
        model.addAttribute("held", held);
        model.addAttribute("mostHours", held.stream().mapToDouble(ComplaintFigures.Held::hours).max().orElse(1));
        model.addAttribute("passes", passes);
        model.addAttribute("map", HandMap.of(passes));
        model.addAttribute("units", units.all());
        model.addAttribute("kinds", ComplaintKind.values());
        model.addAttribute("mayExport", current.actor().may(Right.EXPORT));
        return "attainment/page";
    }

    /** The complaints that went from one to another. */
    @GetMapping("/passes")
    String passes(@ModelAttribute("query") AttainmentQuery query, @RequestParam UUID giver, @RequestParam UUID receiver,
            Model model) {
        var period = query.period(CompanyTime.today(clock));
        model.addAttribute("lead", new AttainmentQuery.Leads(period));
        model.addAttribute("passed", figures.passed(period, giver, receiver));
        return "attainment/passes";
    }

}
