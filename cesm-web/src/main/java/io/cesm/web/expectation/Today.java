package io.cesm.web.expectation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The day at the company's seat, and who is asking. */
@Component
class Today {

    private static final ZoneId COMPANY_ZONE = ZoneId.of("Asia/Shanghai");

    private final Clock clock;

    private final CurrentActor current;

    Today(Clock clock, CurrentActor current) {
        this.clock = clock;
        this.current = current;
    }

    LocalDate day() {
        return LocalDate.ofInstant(clock.instant(), COMPANY_ZONE);
    }

    @Nullable StaffId me() {
        return current.actor().staff();
    }

}
