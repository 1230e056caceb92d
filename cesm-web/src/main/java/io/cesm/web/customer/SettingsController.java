package io.cesm.web.customer;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.util.Locale;

import io.cesm.domain.customer.ServiceStandards;
import io.cesm.domain.dimension.TendingDimensions;
import io.cesm.web.customer.SettingsForms.DimensionForm;
import io.cesm.web.customer.SettingsForms.StandardForm;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The settings page: service standards by tier, and the code list of quality dimensions.
 */
@Controller("customerSettingsController")
@RequestMapping("/admin/settings")
@PreAuthorize("hasAuthority('SETTINGS')")
class SettingsController {

    private static final String BACK = "redirect:/admin/settings";

    private static final int LAST = 100;

    private final ServiceStandards standards;

    private final TendingDimensions tending;

    private final SettingsPage page;

    SettingsController(ServiceStandards standards, TendingDimensions tending, SettingsPage page) {
        this.standards = standards;
        this.tending = tending;
        this.page = page;
    }

    @GetMapping
    public String show(Model model, Locale locale) {
        return page.show(model, locale);
    }

    @PostMapping("/standards")
    public String revise(@Valid @ModelAttribute("standard") StandardForm form, BindingResult errors, Model model,
            Locale locale, HttpServletResponse response, RedirectAttributes flash) {
        if (!Tries.succeeds(errors, () -> standards.revise(form.wish()))) {
            response.setStatus(422);
            return page.again(form, errors, model, locale);
        }
        flash.addFlashAttribute("notice", "standard.saved");
        return BACK;
    }

    @PostMapping("/dimensions")
    public String add(@Valid @ModelAttribute("dimension") DimensionForm form, BindingResult errors, Model model,
            Locale locale, HttpServletResponse response, RedirectAttributes flash) {
        if (!Tries.succeeds(errors, () -> tending.add(requireNonNull(form.code()), requireNonNull(form.name()),
                requireNonNull(form.nameEn()), requireNonNullElse(form.sort(), LAST)))) {
            response.setStatus(422);
            return page.again(new DimensionForm(form.code(), form.name(), form.nameEn(), form.sort(), null), errors,
                    model, locale);
        }
        flash.addFlashAttribute("notice", "dimension.saved");
        return BACK;
    }

    @PostMapping("/dimensions/revise")
    public String revise(@Valid @ModelAttribute("dimension") DimensionForm form, BindingResult errors, Model model,
            Locale locale, HttpServletResponse response, RedirectAttributes flash) {
        var active = Boolean.TRUE.equals(form.active());
        if (!Tries.succeeds(errors, () -> tending.revise(requireNonNull(form.code()), requireNonNull(form.name()),
                requireNonNull(form.nameEn()), requireNonNullElse(form.sort(), LAST), active))) {
            response.setStatus(422);
            return page.again(new DimensionForm(form.code(), form.name(), form.nameEn(), form.sort(), active), errors,
                    model, locale);
        }
        flash.addFlashAttribute("notice", "dimension.saved");
        return BACK;
    }

}
