package io.cesm.satisfaction.measure.scorecard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A period of any scorecard in a list. */
public record PeriodRow(PeriodId id, ScorecardId scorecard, String number, String title, UUID customer,
        String customerName, @Nullable String customerNameEn, Cadence cadence, LocalDate startsOn, LocalDate endsOn,
        LocalDate dueOn, PeriodState state, @Nullable LocalDate receivedOn, @Nullable String totalMark,
        @Nullable BigDecimal totalLevel, @Nullable String outcome) {

    public String label() {
        return cadence.label(startsOn);
    }

}
