package io.cesm.web.playbook;

import static java.util.Objects.requireNonNullElse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.complaint.CauseClass;
import io.cesm.domain.complaint.ComplaintKind;
import io.cesm.domain.dimension.DimensionBook;
import io.cesm.governance.playbook.Playbook;
import io.cesm.governance.playbook.WritingPlaybooks;
import io.cesm.web.people.FormTry;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
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

/**
 * The checklists: what they ask for, which complaints they fit, and how they are used.
 */
@Controller
@RequestMapping("/playbooks")
class PlaybookController {

    private final WritingPlaybooks playbooks;

    private final DimensionBook dimensions;

    PlaybookController(WritingPlaybooks playbooks, DimensionBook dimensions) {
        this.playbooks = playbooks;
        this.dimensions = dimensions;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('VIEW')")
    public String list(Model model) {
        model.addAttribute("playbooks", playbooks.all());
        model.addAttribute("used", playbooks.used());
        return "playbook/list";
    }

    @GetMapping("/new")
    @PreAuthorize("hasAuthority('SETTINGS')")
    public String blank(Model model, Locale locale) {
        model.addAttribute("form", PlaybookForm.blank());
        return form(null, model, locale);
    }

    @PostMapping("/new")
    @PreAuthorize("hasAuthority('SETTINGS')")
    public String add(@Valid @ModelAttribute("form") PlaybookForm form, BindingResult errors, Model model,
            Locale locale, HttpServletResponse response, RedirectAttributes flash) {
        if (!FormTry.succeeds(errors, () -> playbooks.add(form.wish(new UUID(0, 0)), false))) {
            response.setStatus(422);
            return form(null, model, locale);
        }
        flash.addFlashAttribute("notice", "playbook.saved");
        return "redirect:/playbooks";
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('VIEW')")
    public String show(@PathVariable UUID id, Model model, Locale locale) {
        model.addAttribute("it", playbooks.require(id));
        model.addAttribute("editions", playbooks.editions(id));
        vocabulary(model, locale);
        return "playbook/record";
    }

    @GetMapping("/{id}/edit")
    @PreAuthorize("hasAuthority('SETTINGS')")
    public String edit(@PathVariable UUID id, Model model, Locale locale) {
        var it = playbooks.require(id);
        model.addAttribute("form", PlaybookForm.of(it));
        return form(it, model, locale);
    }

    @PostMapping("/{id}/edit")
    @PreAuthorize("hasAuthority('SETTINGS')")
    public String revise(@PathVariable UUID id, @Valid @ModelAttribute("form") PlaybookForm form, BindingResult errors,
            Model model, Locale locale, HttpServletResponse response, RedirectAttributes flash) {
        var it = playbooks.require(id);
        if (!FormTry.succeeds(errors,
                () -> playbooks.revise(id, requireNonNullElse(form.version(), -1L), form.wish(id)))) {
            response.setStatus(422);
            return form(it, model, locale);
        }
        flash.addFlashAttribute("notice", "playbook.saved");
        return "redirect:/playbooks/{id}";
    }

    private String form(@Nullable Playbook it, Model model, Locale locale) {
        model.addAttribute("it", it);
        vocabulary(model, locale);
        return "playbook/form";
    }

    private void vocabulary(Model model, Locale locale) {
        Map<String, String> names = new LinkedHashMap<>();
        dimensions.active().forEach(each -> names.put(each.code(), each.name(locale)));
        model.addAttribute("dimensions", names);
        model.addAttribute("kinds", ComplaintKind.values());
        model.addAttribute("causes", CauseClass.values());
        model.addAttribute("playbookSteps", Playbook.STEPS);
        model.addAttribute("fourSteps", List.of(1, 2, 3, 4));
    }

}
