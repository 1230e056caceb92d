package io.cesm.domain.level;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.IsoFields;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.cesm.domain.kernel.Refusal;

/**
 * The days whose readings count, both ends included: a quarter, a year, the last twelve
 * months, any two dates, or all of time. The code is what stands in a URL.
 *
 * @param code {@code 2026Q4}, {@code 2026}, {@code 12m}, {@code 2026-01-01..2026-03-31}
 * or {@code all}
 * @param kind which of them it is
 * @param from first day
 * @param to last day
 */
public record LevelPeriod(String code, Kind kind, LocalDate from, LocalDate to) {

    /** The sorts of period. */
    public enum Kind {

        QUARTER, YEAR, TWELVE_MONTHS, ALL, RANGE

    }

    private static final LocalDate BEGINNING = LocalDate.of(1900, 1, 1);

    private static final LocalDate END = LocalDate.of(2999, 12, 31);

    private static final Pattern QUARTER = Pattern.compile("(\\d{4})Q([1-4])");

    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    private static final Pattern RANGE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})\\.\\.(\\d{4}-\\d{2}-\\d{2})");

    public LevelPeriod {
        if (from.isAfter(to)) {
            throw new Refusal("period.ends_before_it_begins");
        }
    }

    /** All readings there are. */
    public static LevelPeriod all() {
        return new LevelPeriod("all", Kind.ALL, BEGINNING, END);
    }

    /** The twelve months that end today. */
    public static LevelPeriod twelveMonths(LocalDate today) {
        return new LevelPeriod("12m", Kind.TWELVE_MONTHS, today.minusMonths(12).plusDays(1), today);
    }

    /** The quarter a day lies in. */
    public static LevelPeriod quarterOf(LocalDate day) {
        var from = day.with(IsoFields.DAY_OF_QUARTER, 1);
        var code = day.getYear() + "Q" + day.get(IsoFields.QUARTER_OF_YEAR);
        return new LevelPeriod(code, Kind.QUARTER, from, from.plusMonths(3).minusDays(1));
    }

    /** A calendar year. */
    public static LevelPeriod year(int year) {
        var from = LocalDate.of(year, 1, 1);
        return new LevelPeriod("%04d".formatted(year), Kind.YEAR, from, from.plusYears(1).minusDays(1));
    }

    /** Two dates and the days between them. */
    public static LevelPeriod between(LocalDate from, LocalDate to) {
        return new LevelPeriod(from + ".." + to, Kind.RANGE, from, to);
    }

    /**
     * Reads the code of a period.
     * @param code the code, the last twelve months when there is none
     * @throws Refusal if it is no period
     */
    public static LevelPeriod parse(@Nullable String code, LocalDate today) {
        if (code == null || code.isBlank() || code.equals("12m")) {
            return twelveMonths(today);
        }
        if (code.equals("all")) {
            return all();
        }
        var quarter = QUARTER.matcher(code);
        if (quarter.matches()) {
            var month = Integer.parseInt(quarter.group(2)) * 3;
            return quarterOf(LocalDate.of(Math.max(1, Integer.parseInt(quarter.group(1))), month, 1));
        }
        if (YEAR.matcher(code).matches()) {
            return year(Math.max(1, Year.parse(code).getValue()));
        }
        return range(code);
    }

    private static LevelPeriod range(String code) {
        var range = RANGE.matcher(code);
        if (!range.matches()) {
            throw new Refusal("period.invalid", code);
        }
        try {
            return between(LocalDate.parse(range.group(1)), LocalDate.parse(range.group(2)));
        }
        catch (DateTimeException ex) {
            throw new Refusal("period.invalid", code);
        }
    }

    @Override
    public String toString() {
        return code;
    }

}
