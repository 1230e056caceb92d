package io.cesm.web.customer;

import java.util.List;

import io.cesm.domain.customer.Assignment;
import io.cesm.domain.customer.ServiceStandards;
import io.cesm.domain.customer.ServiceStandards.Standard;
import io.cesm.domain.dimension.DimensionBook;
import io.cesm.domain.dimension.TendingDimensions;
import io.cesm.domain.people.Role;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The settings page: service standards by tier, and the code list of quality dimensions.
 */
@Controller("customerSettingsController")
@RequestMapping("/admin/settings")
@PreAuthorize("hasAuthority('SETTINGS')")
class SettingsController {

    private static final String BACK = "redirect:/admin/settings";

    private final ServiceStandards standards;

    private final DimensionBook dimensions;

    private final TendingDimensions tending;

    SettingsController(ServiceStandards standards, DimensionBook dimensions, TendingDimensions tending) {
        this.standards = standards;
        this.dimensions = dimensions;
        this.tending = tending;
    }

    @GetMapping
    public String show(Model model) {
        model.addAttribute("standards", standards.all());
        model.addAttribute("dimensions", dimensions.all());
        model.addAttribute("places", List.copyOf(Assignment.PLACES));
        return "customer/settings";
    }

    @PostMapping("/standards")
    public String revise(@RequestParam int tier, @RequestParam int firstResponseHours, @RequestParam int clarifyDays,
            @RequestParam int commitDays, @RequestParam int minDeliveryDays, @RequestParam int maxOpenCommitments,
            @RequestParam int standardLevel, @RequestParam int visitEveryDays, @RequestParam Role ownerRole,
            @RequestParam long version, RedirectAttributes flash) {
        standards.revise(new Standard(tier, firstResponseHours, clarifyDays, commitDays, minDeliveryDays,
                maxOpenCommitments, standardLevel, visitEveryDays, ownerRole, version));
        flash.addFlashAttribute("notice", "standard.saved");
        return BACK;
    }

    @PostMapping("/dimensions")
    public String add(@RequestParam String code, @RequestParam String name, @RequestParam String nameEn,
            @RequestParam(defaultValue = "100") int sort, RedirectAttributes flash) {
        tending.add(code, name, nameEn, sort);
        flash.addFlashAttribute("notice", "dimension.saved");
        return BACK;
    }

    @PostMapping("/dimensions/revise")
    public String revise(@RequestParam String code, @RequestParam String name, @RequestParam String nameEn,
            @RequestParam int sort, @RequestParam(defaultValue = "false") boolean active, RedirectAttributes flash) {
        tending.revise(code, name, nameEn, sort, active);
        flash.addFlashAttribute("notice", "dimension.saved");
        return BACK;
    }

}
