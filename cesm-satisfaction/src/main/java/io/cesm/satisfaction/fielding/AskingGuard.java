package io.cesm.satisfaction.fielding;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.time.CompanyTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells whether somebody may be asked something that is no survey, by the same rules. */
@Component
public class AskingGuard {

    private static final UUID NO_SURVEY = new UUID(0, 0);

    private final ContactGuard guards;

    private final JdbcClient jdbc;

    private final Clock clock;

    AskingGuard(ContactGuard guards, JdbcClient jdbc, Clock clock) {
        this.guards = guards;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether somebody may be asked. */
    public enum Answer {

        YES, NO_CONSENT, NO_ADDRESS,
        /** They were asked something else a short time ago. */
        TOO_SOON

    }

    /** Whether this is an hour at which mails with questions go out. */
    public boolean isHour() {
        return SendTimes.allows(guards.now(), clock.instant());
    }

    public Answer judge(ContactId contact) {
        var who = jdbc
            .sql("select k.id, cast(null as integer) as tier, " + Candidate.COLUMNS
                    + " from contact k where k.id = :id")
            .param("survey", NO_SURVEY)
            .param("id", contact.id())
            .query(Candidate::of)
            .single();
        var hindrance = who.hindrance(ConsentRule.UNLESS_REFUSED);
        if (hindrance != null) {
            return hindrance == FrameOutcome.NO_CONSENT ? Answer.NO_CONSENT : Answer.NO_ADDRESS;
        }
        LocalDate today = CompanyTime.today(clock);
        return who.freeFrom(guards.now(), today).isAfter(today) ? Answer.TOO_SOON : Answer.YES;
    }

}
