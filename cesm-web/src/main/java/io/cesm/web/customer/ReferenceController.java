package io.cesm.web.customer;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

import io.cesm.domain.customer.CustomerFile;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.customer.NotingMarket;
import io.cesm.domain.customer.ReferenceFacts;
import io.cesm.domain.customer.ReferenceKind;
import io.cesm.domain.kernel.UnknownThing;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
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

/** Products, contracts and installed machines of a customer. */
@Controller
@RequestMapping("/customers/{id}/references")
@PreAuthorize("hasAuthority('CUSTOMER_EDIT')")
class ReferenceController {

    private static final String BACK = "redirect:/customers/{id}?tab=products";

    private final NotingMarket noting;

    private final CustomerFile file;

    ReferenceController(NotingMarket noting, CustomerFile file) {
        this.noting = noting;
        this.file = file;
    }

    @GetMapping("/new")
    public String ask(@PathVariable CustomerId id, Model model) {
        model.addAttribute("form",
                new ReferenceForm(ReferenceKind.PRODUCT, null, null, null, null, null, null, file.head(id).version()));
        return page(id, null, model);
    }

    @PostMapping("/new")
    public String add(@PathVariable CustomerId id, @Valid @ModelAttribute("form") ReferenceForm form,
            BindingResult errors, Model model, RedirectAttributes flash) {
        if (!Tries.succeeds(errors, () -> noting.add(id, form.facts(), form.seen()))) {
            return page(id, null, model);
        }
        flash.addFlashAttribute("notice", "customer.saved");
        return BACK;
    }

    @GetMapping("/{reference}")
    public String edit(@PathVariable CustomerId id, @PathVariable UUID reference, Model model) {
        var f = file.references(id)
            .stream()
            .filter(it -> it.id().equals(reference))
            .findFirst()
            .orElseThrow(UnknownThing::new)
            .facts();
        model.addAttribute("form", new ReferenceForm(f.kind(), f.code(), f.name(), f.quantity(), f.validFrom(),
                f.validTo(), f.note(), file.head(id).version()));
        return page(id, reference, model);
    }

    @PostMapping("/{reference}")
    public String revise(@PathVariable CustomerId id, @PathVariable UUID reference,
            @Valid @ModelAttribute("form") ReferenceForm form, BindingResult errors, Model model,
            RedirectAttributes flash) {
        if (!Tries.succeeds(errors, () -> noting.revise(id, reference, form.facts(), form.seen()))) {
            return page(id, reference, model);
        }
        flash.addFlashAttribute("notice", "customer.saved");
        return BACK;
    }

    @PostMapping("/{reference}/delete")
    public String drop(@PathVariable CustomerId id, @PathVariable UUID reference, @RequestParam long version,
            RedirectAttributes flash) {
        noting.dropReference(id, reference, version);
        flash.addFlashAttribute("notice", "customer.saved");
        return BACK;
    }

    private String page(CustomerId id, @Nullable UUID reference, Model model) {
        model.addAttribute("customer", file.head(id));
        model.addAttribute("reference", reference);
        model.addAttribute("kinds", ReferenceKind.values());
        return "customer/reference";
    }

    record ReferenceForm(@NotNull @Nullable ReferenceKind kind, @Size(max = 120) @Nullable String code,
            @NotBlank @Size(max = 200) @Nullable String name,
            @DecimalMin("0") @Digits(integer = 12, fraction = 2) @Nullable BigDecimal quantity,
            @Nullable LocalDate validFrom, @Nullable LocalDate validTo, @Size(max = 1000) @Nullable String note,
            @Nullable Long version) {

        ReferenceFacts facts() {
            return new ReferenceFacts(requireNonNull(kind), code, requireNonNull(name), quantity, validFrom, validTo,
                    note);
        }

        Long seen() {
            return version == null ? -1 : version;
        }
    }

}
