package io.cesm.web.measure;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import io.cesm.satisfaction.measure.scorecard.PeriodDetails;
import io.cesm.satisfaction.measure.scorecard.PeriodId;
import io.cesm.satisfaction.measure.scorecard.PeriodState;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which period a person comes to enter: the oldest that has ended and is not here. */
@Component("scorecardNext")
class ScorecardNext {

    public @Nullable PeriodId of(List<PeriodDetails> periods, LocalDate today) {
        return periods.stream()
            .filter(it -> it.state() == PeriodState.DUE && it.endsOn().isBefore(today))
            .min(Comparator.comparing(PeriodDetails::startsOn))
            .map(PeriodDetails::id)
            .orElse(null);
    }

}
