package io.cesm.web.people;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

import io.cesm.domain.people.ArrangingSubstitutes;
import io.cesm.domain.people.ManagingStaff;
import io.cesm.domain.people.Person;
import io.cesm.domain.people.StaffBook;
import io.cesm.domain.people.StaffFilter;
import io.cesm.domain.people.StaffRow;
import io.cesm.web.security.StaffAuthentication;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
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
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own entry: what is written there, and who stands in. */
@Controller
@RequestMapping("/me")
@PreAuthorize("hasAuthority('VIEW')")
class MeController {

    private final StaffBook people;

    private final ManagingStaff managing;

    private final ArrangingSubstitutes substitutes;

    private final LocaleResolver languages;

    MeController(StaffBook people, ManagingStaff managing, ArrangingSubstitutes substitutes, LocaleResolver languages) {
        this.people = people;
        this.managing = managing;
        this.substitutes = substitutes;
        this.languages = languages;
    }

    @GetMapping
    String show(StaffAuthentication who, Model model) {
        var row = people.require(who.access().staff());
        model.addAttribute("form", ProfileForm.of(row));
        return profile(row, model);
    }

    @PostMapping
    String correct(@ModelAttribute("form") ProfileForm form, BindingResult errors, StaffAuthentication who,
            HttpServletRequest request, HttpServletResponse response, Model model, RedirectAttributes flash) {
        var row = people.require(who.access().staff());
        if (!FormTry.succeeds(errors, () -> managing.correctOwn(form.person(row), form.seen()))) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return profile(row, model);
        }
        languages.setLocale(request, response,
                form.language() == null || form.language().isBlank() ? null : Locale.of(form.language()));
        flash.addFlashAttribute("notice", "me.saved");
        return "redirect:/me";
    }

    @GetMapping("/substitutes")
    String substitutes(StaffAuthentication who, Model model) {
        model.addAttribute("form", new SubstituteForm(null, null, null));
        return stand(who, model);
    }

    @PostMapping("/substitutes")
    String arrange(@ModelAttribute("form") SubstituteForm form, BindingResult errors, StaffAuthentication who,
            Model model, HttpServletResponse response, RedirectAttributes flash) {
        boolean done = FormTry.succeeds(errors, () -> form.arrange(substitutes, who.access().staff()));
        if (!done) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return stand(who, model);
        }
        flash.addFlashAttribute("notice", "people.substitute_arranged");
        return "redirect:/me/substitutes";
    }

    @PostMapping("/substitutes/{id}/end")
    String end(@PathVariable UUID id, RedirectAttributes flash) {
        substitutes.end(id);
        flash.addFlashAttribute("notice", "people.substitute_ended");
        return "redirect:/me/substitutes";
    }

    private static String profile(StaffRow row, Model model) {
        model.addAttribute("me", row);
        model.addAttribute("languages", java.util.List.of("zh", "en"));
        return "people/me";
    }

    private String stand(StaffAuthentication who, Model model) {
        var me = who.access().staff();
        model.addAttribute("substitutes", people.substitutesOf(me));
        model.addAttribute("standsInFor", people.standsInFor(me));
        model.addAttribute("colleagues", Colleagues.of(people.list(StaffFilter.active(), 500, null).items(), me));
        return "people/me-substitutes";
    }

    /** What people may correct of their own entry. */
    record ProfileForm(@Nullable String nameEn, @Nullable String email, @Nullable String phone,
            @Nullable String language, @Nullable String timeZone, @Nullable Long version) {

        /** The version the person saw; none counts as an old one. */
        long seen() {
            return version == null ? -1 : version;
        }

        static ProfileForm of(StaffRow row) {
            var it = row.person();
            return new ProfileForm(it.nameEn(), it.email(), it.phone(), it.language(), it.timeZone(), row.version());
        }

        Person person(StaffRow row) {
            return Person.of(row.name(), nameEn, email, phone, language, timeZone);
        }

    }

    /** Who shall stand in, and when. */
    record SubstituteForm(@Nullable String substitute,
            @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to) {

        void arrange(ArrangingSubstitutes arranging, io.cesm.domain.people.StaffId absent) {
            if (from == null || to == null) {
                throw new io.cesm.domain.kernel.FieldRefusal(from == null ? "from" : "to", "text.required");
            }
            arranging.arrange(absent, Ids.requireStaff(substitute, "substitute"), from, to);
        }

    }

}
