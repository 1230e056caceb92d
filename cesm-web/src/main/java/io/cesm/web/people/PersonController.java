package io.cesm.web.people;

import java.util.Set;
import java.util.UUID;

import io.cesm.domain.people.ArrangingSubstitutes;
import io.cesm.domain.people.ManagingStaff;
import io.cesm.domain.people.Person;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffBook;
import io.cesm.domain.people.StaffFilter;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.people.StaffRow;
import io.cesm.domain.people.UnitBook;
import io.cesm.domain.people.UnitId;
import io.cesm.domain.timeline.TimelineBook;
import io.cesm.web.security.PasswordLinks;
import io.cesm.web.security.SecondFactorReset;
import io.cesm.web.security.StaffAuthentication;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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

/** One member of staff, as administrators see and change them. */
@Controller
@RequestMapping("/admin/people/{id}")
@PreAuthorize("hasAuthority('PEOPLE_ADMIN')")
class PersonController {

    private final StaffBook people;

    private final UnitBook units;

    private final ManagingStaff managing;

    private final ArrangingSubstitutes substitutes;

    private final PasswordLinks links;

    private final SecondFactorReset factors;

    private final TimelineBook timeline;

    PersonController(StaffBook people, UnitBook units, ManagingStaff managing, ArrangingSubstitutes substitutes,
            PasswordLinks links, SecondFactorReset factors, TimelineBook timeline) {
        this.people = people;
        this.units = units;
        this.managing = managing;
        this.substitutes = substitutes;
        this.links = links;
        this.factors = factors;
        this.timeline = timeline;
    }

    @GetMapping
    String show(@PathVariable StaffId id, StaffAuthentication who, Model model) {
        var row = people.require(id);
        model.addAttribute("form", PersonForm.of(row));
        return page(row, who, model);
    }

    @PostMapping
    String correct(@PathVariable StaffId id, @ModelAttribute("form") PersonForm form, BindingResult errors,
            StaffAuthentication who, Model model, HttpServletResponse response, RedirectAttributes flash) {
        var row = people.require(id);
        if (!FormTry.succeeds(errors, () -> managing.correct(id, form.person(), form.requireUnit(), form.seen()))) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(row, who, model);
        }
        flash.addFlashAttribute("notice", "people.saved");
        return "redirect:/admin/people/{id}";
    }

    @PostMapping("/roles")
    String changeRoles(@PathVariable StaffId id, @RequestParam(required = false) @Nullable Set<Role> roles,
            @RequestParam long version, RedirectAttributes flash) {
        managing.changeRoles(id, roles == null ? Set.of() : roles, version);
        flash.addFlashAttribute("notice", "people.roles_changed");
        return "redirect:/admin/people/{id}";
    }

    @PostMapping("/disable")
    String disable(@PathVariable StaffId id, @RequestParam long version, RedirectAttributes flash) {
        managing.disable(id, version);
        flash.addFlashAttribute("notice", "people.disabled");
        return "redirect:/admin/people/{id}";
    }

    @PostMapping("/enable")
    String enable(@PathVariable StaffId id, @RequestParam long version, RedirectAttributes flash) {
        managing.enable(id, version);
        flash.addFlashAttribute("notice", "people.enabled");
        return "redirect:/admin/people/{id}";
    }

    /** Makes a link and shows it in the answer itself: it is stored nowhere. */
    @PostMapping("/password-link")
    String passwordLink(@PathVariable StaffId id, StaffAuthentication who, Model model, HttpServletResponse response) {
        var row = people.require(id);
        model.addAttribute("link", links.make(id));
        model.addAttribute("form", PersonForm.of(row));
        response.setHeader("Cache-Control", "no-store");
        return page(row, who, model);
    }

    @PostMapping("/second-factor/remove")
    String removeSecondFactor(@PathVariable StaffId id, RedirectAttributes flash) {
        factors.remove(id);
        flash.addFlashAttribute("notice", "people.factor_removed");
        return "redirect:/admin/people/{id}";
    }

    @PostMapping("/substitutes")
    String arrange(@PathVariable StaffId id, @ModelAttribute("stand") MeController.SubstituteForm stand,
            RedirectAttributes flash) {
        stand.arrange(substitutes, id);
        flash.addFlashAttribute("notice", "people.substitute_arranged");
        return "redirect:/admin/people/{id}";
    }

    @PostMapping("/substitutes/{substitute}/end")
    String end(@PathVariable StaffId id, @PathVariable UUID substitute, RedirectAttributes flash) {
        substitutes.end(substitute);
        flash.addFlashAttribute("notice", "people.substitute_ended");
        return "redirect:/admin/people/{id}";
    }

    private String page(StaffRow row, StaffAuthentication who, Model model) {
        model.addAttribute("person", row);
        model.addAttribute("self", row.id().equals(who.access().staff()));
        model.addAttribute("units", units.tree());
        model.addAttribute("roles", Role.values());
        model.addAttribute("factor", factors.has(row.id()));
        model.addAttribute("substitutes", people.substitutesOf(row.id()));
        model.addAttribute("standsInFor", people.standsInFor(row.id()));
        model.addAttribute("colleagues", Colleagues.of(people.list(StaffFilter.active(), 500, null).items(), row.id()));
        model.addAttribute("timeline", timeline.of(row.id().id(), 30, null));
        return "people/person";
    }

    /** What is written about somebody. */
    record PersonForm(@Nullable String name, @Nullable String nameEn, @Nullable String email, @Nullable String phone,
            @Nullable String language, @Nullable String timeZone, @Nullable String unit, @Nullable Long version) {

        /** The version the person saw; none counts as an old one. */
        long seen() {
            return version == null ? -1 : version;
        }

        static PersonForm of(StaffRow row) {
            var it = row.person();
            return new PersonForm(it.name(), it.nameEn(), it.email(), it.phone(), it.language(), it.timeZone(),
                    row.unit().toString(), row.version());
        }

        Person person() {
            return Person.of(name, nameEn, email, phone, language, timeZone);
        }

        UnitId requireUnit() {
            return Ids.requireUnit(unit, "unit");
        }

    }

}
