package io.cesm.web.people;

import java.util.Set;

import io.cesm.domain.people.HireStaff;
import io.cesm.domain.people.ManagingStaff;
import io.cesm.domain.people.Person;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffBook;
import io.cesm.domain.people.StaffFilter;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.people.StaffStatus;
import io.cesm.domain.people.UnitBook;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of people, and taking somebody on. */
@Controller
@RequestMapping("/admin/people")
@PreAuthorize("hasAuthority('PEOPLE_ADMIN')")
class PeopleController {

    private static final int PAGE = 50;

    private final StaffBook people;

    private final UnitBook units;

    private final ManagingStaff managing;

    PeopleController(StaffBook people, UnitBook units, ManagingStaff managing) {
        this.people = people;
        this.units = units;
        this.managing = managing;
    }

    @GetMapping
    String list(Filter filter, @RequestParam(required = false) @Nullable String cursor, Model model) {
        model.addAttribute("filter", filter);
        model.addAttribute("slice", people.list(filter.wish(), PAGE, cursor));
        model.addAttribute("units", units.tree());
        model.addAttribute("roles", Role.values());
        return "people/list";
    }

    @GetMapping("/new")
    String ask(@RequestParam(required = false) @Nullable String unit, Model model) {
        var all = units.tree();
        var there = unit == null && all.size() == 1 ? all.getFirst().id().toString() : unit;
        model.addAttribute("form", new HireForm(null, null, null, null, null, there, Set.of()));
        return form(model);
    }

    @PostMapping
    String hire(@ModelAttribute("form") HireForm form, BindingResult errors, Model model, HttpServletResponse response,
            RedirectAttributes flash) {
        var hired = new StaffId[1];
        if (!FormTry.succeeds(errors, () -> hired[0] = managing.hire(form.wish()))) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(model);
        }
        flash.addFlashAttribute("notice", "people.hired");
        return "redirect:/admin/people/" + hired[0];
    }

    private String form(Model model) {
        model.addAttribute("units", units.tree());
        model.addAttribute("roles", Role.values());
        return "people/new";
    }

    /** Whom to list. */
    record Filter(@Nullable String q, @Nullable Role role, @Nullable String unit, @Nullable StaffStatus status) {

        StaffFilter wish() {
            return new StaffFilter(q, role, Ids.unit(unit), status);
        }

        public boolean any() {
            return (q != null && !q.isBlank()) || role != null || Ids.unit(unit) != null || status != null;
        }

    }

    /** Somebody to take on. */
    record HireForm(@Nullable String login, @Nullable String name, @Nullable String nameEn, @Nullable String email,
            @Nullable String phone, @Nullable String unit, @Nullable Set<Role> roles) {

        HireStaff wish() {
            return HireStaff.of(login == null ? "" : login, Person.of(name, nameEn, email, phone, null, null),
                    Ids.requireUnit(unit, "unit"), roles == null ? Set.of() : roles);
        }

    }

}
