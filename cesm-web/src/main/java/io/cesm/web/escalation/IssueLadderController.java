package io.cesm.web.escalation;

import java.util.UUID;

import io.cesm.domain.topissue.TopIssueId;
import io.cesm.governance.escalation.AnsweringEscalations;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people say to an escalation, on the page of the TOP issue. */
@Controller
@RequestMapping("/top-issues/{id}")
@PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
class IssueLadderController {

    private static final String BACK = "redirect:/top-issues/{id}#ladder";

    private final AnsweringEscalations answering;

    IssueLadderController(AnsweringEscalations answering) {
        this.answering = answering;
    }

    @PostMapping("/escalations/{escalation}/acknowledge")
    String acknowledge(@PathVariable TopIssueId id, @PathVariable UUID escalation,
            @RequestParam(required = false) @Nullable String words, RedirectAttributes flash) {
        answering.acknowledge(id, escalation, words);
        flash.addFlashAttribute("notice", "escalation.acknowledged.done");
        return BACK;
    }

    @PostMapping("/escalations/{escalation}/plan")
    String plan(@PathVariable TopIssueId id, @PathVariable UUID escalation, @RequestParam String plan,
            RedirectAttributes flash) {
        answering.plan(id, escalation, plan);
        flash.addFlashAttribute("notice", "escalation.plan.done");
        return BACK;
    }

    /** Brings it down to a lower level. */
    @PostMapping("/level")
    String lower(@PathVariable TopIssueId id, @RequestParam int level, @RequestParam String because,
            RedirectAttributes flash) {
        answering.lower(id, level, because);
        flash.addFlashAttribute("notice", "escalation.lowered.done");
        return BACK;
    }

}
