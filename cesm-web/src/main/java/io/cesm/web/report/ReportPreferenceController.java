package io.cesm.web.report;

import io.cesm.governance.report.SendingReports;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whether one wants reports by mail, and the last ones one got. */
@Controller
@RequestMapping("/me/reports")
@PreAuthorize("hasAuthority('VIEW')")
class ReportPreferenceController {

    private final SendingReports sending;

    ReportPreferenceController(SendingReports sending) {
        this.sending = sending;
    }

    @GetMapping
    public String show(Model model) {
        model.addAttribute("wanted", sending.wanted());
        model.addAttribute("sent", sending.mine());
        return "people/me-reports";
    }

    @PostMapping
    public String want(@RequestParam boolean wanted, RedirectAttributes flash) {
        sending.want(wanted);
        flash.addFlashAttribute("notice", wanted ? "me.reports.on" : "me.reports.off");
        return "redirect:/me/reports";
    }

}
