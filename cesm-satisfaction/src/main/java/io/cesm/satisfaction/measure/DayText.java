package io.cesm.satisfaction.measure;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.cesm.domain.intake.Label;
import io.cesm.domain.intake.Setting;
import io.cesm.domain.kernel.FieldRefusal;

/** Ways to write a day. */
enum DayText {

    /** Year first, in whatever way it is parted. */
    ISO(1, 2, 3),
    /** 31/12/2026. */
    DAY_FIRST(3, 2, 1),
    /** 12/31/2026. */
    MONTH_FIRST(3, 1, 2);

    private static final Pattern YEAR_FIRST = Pattern
        .compile("(\\d{4})[-/.年]?(\\d{1,2})[-/.月]?(\\d{1,2})日?(?:[T ].*)?");

    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})(?:[T ].*)?");

    private final int year;

    private final int month;

    private final int day;

    DayText(int year, int month, int day) {
        this.year = year;
        this.month = month;
        this.day = day;
    }

    static DayText of(@Nullable String name) {
        for (var each : values()) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        return ISO;
    }

    static Setting setting() {
        return Setting.choice("days", "日期写法", "Dates are written", ISO.name(), List.of(
                new Setting.Choice(ISO.name(), new Label("2026-12-31、20261231", "2026-12-31, 20261231")),
                new Setting.Choice(DAY_FIRST.name(), new Label("31/12/2026（日在前）", "31/12/2026 (day first)")),
                new Setting.Choice(MONTH_FIRST.name(), new Label("12/31/2026（月在前）", "12/31/2026 (month first)"))));
    }

    LocalDate read(String text, String target) {
        var plain = text.strip();
        try {
            var first = YEAR_FIRST.matcher(plain);
            if (first.matches()) {
                return sane(LocalDate.of(number(first.group(1)), number(first.group(2)), number(first.group(3))),
                        target, plain);
            }
            var last = YEAR_LAST.matcher(plain);
            if (this != ISO && last.matches()) {
                return sane(LocalDate.of(number(last.group(year)), number(last.group(month)), number(last.group(day))),
                        target, plain);
            }
        }
        catch (DateTimeException ex) {
            // told below
        }
        throw new FieldRefusal(target, "answers.no_day", plain.length() > 40 ? plain.substring(0, 40) : plain);
    }

    private static LocalDate sane(LocalDate day, String target, String text) {
        if (day.getYear() < 1990 || day.getYear() > 2100) {
            throw new FieldRefusal(target, "answers.no_day", text);
        }
        return day;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

}
