package io.cesm.web.insight;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Scope;
import io.cesm.domain.time.CompanyTime;
import io.cesm.expectation.FiguresFilter;
import io.cesm.governance.Ageing;
import io.cesm.governance.Coverage;
import io.cesm.governance.Fulfilment;
import io.cesm.governance.GapIndex;
import io.cesm.governance.Unfulfilled;
import io.cesm.governance.WatchingExpectations;
import org.springframework.stereotype.Component;

/**
 * Everything the analysis shows, taken at one moment. What took long, as it does over a
 * million expectations, is shown again for a minute; the moment stands on the page.
 */
@Component
class Insights {

    private final WatchingExpectations watching;

    private static final Duration LONG = Duration.ofSeconds(1);

    private final Clock clock;

    private final CurrentActor current;

    private final Cache<Question, Picture> laborious = Caffeine.newBuilder()
        .expireAfterWrite(Duration.ofMinutes(1))
        .maximumSize(100)
        .build();

    Insights(WatchingExpectations watching, Clock clock, CurrentActor current) {
        this.watching = watching;
        this.clock = clock;
        this.current = current;
    }

    private record Question(FiguresFilter filter, Scope scope) {
    }

    /** The five figures. */
    record Picture(Instant asOf, Ageing ageing, Coverage coverage, Unfulfilled unfulfilled, Fulfilment fulfilment,
            GapIndex gapIndex) {
    }

    Picture of(FiguresFilter filter) {
        var question = new Question(filter, current.actor().scope());
        var known = laborious.getIfPresent(question);
        if (known != null) {
            return known;
        }
        long began = System.nanoTime();
        var picture = take(filter);
        if (System.nanoTime() - began > LONG.toNanos()) {
            laborious.put(question, picture);
        }
        return picture;
    }

    private Picture take(FiguresFilter filter) {
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
