package io.cesm.web.fielding;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.satisfaction.fielding.ContactGuard;
import io.cesm.satisfaction.fielding.Guard;
import io.cesm.web.people.FormTry;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The rules that keep people from being asked too often or at the wrong time. */
@Controller
@RequestMapping("/admin/guard")
@PreAuthorize("hasAuthority('SETTINGS')")
class GuardController {

    private final ContactGuard guards;

    GuardController(ContactGuard guards) {
        this.guards = guards;
    }

    /** The rules as a person fills them in; days and networks stand one a line. */
    record GuardForm(@NotNull @Min(0) @Max(365) @Nullable Integer contactDays,
            @NotNull @Min(0) @Max(365) @Nullable Integer customerDays, @NotNull @Nullable LocalTime from,
            @NotNull @Nullable LocalTime to, @Nullable Boolean weekends, @Size(max = 6000) @Nullable String holidays,
            @Size(max = 6000) @Nullable String workdays, @Size(max = 4000) @Nullable String ownNetworks,
            @Nullable Long version) {

        static GuardForm of(Guard it) {
            return new GuardForm(it.contactDays(), it.customerDays(), it.from(), it.to(), it.weekends(),
                    lines(it.holidays()), lines(it.workdays()), lines(it.ownNetworks()), it.version());
        }

        Guard wish() {
            return new Guard(requireNonNull(contactDays), requireNonNull(customerDays), requireNonNull(from),
                    requireNonNull(to), Boolean.TRUE.equals(weekends), days(holidays, "holidays"),
                    days(workdays, "workdays"), words(ownNetworks), version == null ? -1 : version);
        }

        private static String lines(List<?> values) {
            return values.stream().map(String::valueOf).collect(Collectors.joining("\n"));
        }

        private static List<String> words(@Nullable String text) {
            return text == null ? List.of()
                    : text.lines().map(String::strip).filter(it -> !it.isEmpty()).distinct().toList();
        }

        private static List<LocalDate> days(@Nullable String text, String field) {
            var days = new ArrayList<LocalDate>();
            for (var each : words(text)) {
                try {
                    days.add(LocalDate.parse(each));
                }
                catch (DateTimeParseException ex) {
                    throw new FieldRefusal(field, "fielding.no_day", each.length() > 40 ? each.substring(0, 40) : each);
                }
            }
            return days;
        }

    }

    @GetMapping
    String ask(Model model) {
        model.addAttribute("form", GuardForm.of(guards.now()));
        return "fielding/guard";
    }

    @PostMapping
    String revise(@Valid @ModelAttribute("form") GuardForm form, BindingResult errors, Model model,
            HttpServletResponse response, RedirectAttributes flash) {
        if (!FormTry.succeeds(errors, () -> guards.revise(form.wish()))) {
            response.setStatus(422);
            return "fielding/guard";
        }
        flash.addFlashAttribute("notice", "fielding.guard.saved");
        return "redirect:/admin/guard";
    }

}
