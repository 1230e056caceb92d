package io.cesm.web.customer;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

import io.cesm.domain.customer.CompetitorFacts;
import io.cesm.domain.customer.CustomerFile;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.customer.NotingMarket;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.time.CompanyTime;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
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

/** Who else supplies the customer, and how much. */
@Controller
@RequestMapping("/customers/{id}/competitors")
@PreAuthorize("hasAuthority('CUSTOMER_EDIT')")
class MarketController {

    private static final String BACK = "redirect:/customers/{id}?tab=market";

    private final NotingMarket noting;

    private final CustomerFile file;

    private final Clock clock;

    MarketController(NotingMarket noting, CustomerFile file, Clock clock) {
        this.noting = noting;
        this.file = file;
        this.clock = clock;
    }

    @GetMapping("/new")
    public String ask(@PathVariable CustomerId id, Model model) {
        var today = CompanyTime.today(clock);
        model.addAttribute("form", new CompetitorForm(null, null, null, today, null, file.head(id).version()));
        return page(id, null, model);
    }

    @PostMapping("/new")
    public String add(@PathVariable CustomerId id, @Valid @ModelAttribute("form") CompetitorForm form,
            BindingResult errors, Model model, RedirectAttributes flash) {
        if (!Tries.succeeds(errors, () -> noting.add(id, form.facts(), form.seen()))) {
            return page(id, null, model);
        }
        flash.addFlashAttribute("notice", "customer.saved");
        return BACK;
    }

    @GetMapping("/{competitor}")
    public String edit(@PathVariable CustomerId id, @PathVariable UUID competitor, Model model) {
        var facts = file.competitors(id)
            .stream()
            .filter(it -> it.id().equals(competitor))
            .findFirst()
            .orElseThrow(UnknownThing::new)
            .facts();
        model.addAttribute("form", new CompetitorForm(facts.name(), facts.product(), facts.sharePercent(), facts.asOf(),
                facts.note(), file.head(id).version()));
        return page(id, competitor, model);
    }

    @PostMapping("/{competitor}")
    public String revise(@PathVariable CustomerId id, @PathVariable UUID competitor,
            @Valid @ModelAttribute("form") CompetitorForm form, BindingResult errors, Model model,
            RedirectAttributes flash) {
        if (!Tries.succeeds(errors, () -> noting.revise(id, competitor, form.facts(), form.seen()))) {
            return page(id, competitor, model);
        }
        flash.addFlashAttribute("notice", "customer.saved");
        return BACK;
    }

    @PostMapping("/{competitor}/delete")
    public String drop(@PathVariable CustomerId id, @PathVariable UUID competitor, @RequestParam long version,
            RedirectAttributes flash) {
        noting.dropCompetitor(id, competitor, version);
        flash.addFlashAttribute("notice", "customer.saved");
        return BACK;
    }

    private String page(CustomerId id, @Nullable UUID competitor, Model model) {
        model.addAttribute("customer", file.head(id));
        model.addAttribute("competitor", competitor);
        return "customer/competitor";
    }

    record CompetitorForm(@NotBlank @Size(max = 120) @Nullable String name, @Size(max = 200) @Nullable String product,
            @DecimalMin("0") @DecimalMax("100") @Nullable BigDecimal sharePercent, @NotNull @Nullable LocalDate asOf,
            @Size(max = 1000) @Nullable String note, @Nullable Long version) {

        CompetitorFacts facts() {
            return new CompetitorFacts(requireNonNull(name), product, sharePercent, requireNonNull(asOf), note);
        }

        Long seen() {
            return version == null ? -1 : version;
        }
    }

}
