package io.cesm.web.customer;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

import io.cesm.domain.customer.Assignment;
import io.cesm.domain.customer.CustomerFile;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.customer.StaffingAccounts;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffBook;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.time.CompanyTime;
import jakarta.validation.Valid;
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

/** Puts people into the account team and takes them out of it, by date. */
@Controller
@RequestMapping("/customers/{id}/team")
@PreAuthorize("hasAuthority('CUSTOMER_EDIT')")
class TeamController {

    private final StaffingAccounts staffing;

    private final CustomerFile file;

    private final StaffBook staff;

    private final Clock clock;

    TeamController(StaffingAccounts staffing, CustomerFile file, StaffBook staff, Clock clock) {
        this.staffing = staffing;
        this.file = file;
        this.staff = staff;
        this.clock = clock;
    }

    @GetMapping("/new")
    public String ask(@PathVariable CustomerId id, @RequestParam @Nullable Role role, Model model) {
        var head = file.head(id);
        model.addAttribute("form", new MemberForm(null, null, role, null, today(), null, head.version()));
        return page(head, model);
    }

    @PostMapping("/new")
    public String assign(@PathVariable CustomerId id, @Valid @ModelAttribute("form") MemberForm form,
            BindingResult errors, Model model, RedirectAttributes flash) {
        if (!Tries.succeeds(errors, () -> staffing.assign(id, form.assignment(person(form)), form.seen()))) {
            return page(file.head(id), model);
        }
        flash.addFlashAttribute("notice", "customer.staffed");
        return "redirect:/customers/{id}?tab=team";
    }

    @PostMapping("/{member}/release")
    public String release(@PathVariable CustomerId id, @PathVariable UUID member, @RequestParam long version,
            RedirectAttributes flash) {
        staffing.release(id, member, today().minusDays(1), version);
        flash.addFlashAttribute("notice", "customer.released");
        return "redirect:/customers/{id}?tab=team";
    }

    /** Picked from the list, or typed so that only one can be meant. */
    private StaffId person(MemberForm form) {
        if (form.staff() != null) {
            return new StaffId(form.staff());
        }
        var found = form.staffText() == null || form.staffText().isBlank() ? java.util.List.<Object>of()
                : staff.suggest(form.staffText(), 2);
        if (found.size() != 1) {
            throw new FieldRefusal("staffText", found.isEmpty() ? "staff.unknown" : "staff.several");
        }
        return staff.suggest(form.staffText(), 1).getFirst().id();
    }

    private LocalDate today() {
        return CompanyTime.today(clock);
    }

    private String page(CustomerFile.Head head, Model model) {
        model.addAttribute("customer", head);
        model.addAttribute("places", Assignment.PLACES);
        return "customer/member";
    }

    record MemberForm(@Nullable UUID staff, @Size(max = 80) @Nullable String staffText, @NotNull @Nullable Role role,
            @Nullable Boolean backup, @NotNull @Nullable LocalDate from, @Nullable LocalDate to,
            @Nullable Long version) {

        Assignment assignment(StaffId person) {
            return new Assignment(person, requireNonNull(role), Boolean.TRUE.equals(backup), requireNonNull(from), to);
        }

        Long seen() {
            return version == null ? -1 : version;
        }
    }

}
