package io.cesm.web.contact;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

import io.cesm.domain.customer.ContactFile;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.PointKind;
import io.cesm.domain.customer.PointWish;
import io.cesm.domain.customer.RegisteringContacts;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.web.customer.Tries;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adds and corrects a person's phones, mail addresses, WeCom ids and former names. */
@Controller
@RequestMapping("/contacts/{id}/points")
@PreAuthorize("hasAuthority('CUSTOMER_EDIT')")
class PointController {

    private final RegisteringContacts registering;

    private final ContactFile file;

    PointController(RegisteringContacts registering, ContactFile file) {
        this.registering = registering;
        this.file = file;
    }

    @GetMapping("/new")
    public String ask(@PathVariable ContactId id, @RequestParam(defaultValue = "PHONE") PointKind kind, Model model) {
        model.addAttribute("form", new PointForm(kind, null, null, false, null, file.head(id).version()));
        return page(id, null, model);
    }

    @PostMapping("/new")
    public String add(@PathVariable ContactId id, @Valid @ModelAttribute("form") PointForm form, BindingResult errors,
            Model model, RedirectAttributes flash) {
        if (!Tries.succeeds(errors, () -> registering.add(id, form.wish(), form.seen()))) {
            return page(id, null, model);
        }
        flash.addFlashAttribute("notice", "contact.point.saved");
        return "redirect:/contacts/{id}";
    }

    @GetMapping("/{point}")
    public String edit(@PathVariable ContactId id, @PathVariable UUID point, Model model) {
        var row = file.points(id)
            .stream()
            .filter(it -> it.id().equals(point))
            .findFirst()
            .orElseThrow(UnknownThing::new);
        model.addAttribute("form",
                new PointForm(row.kind(), row.value(), row.label(), row.preferred(), true, file.head(id).version()));
        return page(id, point, model);
    }

    @PostMapping("/{point}")
    public String correct(@PathVariable ContactId id, @PathVariable UUID point,
            @Valid @ModelAttribute("form") PointForm form, BindingResult errors, Model model,
            RedirectAttributes flash) {
        if (!Tries.succeeds(errors,
                () -> registering.correct(id, point, form.wish(), Boolean.TRUE.equals(form.keepOld()), form.seen()))) {
            return page(id, point, model);
        }
        flash.addFlashAttribute("notice", "contact.point.corrected");
        return "redirect:/contacts/{id}";
    }

    private String page(ContactId id, @Nullable UUID point, Model model) {
        model.addAttribute("contact", file.head(id));
        model.addAttribute("point", point);
        model.addAttribute("kinds", PointKind.values());
        return "contact/point";
    }

    record PointForm(@NotNull @Nullable PointKind kind, @NotBlank @Size(max = 254) @Nullable String value,
            @Size(max = 40) @Nullable String label, @Nullable Boolean preferred, @Nullable Boolean keepOld,
            @Nullable Long version) {

        PointWish wish() {
            return new PointWish(requireNonNull(kind), requireNonNull(value), label, Boolean.TRUE.equals(preferred));
        }

        Long seen() {
            return version == null ? -1 : version;
        }
    }

}
