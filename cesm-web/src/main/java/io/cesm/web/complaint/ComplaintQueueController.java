package io.cesm.web.complaint;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.cesm.domain.complaint.ComplaintFilter;
import io.cesm.domain.complaint.ComplaintOrder;
import io.cesm.domain.complaint.ComplaintRegister;
import io.cesm.domain.complaint.ComplaintRow;
import io.cesm.domain.complaint.ComplaintState;
import io.cesm.domain.people.CurrentActor;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The queue and the board: every filter stands in the address. */
@Controller
@PreAuthorize("hasAuthority('VIEW')")
class ComplaintQueueController {

    static final int PAGE = 25;

    private static final int COUNT_UP_TO = 1000;

    private static final int ON_BOARD = 15;

    static final List<ComplaintState> COLUMNS = List.of(ComplaintState.RECEIVED, ComplaintState.ACKNOWLEDGED,
            ComplaintState.REOPENED, ComplaintState.IN_PROGRESS, ComplaintState.CONTAINED,
            ComplaintState.WAITING_CUSTOMER, ComplaintState.RESOLVED, ComplaintState.DECISION_DECLINED,
            ComplaintState.CONFIRMED);

    private final ComplaintRegister register;

    private final CurrentActor current;

    private final ComplaintChoices choices;

    private final ComplaintFilterNames names;

    private final Clock clock;

    ComplaintQueueController(ComplaintRegister register, CurrentActor current, ComplaintChoices choices,
            ComplaintFilterNames names, Clock clock) {
        this.register = register;
        this.current = current;
        this.choices = choices;
        this.names = names;
        this.clock = clock;
    }

    /** One state with what stands in it, due first. */
    record Column(ComplaintState state, List<ComplaintRow> rows, boolean more) {
    }

    @GetMapping("/complaints")
    String list(@ModelAttribute("query") ComplaintQuery query, Model model, Locale locale) {
        model.addAttribute("slice",
                register.slice(query.filter(current.actor(), clock), query.order(), PAGE, query.cursor()));
        model.addAttribute("set", names.of(query, locale));
        model.addAttribute("now", clock.instant());
        return "complaint/list";
    }

    /** The filter form, asked for when somebody opens it. */
    @GetMapping("/complaints/filter")
    String filter(@ModelAttribute("query") ComplaintQuery query, Model model, Locale locale) {
        choices.addVocabulary(model, locale);
        model.addAttribute("owners", choices.owners());
        model.addAttribute("units", choices.units());
        model.addAttribute("customerName", names.customer(query));
        return "complaint/filter";
    }

    /** How many the filters leave, counted up to a thousand. */
    @GetMapping("/complaints/count")
    String count(@ModelAttribute("query") ComplaintQuery query, Model model) {
        var found = register.count(query.filter(current.actor(), clock), COUNT_UP_TO);
        model.addAttribute("count", found);
        model.addAttribute("more", found == COUNT_UP_TO);
        return "complaint/parts :: count";
    }

    @GetMapping("/complaints/board")
    String board(@ModelAttribute("query") ComplaintQuery query, Model model, Locale locale) {
        var filter = query.filter(current.actor(), clock);
        model.addAttribute("columns", COLUMNS.stream().map(state -> column(filter, state)).toList());
        model.addAttribute("set", names.of(query, locale));
        model.addAttribute("now", clock.instant());
        return "complaint/board";
    }

    private Column column(ComplaintFilter filter, ComplaintState state) {
        var slice = register.slice(filter.in(Set.of(state)), ComplaintOrder.NEWEST, ON_BOARD, null);
        return new Column(state, slice.items(), slice.next() != null);
    }

}
