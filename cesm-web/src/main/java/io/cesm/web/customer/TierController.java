package io.cesm.web.customer;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import io.cesm.domain.customer.CustomerFile;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.customer.RegisteringCustomers;
import io.cesm.domain.customer.Tiering;
import io.cesm.domain.time.CompanyTime;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Puts a customer into a tier and says on what value. */
@Controller
@RequestMapping("/customers/{id}/tier")
@PreAuthorize("hasAuthority('CUSTOMER_EDIT')")
class TierController {

    private final RegisteringCustomers registering;

    private final CustomerFile file;

    private final Clock clock;

    TierController(RegisteringCustomers registering, CustomerFile file, Clock clock) {
        this.registering = registering;
        this.file = file;
        this.clock = clock;
    }

    @GetMapping
    public String ask(@PathVariable CustomerId id, Model model) {
        var head = file.head(id);
        var today = CompanyTime.today(clock);
        model.addAttribute("form", new TierForm(head.tier(), head.valueBasis(), head.annualValue(),
                head.currency() == null ? "CNY" : head.currency(), today, head.version()));
        return page(id, model);
    }

    @PostMapping
    public String place(@PathVariable CustomerId id, @Valid @ModelAttribute("form") TierForm form, BindingResult errors,
            Model model, RedirectAttributes flash) {
        if (!Tries.succeeds(errors, () -> registering.place(id, form.tiering(), form.seen()))) {
            return page(id, model);
        }
        flash.addFlashAttribute("notice", "customer.tiered");
        return "redirect:/customers/{id}?tab=standard";
    }

    private String page(CustomerId id, Model model) {
        model.addAttribute("customer", file.head(id));
        model.addAttribute("tiers", List.of(1, 2, 3, 4));
        return "customer/tier";
    }

    record TierForm(@NotNull @Min(1) @Max(4) @Nullable Integer tier, @Size(max = 200) @Nullable String valueBasis,
            @DecimalMin("0") @Digits(integer = 14, fraction = 2) @Nullable BigDecimal annualValue,
            @NotNull @Pattern(regexp = "[A-Z]{3}") @Nullable String currency, @NotNull @Nullable LocalDate from,
            @Nullable Long version) {

        Tiering tiering() {
            return new Tiering(requireNonNull(tier), valueBasis, annualValue, requireNonNull(currency),
                    requireNonNull(from));
        }

        Long seen() {
            return version == null ? -1 : version;
        }
    }

}
