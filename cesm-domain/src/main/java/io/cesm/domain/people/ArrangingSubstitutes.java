package io.cesm.domain.people;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.notice.Notices;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Subject;
import io.cesm.domain.timeline.Timeline;
import io.cesm.domain.kernel.UnknownThing;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who stands in for whom, and when: everybody for themselves, administrators for all. */
@Service
@Transactional
public class ArrangingSubstitutes {

    private final Substitutes substitutes;

    private final StaffMembers members;

    private final Timeline timeline;

    private final Notices notices;

    private final CurrentActor current;

    ArrangingSubstitutes(Substitutes substitutes, StaffMembers members, Timeline timeline, Notices notices,
            CurrentActor current) {
        this.substitutes = substitutes;
        this.members = members;
        this.timeline = timeline;
        this.notices = notices;
        this.current = current;
    }

    public UUID arrange(StaffId staff, StaffId substitute, LocalDate from, LocalDate to) {
        requireOwnOrAdmin(staff);
        var absent = members.require(staff);
        var present = members.findById(substitute)
            .filter(Staff::active)
            .orElseThrow(() -> new FieldRefusal("substitute", "substitute.not_active"));
        var arranged = substitutes.save(Substitute.arrange(staff, substitute, from, to));
        timeline.record(Change.of(subject(absent), "SUBSTITUTE_ARRANGED")
            .with("substitute", null, present.name())
            .with("from", null, from)
            .with("to", null, to));
        notices.tell(substitute, "substitute_arranged", subject(absent),
                Map.of("from", from.toString(), "to", to.toString()), "substitute:" + arranged.getId());
        return arranged.getId();
    }

    public void end(UUID id) {
        var substitute = substitutes.require(id);
        requireOwnOrAdmin(substitute.staff());
        substitutes.delete(substitute);
        var absent = members.require(substitute.staff());
        timeline.record(Change.of(subject(absent), "SUBSTITUTE_ENDED")
            .with("substitute", members.require(substitute.substitute()).name(), null)
            .with("from", substitute.validFrom(), null)
            .with("to", substitute.validTo(), null));
    }

    private void requireOwnOrAdmin(StaffId staff) {
        var actor = current.actor();
        if (!staff.equals(actor.staff()) && !actor.may(Right.PEOPLE_ADMIN)) {
            throw new UnknownThing();
        }
    }

    private static Subject subject(Staff staff) {
        return new Subject("STAFF", staff.id().id(), staff.name(), null);
    }

}
