package io.cesm.web.expectation;

import java.time.Clock;
import java.time.LocalDate;

import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.time.CompanyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The day at the company's seat, and who is asking. */
@Component
class Today {

    private final Clock clock;

    private final CurrentActor current;

    Today(Clock clock, CurrentActor current) {
        this.clock = clock;
        this.current = current;
    }

    LocalDate day() {
        return CompanyTime.today(clock);
    }

    @Nullable StaffId me() {
        return current.actor().staff();
    }

}
