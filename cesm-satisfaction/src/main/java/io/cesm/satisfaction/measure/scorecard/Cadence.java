package io.cesm.satisfaction.measure.scorecard;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** How often a customer rates us. */
public enum Cadence {

    MONTH(1), QUARTER(3), HALF(6);

    private static final Pattern LABEL = Pattern.compile("(\\d{4})(?:[-/ ]?(?:(Q)([1-4])|(H)([12])|(\\d{2})))");

    private final int months;

    Cadence(int months) {
        this.months = months;
    }

    /** The first day of the period a day lies in. */
    public LocalDate start(LocalDate day) {
        return day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % months);
    }

    /** The last day of the period that starts on a day. */
    public LocalDate end(LocalDate start) {
        return next(start).minusDays(1);
    }

    public LocalDate next(LocalDate start) {
        return start.plusMonths(months);
    }

    /** How people call it: 2026Q3, 2026H1, 2026-07. */
    public String label(LocalDate start) {
        return switch (this) {
            case MONTH -> "%d-%02d".formatted(start.getYear(), start.getMonthValue());
            case QUARTER -> start.getYear() + "Q" + ((start.getMonthValue() - 1) / 3 + 1);
            case HALF -> start.getYear() + "H" + ((start.getMonthValue() - 1) / 6 + 1);
        };
    }

    /**
     * The first day of a period by its name, or by any day in it; nothing if it is none.
     */
    public Optional<LocalDate> read(String text) {
        var plain = text.strip().toUpperCase(java.util.Locale.ROOT);
        if (plain.matches("\\d{4}-\\d{2}-\\d{2}")) {
            try {
                return Optional.of(start(LocalDate.parse(plain)));
            }
            catch (java.time.DateTimeException ex) {
                return Optional.empty();
            }
        }
        var match = LABEL.matcher(plain);
        if (!match.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(match.group(1));
        int month = switch (this) {
            case QUARTER -> match.group(3) == null ? 0 : Integer.parseInt(match.group(3)) * 3 - 2;
            case HALF -> match.group(5) == null ? 0 : Integer.parseInt(match.group(5)) * 6 - 5;
            case MONTH -> match.group(6) == null ? 0 : Integer.parseInt(match.group(6));
        };
        return month < 1 || month > 12 ? Optional.empty() : Optional.of(LocalDate.of(year, month, 1));
    }

}
