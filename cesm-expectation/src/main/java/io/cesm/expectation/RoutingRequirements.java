package io.cesm.expectation;

import java.util.Map;

import io.cesm.domain.kernel.StaleVersion;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.notice.Notices;
import io.cesm.domain.number.RecordNumbers;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Handing expectations to product development and following what becomes of them. */
@Service
@Transactional
public class RoutingRequirements {

    private final Requirements requirements;

    private final ExpectationDesk desk;

    private final RecordNumbers numbers;

    private final Notices notices;

    private final CurrentActor current;

    RoutingRequirements(Requirements requirements, ExpectationDesk desk, RecordNumbers numbers, Notices notices,
            CurrentActor current) {
        this.requirements = requirements;
        this.desk = desk;
        this.numbers = numbers;
        this.notices = notices;
        this.current = current;
    }

    public RequirementId raise(ExpectationId id, @Nullable String title, @Nullable String statement) {
        current.actor().requireMay(Right.EXPECTATION_EDIT);
        var expectation = desk.require(id);
        var requirement = new Requirement(numbers.next("R"), expectation, title, statement, desk.now());
        requirements.save(requirement);
        desk.comment(expectation, "REQUIREMENT_RAISED", requirement.number());
        return requirement.id();
    }

    public void move(RequirementId id, @Nullable Long version, MoveRequirement wish) {
        current.actor().requireMay(Right.EXPECTATION_EDIT);
        var requirement = requirements.findById(id).orElseThrow(UnknownThing::new);
        var expectation = desk.require(requirement.expectation());
        if (version != null) {
            StaleVersion.check(version, requirement.version());
        }
        var before = requirement.state();
        requirement.move(wish, desk.now());
        requirements.save(requirement);
        desk.note(expectation, "REQUIREMENT_MOVED", requirement.number(), "requirementState", before,
                requirement.state());
        if (expectation.owner() != null && !expectation.owner().equals(current.actor().staff())) {
            notices.tell(expectation.owner(), "REQUIREMENT_MOVED", ExpectationHistory.subject(expectation), Map.of(),
                    requirement.id() + "/" + desk.now().at());
        }
    }

}
