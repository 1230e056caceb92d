package io.cesm.web.calendar;

import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;

import io.cesm.domain.calendar.CalendarBook;
import io.cesm.domain.calendar.HolidayFile;
import io.cesm.domain.calendar.TendingCalendars;
import io.cesm.domain.calendar.YearNotice;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.web.calendar.CalendarForms.DaysForm;
import io.cesm.web.calendar.CalendarForms.WeekForm;
import io.cesm.web.calendar.CalendarPage.Trial;
import io.cesm.web.people.FormTry;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The calendars by which due times are counted. */
@Controller
@RequestMapping("/admin/calendars")
@PreAuthorize("hasAuthority('SETTINGS')")
class BusinessCalendarController {

    private static final Trial NOTHING = new Trial(null, null);

    private final CalendarBook book;

    private final TendingCalendars tending;

    private final CalendarPage page;

    BusinessCalendarController(CalendarBook book, TendingCalendars tending, CalendarPage page) {
        this.book = book;
        this.tending = tending;
        this.page = page;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("calendars", book.all());
        return "calendar/list";
    }

    @GetMapping("/new")
    String ask(Model model) {
        model.addAttribute("form", WeekForm.blank());
        return "calendar/new";
    }

    @PostMapping
    String add(@Valid @ModelAttribute("form") WeekForm form, BindingResult errors, HttpServletResponse response,
            RedirectAttributes flash) {
        if (!FormTry.succeeds(errors, () -> tending.add(requireNonNullElse(form.code(), ""),
                requireNonNullElse(form.name(), ""), form.nameEn(), form.over(null)))) {
            response.setStatus(422);
            return "calendar/new";
        }
        flash.addFlashAttribute("notice", "calendar.added");
        return "redirect:/admin/calendars/" + form.code();
    }

    @GetMapping("/{code}")
    String show(@PathVariable String code, @RequestParam @Nullable Integer year, @ModelAttribute("trial") Trial trial,
            Model model, Locale language) {
        return page.show(code, year, trial, model, language);
    }

    @PostMapping("/{code}")
    String revise(@PathVariable String code, @Valid @ModelAttribute("form") WeekForm form, BindingResult errors,
            Model model, Locale language, HttpServletResponse response, RedirectAttributes flash) {
        var before = book.require(code).definition();
        if (!FormTry.succeeds(errors, () -> tending.revise(code, seen(form.version()),
                requireNonNullElse(form.name(), ""), form.nameEn(), form.over(before), form.note()))) {
            return again(code, null, model, language, response);
        }
        return done(code, null, flash);
    }

    @PostMapping("/{code}/days")
    String mark(@PathVariable String code, @Valid @ModelAttribute("days") DaysForm form, BindingResult errors,
            Model model, Locale language, HttpServletResponse response, RedirectAttributes flash) {
        book.require(code);
        var year = form.from() == null ? null : form.from().getYear();
        if (!FormTry.succeeds(errors, () -> tending.mark(code, seen(form.version()), form.rules(), null))) {
            return again(code, year, model, language, response);
        }
        return done(code, year, flash);
    }

    @PostMapping("/{code}/days/remove")
    String unmark(@PathVariable String code, @RequestParam LocalDate from, @RequestParam LocalDate to,
            @RequestParam long version, RedirectAttributes flash) {
        tending.unmark(code, version, from, to);
        return done(code, from.getYear(), flash);
    }

    @PostMapping("/{code}/years")
    String note(@PathVariable String code, @RequestParam int year, @RequestParam boolean published,
            @RequestParam @Nullable String source, @RequestParam long version, RedirectAttributes flash) {
        tending.note(code, version, new YearNotice(year, published, source));
        return done(code, year, flash);
    }

    /** Takes the days of an iCalendar file in. */
    @PostMapping("/{code}/file")
    String take(@PathVariable String code, @RequestParam MultipartFile file, @RequestParam boolean markedOnly,
            @RequestParam long version, Model model, Locale language, HttpServletResponse response,
            RedirectAttributes flash) throws IOException {
        book.require(code);
        try {
            var days = HolidayFile.read(new String(file.getBytes(), StandardCharsets.UTF_8), markedOnly);
            tending.mark(code, version, days, file.getOriginalFilename());
            return done(code, days.getFirst().date().getYear(), flash);
        }
        catch (FieldRefusal refusal) {
            model.addAttribute("refused", refusal);
            return again(code, null, model, language, response);
        }
    }

    private static long seen(@Nullable Long version) {
        return version == null ? -1 : version;
    }

    private static String done(String code, @Nullable Integer year, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", "calendar.saved");
        return "redirect:/admin/calendars/" + code + (year == null ? "" : "?year=" + year);
    }

    private String again(String code, @Nullable Integer year, Model model, Locale language,
            HttpServletResponse response) {
        response.setStatus(422);
        return page.show(code, year, NOTHING, model, language);
    }

}
