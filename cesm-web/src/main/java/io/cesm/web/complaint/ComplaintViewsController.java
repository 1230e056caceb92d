package io.cesm.web.complaint;

import java.time.Clock;
import java.time.Instant;

import io.cesm.domain.complaint.ComplaintAge;
import io.cesm.domain.complaint.ComplaintOverview;
import io.cesm.domain.complaint.ComplaintRegister;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.time.CompanyTime;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Other looks at open complaints, and what came since somebody opened the queue. */
@Controller
@PreAuthorize("hasAuthority('VIEW')")
class ComplaintViewsController {

    private static final int COUNTED = 100;

    private final ComplaintOverview overview;

    private final ComplaintRegister register;

    private final CurrentActor current;

    private final Clock clock;

    ComplaintViewsController(ComplaintOverview overview, ComplaintRegister register, CurrentActor current,
            Clock clock) {
        this.overview = overview;
        this.register = register;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping("/complaints/ageing")
    String ageing(Model model) {
        model.addAttribute("found", overview.ageing());
        model.addAttribute("ages", ComplaintAge.values());
        model.addAttribute("today", CompanyTime.today(clock));
        return "complaint/ageing";
    }

    @GetMapping("/complaints/customers")
    String byCustomer(Model model) {
        model.addAttribute("rows", overview.byCustomer());
        return "complaint/customers";
    }

    /**
     * How many came that the filters would show. The rows of the queue stay where they
     * are until the reader wants them.
     */
    @GetMapping("/complaints/news")
    String news(@ModelAttribute("query") ComplaintQuery query, @RequestParam Instant since, Model model) {
        model.addAttribute("came", register.countSince(query.filter(current.actor(), clock), since, COUNTED));
        model.addAttribute("since", since);
        return "complaint/parts :: news";
    }

}
