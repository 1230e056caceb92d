package io.cesm.web.expectation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.cesm.domain.people.CurrentActor;
import io.cesm.expectation.ExpectationRegister;
import io.cesm.expectation.ExpectationRow;
import io.cesm.expectation.RegisterOrder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The calendar: open expectations by the day they are due. */
@Controller
class CalendarController {

    private static final int MOST = 500;

    private final ExpectationRegister register;

    private final CurrentActor current;

    private final Today today;

    CalendarController(ExpectationRegister register, CurrentActor current, Today today) {
        this.register = register;
        this.current = current;
        this.today = today;
    }

    /** One day of the month that is shown, or of the weeks around it. */
    record Day(LocalDate date, boolean inMonth, boolean today, boolean late, List<ExpectationRow> rows) {
    }

    @GetMapping("/expectations/calendar")
    String month(@ModelAttribute("query") RegisterQuery query, @RequestParam @Nullable String month, Model model) {
        var asked = Month.read(month, today.day());
        var shown = asked.month();
        var first = asked.first();
        var last = asked.last();
        var found = register.slice(query.filter(current.actor()).dueBetween(first, last), RegisterOrder.DUE, MOST,
                null);
        Map<LocalDate, List<ExpectationRow>> byDay = new HashMap<>();
        for (var row : found.items()) {
            if (row.dueOn() != null) {
                byDay.computeIfAbsent(row.dueOn(), it -> new ArrayList<>()).add(row);
            }
        }
        model.addAttribute("weeks", weeks(first, last, shown, byDay));
        model.addAttribute("month", shown);
        model.addAttribute("idle", byDay.isEmpty());
        model.addAttribute("cut", found.next() != null);
        return "expectation/calendar";
    }

    private List<List<Day>> weeks(LocalDate first, LocalDate last, YearMonth shown,
            Map<LocalDate, List<ExpectationRow>> byDay) {
        var now = today.day();
        var weeks = new ArrayList<List<Day>>();
        for (var monday = first; monday.isBefore(last); monday = monday.plusWeeks(1)) {
            var start = monday;
            weeks.add(IntStream.range(0, 7)
                .mapToObj(start::plusDays)
                .map(day -> new Day(day, YearMonth.from(day).equals(shown), day.equals(now), day.isBefore(now),
                        byDay.getOrDefault(day, List.of())))
                .toList());
        }
        return weeks;
    }

}
