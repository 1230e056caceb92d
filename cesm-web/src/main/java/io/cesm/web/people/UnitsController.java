package io.cesm.web.people;

import java.time.LocalDate;

import io.cesm.domain.people.OrganisingUnits;
import io.cesm.domain.people.StaffBook;
import io.cesm.domain.people.StaffFilter;
import io.cesm.domain.people.UnitBook;
import io.cesm.domain.people.UnitBook.UnitRow;
import io.cesm.domain.people.UnitId;
import io.cesm.domain.people.UnitKind;
import io.cesm.domain.timeline.TimelineBook;
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

/** The units of the organisation. */
@Controller
@RequestMapping("/admin/units")
@PreAuthorize("hasAuthority('PEOPLE_ADMIN')")
class UnitsController {

    private final UnitBook units;

    private final StaffBook people;

    private final OrganisingUnits organising;

    private final TimelineBook timeline;

    UnitsController(UnitBook units, StaffBook people, OrganisingUnits organising, TimelineBook timeline) {
        this.units = units;
        this.people = people;
        this.organising = organising;
        this.timeline = timeline;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("units", units.tree());
        return "people/units";
    }

    @GetMapping("/new")
    String ask(@RequestParam(required = false) @Nullable String parent, Model model) {
        model.addAttribute("form", new UnitForm(parent, UnitKind.OFFICE, null, null, null, null));
        return form(model);
    }

    @PostMapping
    String found(@ModelAttribute("form") UnitForm form, BindingResult errors, Model model, HttpServletResponse response,
            RedirectAttributes flash) {
        boolean done = FormTry.succeeds(errors, () -> organising.found(Ids.unit(form.parent()), form.kindOrOffice(),
                form.name(), form.nameEn(), form.from()));
        if (!done) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(model);
        }
        flash.addFlashAttribute("notice", "units.founded");
        return "redirect:/admin/units";
    }

    @GetMapping("/{id}")
    String show(@PathVariable UnitId id, Model model) {
        var row = units.require(id);
        model.addAttribute("form", new UnitForm(row.parent() == null ? null : row.parent().toString(), row.kind(),
                row.name(), row.nameEn(), row.validFrom(), row.version()));
        return page(row, model);
    }

    @PostMapping("/{id}")
    String rename(@PathVariable UnitId id, @ModelAttribute("form") UnitForm form, BindingResult errors, Model model,
            HttpServletResponse response, RedirectAttributes flash) {
        var row = units.require(id);
        boolean done = FormTry.succeeds(errors,
                () -> organising.rename(id, form.kindOrOffice(), form.name(), form.nameEn(), form.seen()));
        if (!done) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(row, model);
        }
        flash.addFlashAttribute("notice", "units.saved");
        return "redirect:/admin/units/{id}";
    }

    @PostMapping("/{id}/move")
    String move(@PathVariable UnitId id, @RequestParam UnitId parent, @RequestParam long version,
            RedirectAttributes flash) {
        organising.move(id, parent, version);
        flash.addFlashAttribute("notice", "units.moved");
        return "redirect:/admin/units/{id}";
    }

    @PostMapping("/{id}/close")
    String close(@PathVariable UnitId id, @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam long version, RedirectAttributes flash) {
        organising.close(id, until, version);
        flash.addFlashAttribute("notice", "units.closed");
        return "redirect:/admin/units/{id}";
    }

    private String form(Model model) {
        model.addAttribute("units", units.tree());
        model.addAttribute("kinds", UnitKind.values());
        return "people/unit-new";
    }

    private String page(UnitRow row, Model model) {
        model.addAttribute("unit", row);
        model.addAttribute("units", units.tree());
        model.addAttribute("kinds", UnitKind.values());
        model.addAttribute("people", people.list(new StaffFilter(null, null, row.id(), null), 200, null).items());
        model.addAttribute("timeline", timeline.of(row.id().id(), 30, null));
        return "people/unit";
    }

    /** A unit to found or to rename. */
    record UnitForm(@Nullable String parent, @Nullable UnitKind kind, @Nullable String name, @Nullable String nameEn,
            @Nullable LocalDate from, @Nullable Long version) {

        /** The version the person saw; none counts as an old one. */
        long seen() {
            return version == null ? -1 : version;
        }

        UnitKind kindOrOffice() {
            return kind == null ? UnitKind.OFFICE : kind;
        }

    }

}
