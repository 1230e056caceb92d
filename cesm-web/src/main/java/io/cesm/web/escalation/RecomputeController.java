package io.cesm.web.escalation;

import java.util.Locale;

import io.cesm.domain.complaint.RecomputingClocks;
import io.cesm.governance.escalation.RebindingComplaints;
import io.cesm.governance.policy.ServicePolicies;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What changed policies and calendars would do to open complaints, and having it done.
 */
@Controller
@RequestMapping("/complaints/policies/recompute")
@PreAuthorize("hasAuthority('SETTINGS')")
class RecomputeController {

    private static final String BACK = "redirect:/complaints/policies/recompute";

    private final RecomputingClocks clocks;

    private final RebindingComplaints rebinding;

    private final ServicePolicies policies;

    RecomputeController(RecomputingClocks clocks, RebindingComplaints rebinding, ServicePolicies policies) {
        this.clocks = clocks;
        this.rebinding = rebinding;
        this.policies = policies;
    }

    @GetMapping
    String preview(Model model, Locale locale) {
        model.addAttribute("policyNames", policies.namesIn(locale));
        model.addAttribute("preview", clocks.preview());
        model.addAttribute("moves", rebinding.preview());
        model.addAttribute("runs", clocks.runs());
        return "escalation/recompute";
    }

    @PostMapping("/clocks")
    String recompute(RedirectAttributes flash) {
        clocks.apply();
        flash.addFlashAttribute("notice", "recompute.asked");
        return BACK;
    }

    @PostMapping("/escalation")
    String rebind(RedirectAttributes flash) {
        rebinding.apply();
        flash.addFlashAttribute("notice", "recompute.rebound");
        return BACK;
    }

}
