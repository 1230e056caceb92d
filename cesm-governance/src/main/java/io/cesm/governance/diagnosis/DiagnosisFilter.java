package io.cesm.governance.diagnosis;

import java.time.LocalDate;

import io.cesm.domain.people.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * Which cases are diagnosed.
 *
 * @param unit a unit and those below it
 * @param from first day
 * @param to last day
 */
public record DiagnosisFilter(@Nullable Integer tier, @Nullable UnitId unit, @Nullable String dimension, LocalDate from,
        LocalDate to) {

    /** The time of the same length just before. */
    public DiagnosisFilter before() {
        long days = to.toEpochDay() - from.toEpochDay() + 1;
        return new DiagnosisFilter(tier, unit, dimension, from.minusDays(days), from.minusDays(1));
    }

}
