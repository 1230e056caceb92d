package io.cesm.web.health;

import java.util.Comparator;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page on which an administrator sees whether the installation is well. */
@Controller
@PreAuthorize("hasAuthority('SETTINGS')")
class HealthController {

    private final HealthReport report;

    HealthController(HealthReport report) {
        this.report = report;
    }

    @GetMapping("/admin/health")
    String show(Model model) {
        var found = report.now();
        model.addAttribute("found", found);
        model.addAttribute("worst", found.stream().map(Finding::level).max(Comparator.naturalOrder()).orElseThrow());
        return "health/report";
    }

}
