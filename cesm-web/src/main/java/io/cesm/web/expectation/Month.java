package io.cesm.web.expectation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;

import org.jspecify.annotations.Nullable;

/** A month of the calendar with the weeks it touches. */
record Month(YearMonth month) {

    /** The month of an address; that of today if it names none that makes sense. */
    static Month read(@Nullable String text, LocalDate today) {
        var now = new Month(YearMonth.from(today));
        try {
            var asked = text == null || text.isBlank() ? now.month : YearMonth.parse(text);
            return asked.getYear() < 1990 || asked.getYear() > 2200 ? now : new Month(asked);
        }
        catch (DateTimeParseException ex) {
            return now;
        }
    }

    LocalDate first() {
        return month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    LocalDate last() {
        return month.atEndOfMonth().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    }

}
