package io.cesm.web.complaint;

import static java.util.Objects.requireNonNullElse;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.calendar.CalendarBook;
import io.cesm.domain.complaint.ClockTargets;
import io.cesm.domain.complaint.ComplaintChannel;
import io.cesm.domain.complaint.ComplaintKind;
import io.cesm.governance.policy.ServicePolicies;
import io.cesm.governance.policy.ServicePolicy;
import io.cesm.web.people.FormTry;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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

/** The policies that set clocks, and a place to ask which one decides and why. */
@Controller
@RequestMapping("/complaints/policies")
class ServicePolicyController {

    private static final String BACK = "redirect:/complaints/policies";

    private final ServicePolicies policies;

    private final CalendarBook calendars;

    ServicePolicyController(ServicePolicies policies, CalendarBook calendars) {
        this.policies = policies;
        this.calendars = calendars;
    }

    /** A case to try. */
    record TrialQuery(@Nullable ComplaintKind kind, @Min(1) @Max(4) @Nullable Integer grade,
            @Min(1) @Max(4) @Nullable Integer tier, @Nullable ComplaintChannel channel) {

        ClockTargets.Case asked() {
            return new ClockTargets.Case(requireNonNullElse(kind, ComplaintKind.COMPLAINT),
                    requireNonNullElse(grade, 3), tier, requireNonNullElse(channel, ComplaintChannel.PHONE));
        }

    }

    /** A policy as it is typed; targets in open minutes. */
    record PolicyForm(@NotNull @Nullable Integer rank, @NotBlank @Size(max = 80) @Nullable String name,
            @Size(max = 80) @Nullable String nameEn, @Nullable ComplaintKind kind, @Nullable Integer grade,
            @Nullable Integer tier, @Nullable ComplaintChannel channel, @NotBlank @Nullable String calendar,
            @NotNull @Nullable Integer firstResponse, @NotNull @Nullable Integer nextUpdate,
            @NotNull @Nullable Integer resolution, @Nullable Long version) {

        static PolicyForm of(ServicePolicy it) {
            return new PolicyForm(it.rank(), it.name(), it.nameEn(), it.kind(), it.grade(), it.tier(), it.channel(),
                    it.calendar(), it.firstResponse(), it.nextUpdate(), it.resolution(), it.version());
        }

        ServicePolicy policy(UUID id) {
            return new ServicePolicy(id, requireNonNullElse(rank, 0), requireNonNullElse(name, ""), nameEn, kind, grade,
                    tier, channel, requireNonNullElse(calendar, ""), requireNonNullElse(firstResponse, 0),
                    requireNonNullElse(nextUpdate, 0), requireNonNullElse(resolution, 0),
                    requireNonNullElse(version, -1L));
        }

    }

    @GetMapping
    @PreAuthorize("hasAuthority('VIEW')")
    String list(@ModelAttribute("query") TrialQuery query, Model model, Locale locale) {
        Map<String, String> hours = new HashMap<>();
        calendars.all().forEach(it -> hours.put(it.code(), it.name(locale)));
        model.addAttribute("hours", hours);
        model.addAttribute("policies", policies.all());
        model.addAttribute("trial", policies.attempt(query.asked()));
        return vocabulary(model, "complaint/policies");
    }

    @GetMapping("/new")
    @PreAuthorize("hasAuthority('SETTINGS')")
    String ask(Model model) {
        model.addAttribute("form",
                new PolicyForm(null, null, null, null, null, null, null, "cn", 240, 900, 2250, null));
        return vocabulary(model, "complaint/policy");
    }

    @PostMapping("/new")
    @PreAuthorize("hasAuthority('SETTINGS')")
    String add(@Valid @ModelAttribute("form") PolicyForm form, BindingResult errors, Model model,
            HttpServletResponse response, RedirectAttributes flash) {
        if (!FormTry.succeeds(errors, () -> policies.add(form.policy(new UUID(0, 0))))) {
            response.setStatus(422);
            return vocabulary(model, "complaint/policy");
        }
        flash.addFlashAttribute("notice", "policy.saved");
        return BACK;
    }

    @GetMapping("/{policy}")
    @PreAuthorize("hasAuthority('SETTINGS')")
    String show(@PathVariable UUID policy, Model model) {
        var it = policies.require(policy);
        model.addAttribute("policy", it);
        model.addAttribute("form", PolicyForm.of(it));
        return vocabulary(model, "complaint/policy");
    }

    @PostMapping("/{policy}")
    @PreAuthorize("hasAuthority('SETTINGS')")
    String revise(@PathVariable UUID policy, @Valid @ModelAttribute("form") PolicyForm form, BindingResult errors,
            Model model, HttpServletResponse response, RedirectAttributes flash) {
        var it = policies.require(policy);
        if (!FormTry.succeeds(errors, () -> policies.revise(form.policy(policy)))) {
            model.addAttribute("policy", it);
            response.setStatus(422);
            return vocabulary(model, "complaint/policy");
        }
        flash.addFlashAttribute("notice", "policy.saved");
        return BACK;
    }

    @PostMapping("/{policy}/remove")
    @PreAuthorize("hasAuthority('SETTINGS')")
    String remove(@PathVariable UUID policy, @RequestParam long version, RedirectAttributes flash) {
        policies.remove(policy, version);
        flash.addFlashAttribute("notice", "policy.removed");
        return BACK;
    }

    private String vocabulary(Model model, String view) {
        model.addAttribute("kinds", ComplaintKind.values());
        model.addAttribute("channels", ComplaintChannel.values());
        model.addAttribute("calendars", calendars.all());
        model.addAttribute("fourSteps", List.of(1, 2, 3, 4));
        return view;
    }

}
