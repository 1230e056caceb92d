package io.cesm.domain.calendar;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Whether the days of a year were officially announced, and where; else they are what can
 * be known beforehand.
 */
public record YearNotice(int year, boolean published, @Nullable String source) {

    public YearNotice {
        if (year < DayRule.FIRST_YEAR || year > DayRule.LAST_YEAR) {
            throw new FieldRefusal("year", "number.range", DayRule.FIRST_YEAR, DayRule.LAST_YEAR);
        }
        source = Texts.optional(source, 300, "source");
    }

}
