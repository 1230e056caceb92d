package io.cesm.web.attainment;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.time.CompanyTime;
import io.cesm.governance.attainment.DueClocks;
import io.cesm.governance.attainment.DueClocks.Due;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The calendar of complaints: clocks by the day they are due. */
@Controller
@PreAuthorize("hasAuthority('VIEW')")
class DueCalendarController {

    private final DueClocks clocks;

    private final CurrentActor current;

    private final Clock clock;

    DueCalendarController(DueClocks clocks, CurrentActor current, Clock clock) {
        this.clocks = clocks;
        this.current = current;
        this.clock = clock;
    }

    /** One day of the month that is shown, or of the weeks around it. */
    record Day(LocalDate date, boolean inMonth, boolean today, boolean late, List<Due> clocks) {
    }

    @GetMapping("/complaints/calendar")
    String month(@RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String owner, Model model) {
        var today = CompanyTime.today(clock);
        var shown = read(month, today);
        var first = shown.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var last = shown.atEndOfMonth().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        var mine = "me".equals(owner);
        Map<LocalDate, List<Due>> byDay = new HashMap<>();
        var found = clocks.between(first, last, mine ? current.actor().staff() : null);
        found.forEach(it -> byDay.computeIfAbsent(CompanyTime.dayOf(it.dueAt()), day -> new ArrayList<>()).add(it));
        List<List<Day>> weeks = new ArrayList<>();
        for (var monday = first; !monday.isAfter(last); monday = monday.plusWeeks(1)) {
            var start = monday;
            weeks.add(IntStream.range(0, 7)
                .mapToObj(start::plusDays)
                .map(day -> new Day(day, YearMonth.from(day).equals(shown), day.equals(today), day.isBefore(today),
                        byDay.getOrDefault(day, List.of())))
                .toList());
        }
        model.addAttribute("weeks", weeks);
        model.addAttribute("month", shown);
        model.addAttribute("mine", mine);
        model.addAttribute("idle", found.isEmpty());
        model.addAttribute("cut", found.size() >= DueClocks.MOST);
        return "attainment/calendar";
    }

    private static YearMonth read(@Nullable String month, LocalDate today) {
        try {
            return month == null || month.isBlank() ? YearMonth.from(today) : YearMonth.parse(month.strip());
        }
        catch (DateTimeException ex) {
            return YearMonth.from(today);
        }
    }

}
