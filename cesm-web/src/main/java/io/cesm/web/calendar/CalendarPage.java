package io.cesm.web.calendar;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.stream.IntStream;

import io.cesm.domain.calendar.BusinessCalendar;
import io.cesm.domain.calendar.CalendarBook;
import io.cesm.domain.calendar.DayKind;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.timeline.TimelineBook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts together the page of one calendar, whichever of its forms is open. */
@Component
class CalendarPage {

    private static final int YEARS_AROUND = 2;

    private static final int HISTORY = 20;

    private static final int MOST_HOURS = 10_000;

    private final CalendarBook book;

    private final TimelineBook timeline;

    private final Clock clock;

    CalendarPage(CalendarBook book, TimelineBook timeline, Clock clock) {
        this.book = book;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * What somebody tries out.
     *
     * @param from local time of the calendar, such as {@code 2026-02-14T16:00}
     */
    record Trial(@Nullable String from, @Nullable Integer hours) {
    }

    String show(String code, @Nullable Integer year, Trial trial, Model model, Locale language) {
        var it = book.require(code);
        int shown = year(year);
        model.addAttribute("it", it);
        model.addAttribute("year", YearView.of(it.definition(), shown, language));
        model.addAttribute("announced", it.definition().notice(shown));
        model.addAttribute("years", IntStream.rangeClosed(shown - YEARS_AROUND, shown + YEARS_AROUND).boxed().toList());
        model.addAttribute("kinds", DayKind.values());
        model.addAttribute("versions", book.versions(code));
        model.addAttribute("timeline", timeline.of(it.id().id(), HISTORY, null));
        model.addAttribute("trial", trial);
        model.addAttribute("due", due(it, trial));
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", CalendarForms.WeekForm.of(it));
        }
        if (!model.containsAttribute("days")) {
            model.addAttribute("days", CalendarForms.DaysForm.blank(it.version()));
        }
        return "calendar/show";
    }

    private int year(@Nullable Integer year) {
        return year == null || year < 2000 || year > 2099 ? CompanyTime.today(clock).getYear() : year;
    }

    private @Nullable Instant due(BusinessCalendar it, Trial trial) {
        if (trial.from() == null || trial.from().isBlank() || trial.hours() == null) {
            return null;
        }
        try {
            var from = LocalDateTime.parse(trial.from()).atZone(it.definition().getZone()).toInstant();
            return book.time(it).add(from, Duration.ofHours(Math.clamp(trial.hours(), 0, MOST_HOURS)));
        }
        catch (DateTimeException | Refusal beyond) {
            return null;
        }
    }

}
