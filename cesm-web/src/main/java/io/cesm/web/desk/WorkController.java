package io.cesm.web.desk;

import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Role;
import io.cesm.domain.time.CompanyTime;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** My work: what is late, due today, handed over, waiting. */
@Controller
@PreAuthorize("hasAuthority('VIEW')")
class WorkController {

    private static final Comparator<WorkSource.Pile> URGENT_FIRST = Comparator.comparing(it -> !it.urgent());

    private final Desk desk;

    private final Clock clock;

    private final CurrentActor current;

    private final FirstSteps first;

    WorkController(Desk desk, Clock clock, CurrentActor current, FirstSteps first) {
        this.desk = desk;
        this.clock = clock;
        this.current = current;
        this.first = first;
    }

    /** Who leads a unit begins with its figures, everybody else with their work. */
    @GetMapping("/")
    String start() {
        return current.actor().roles().contains(Role.MANAGER) ? "redirect:/dashboard" : "redirect:/work";
    }

    @GetMapping("/work")
    String work(Model model) {
        var today = CompanyTime.today(clock);
        var piles = desk.piles(today);
        model.addAttribute("today", today);
        model.addAttribute("steps", first.ahead());
        var filled = piles.stream().filter(it -> it.count() > 0).sorted(URGENT_FIRST).toList();
        model.addAttribute("filled", onceEach(filled));
        model.addAttribute("empty", piles.stream().filter(it -> it.count() == 0).toList());
        return "desk/work";
    }

    /**
     * A record that lies in several piles is shown in the first of them; a pile of which
     * nothing is left to show leads to its list.
     */
    private static List<WorkSource.Pile> onceEach(List<WorkSource.Pile> piles) {
        var shown = new HashSet<String>();
        return piles.stream()
            .map(it -> it.all() == null ? it
                    : it.with(it.items().stream().filter(item -> shown.add(item.number() + item.href())).toList()))
            .toList();
    }

}
