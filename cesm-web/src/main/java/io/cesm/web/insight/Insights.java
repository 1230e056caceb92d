package io.cesm.web.insight;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

import io.cesm.domain.time.CompanyTime;
import io.cesm.expectation.FiguresFilter;
import io.cesm.governance.Ageing;
import io.cesm.governance.Coverage;
import io.cesm.governance.Fulfilment;
import io.cesm.governance.GapIndex;
import io.cesm.governance.Unfulfilled;
import io.cesm.governance.WatchingExpectations;
import org.springframework.stereotype.Component;

/** Everything the analysis shows, taken at one moment. */
@Component
class Insights {

    private final WatchingExpectations watching;

    private final Clock clock;

    Insights(WatchingExpectations watching, Clock clock) {
        this.watching = watching;
        this.clock = clock;
    }

    /** The five figures. */
    record Picture(Instant asOf, Ageing ageing, Coverage coverage, Unfulfilled unfulfilled, Fulfilment fulfilment,
            GapIndex gapIndex) {
    }

    Picture of(FiguresFilter filter) {
        var now = clock.instant();
        var today = CompanyTime.dayOf(now);
        return new Picture(now, watching.ageing(filter, today), watching.coverage(filter, today),
                watching.unfulfilled(filter, today), watching.fulfilment(filter, today),
                watching.gapIndex(filter, today));
    }

    LocalDate today() {
        return CompanyTime.today(clock);
    }

}
