package io.cesm.web.escalation;

import java.time.LocalDate;
import java.util.UUID;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.people.StaffBook;
import io.cesm.domain.people.StaffFilter;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.people.UnitBook;
import io.cesm.governance.escalation.KeepingDuty;
import io.cesm.web.people.FormTry;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The teams on duty, unit by unit. */
@Controller
@RequestMapping("/complaints/escalation/duty")
class DutyController {

    private static final int MOST = 500;

    private final KeepingDuty duty;

    private final UnitBook units;

    private final StaffBook people;

    DutyController(KeepingDuty duty, UnitBook units, StaffBook people) {
        this.duty = duty;
        this.units = units;
        this.people = people;
    }

    /** Somebody to be put on duty. */
    record DutyForm(@Nullable UUID unit, @Nullable UUID staff,
            @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to) {

        void add(KeepingDuty duty) {
            if (unit == null || staff == null) {
                throw new FieldRefusal(unit == null ? "unit" : "staff", "text.required");
            }
            duty.add(unit, new StaffId(staff), from, to);
        }

    }

    @GetMapping
    @PreAuthorize("hasAuthority('VIEW')")
    String list(Model model) {
        model.addAttribute("form", new DutyForm(null, null, null, null));
        return page(model);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('SETTINGS')")
    String add(@ModelAttribute("form") DutyForm form, BindingResult errors, Model model, HttpServletResponse response,
            RedirectAttributes flash) {
        if (!FormTry.succeeds(errors, () -> form.add(duty))) {
            response.setStatus(422);
            return page(model);
        }
        flash.addFlashAttribute("notice", "escalation.duty.added");
        return "redirect:/complaints/escalation/duty";
    }

    @PostMapping("/{member}/end")
    @PreAuthorize("hasAuthority('SETTINGS')")
    String end(@PathVariable UUID member, RedirectAttributes flash) {
        duty.end(member);
        flash.addFlashAttribute("notice", "escalation.duty.ended");
        return "redirect:/complaints/escalation/duty";
    }

    private String page(Model model) {
        model.addAttribute("members", duty.all());
        model.addAttribute("units", units.tree().stream().filter(each -> each.validTo() == null).toList());
        model.addAttribute("people", people.list(StaffFilter.active(), MOST, null).items());
        return "escalation/duty";
    }

}
