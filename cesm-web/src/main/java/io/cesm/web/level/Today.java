package io.cesm.web.level;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import io.cesm.domain.level.LevelPeriod;
import io.cesm.domain.time.CompanyTime;
import org.springframework.stereotype.Component;

/** The day at the company's seat, and the periods that are offered on it. */
@Component("levelToday")
class Today {

    private static final int QUARTERS = 6;

    private final Clock clock;

    Today(Clock clock) {
        this.clock = clock;
    }

    LocalDate day() {
        return CompanyTime.today(clock);
    }

    /**
     * The last twelve months, the latest quarters, this and last year, all; and the one
     * that is shown.
     */
    List<LevelPeriod> periods(LevelPeriod shown) {
        var today = day();
        var periods = new ArrayList<LevelPeriod>();
        periods.add(LevelPeriod.twelveMonths(today));
        for (int back = 0; back < QUARTERS; back++) {
            periods.add(LevelPeriod.quarterOf(today.minusMonths(3L * back)));
        }
        periods.add(LevelPeriod.year(today.getYear()));
        periods.add(LevelPeriod.year(today.getYear() - 1));
        periods.add(LevelPeriod.all());
        if (periods.stream().noneMatch(it -> it.code().equals(shown.code()))) {
            periods.add(shown);
        }
        return periods;
    }

}
