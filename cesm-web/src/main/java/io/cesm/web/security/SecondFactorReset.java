package io.cesm.web.security;

import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.people.StaffBook;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Subject;
import io.cesm.domain.timeline.Timeline;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes away the second factor of somebody who has lost their device. */
@Service
@Transactional
public class SecondFactorReset {

    private final SecondFactors factors;

    private final BrowserSessions sessions;

    private final StaffBook people;

    private final Timeline timeline;

    private final CurrentActor current;

    SecondFactorReset(SecondFactors factors, BrowserSessions sessions, StaffBook people, Timeline timeline,
            CurrentActor current) {
        this.factors = factors;
        this.sessions = sessions;
        this.people = people;
        this.timeline = timeline;
        this.current = current;
    }

    @Transactional(readOnly = true)
    public boolean has(StaffId staff) {
        return factors.has(staff);
    }

    /**
     * Removes it and ends the person's sessions; the next sign-in asks for a new device.
     */
    public void remove(StaffId staff) {
        current.actor().requireMay(Right.PEOPLE_ADMIN);
        var person = people.require(staff);
        factors.remove(staff);
        sessions.endOthers(staff, null);
        timeline.record(Change.of(new Subject("STAFF", staff.id(), person.name(), null), "SECOND_FACTOR_REMOVED"));
    }

}
