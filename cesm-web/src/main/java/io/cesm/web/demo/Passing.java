package io.cesm.web.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import io.cesm.domain.time.CompanyTime;
import io.cesm.expectation.ConfirmingByLink;
import io.cesm.expectation.ExpectationId;
import io.cesm.expectation.HandingOver;
import io.cesm.expectation.MoveRequirement;
import io.cesm.expectation.OfferingConfirmation;
import io.cesm.expectation.RequirementId;
import io.cesm.expectation.RequirementState;
import io.cesm.expectation.RoutingRequirements;
import org.springframework.stereotype.Component;

/**
 * What happens to expectations of the demo company between people: hand-overs that wait,
 * links to the customer, requirements for product development.
 */
@Component
class Passing {

    private static final String FROM = "192.0.2.17";

    private final HandingOver handing;

    private final OfferingConfirmation offering;

    private final ConfirmingByLink answering;

    private final RoutingRequirements routing;

    Passing(HandingOver handing, OfferingConfirmation offering, ConfirmingByLink answering,
            RoutingRequirements routing) {
        this.handing = handing;
        this.offering = offering;
        this.answering = answering;
        this.routing = routing;
    }

    void after(Life life, ExpectationId id, Narrator.Stage stage) {
        if ((life.fate() == Fate.CLARIFIED || life.fate() == Fate.COMMITTED) && stage.dice().chance(20)) {
            handOver(life, id, stage);
        }
        if (life.fate() == Fate.DELIVERED && stage.dice().chance(55)) {
            Narrator.at(life.days().delivered().plusDays(1), stage, life.client().csr(), () -> offering.make(id, null));
        }
        var flow = life.saying().classification().flow();
        if (flow != null && flow.name().equals("IPD") && life.fate().isPromised() && life.fate().isOpen()
                && stage.dice().chance(60)) {
            require(life, id, stage);
        }
    }

    /** The customer answers through a link, from their own phone. */
    void answer(Life life, ExpectationId id, boolean met, int felt, String words, LocalDate day, Narrator.Stage stage) {
        var made = Narrator.at(day, stage, life.client().csr(), () -> offering.make(id, life.speaker().id()));
        Narrator.at(day, stage, life.client().csr(),
                () -> answering.answer(made.token(), met, BigDecimal.valueOf(felt), words, FROM));
    }

    private void handOver(Life life, ExpectationId id, Narrator.Stage stage) {
        var team = life.client().team();
        var owner = life.fate() == Fate.COMMITTED ? Narrator.owner(life) : team.get(life.client().tier() <= 2 ? 1 : 0);
        var others = team.stream().filter(it -> !it.equals(owner)).toList();
        if (!others.isEmpty()) {
            var receiver = stage.cast().member(stage.dice().pick(others)).id();
            Narrator.at(CompanyTime.dayOf(stage.now()), stage, owner,
                    () -> handing.offer(id, receiver, stage.word("handover_notes")));
        }
    }

    private void require(Life life, ExpectationId id, Narrator.Stage stage) {
        var owner = Narrator.owner(life);
        var text = stage.dice().pick(stage.phrases().at("requirements").items());
        var day = life.days().committed();
        RequirementId requirement = Narrator.at(day, stage, owner,
                () -> routing.raise(id, text.at(0).text(), text.at(1).text()));
        var answer = stage.word("answers");
        var to = stage.dice().pick(List.of(RequirementState.OPEN, RequirementState.ACCEPTED, RequirementState.PLANNED));
        if (to == RequirementState.OPEN) {
            return;
        }
        Narrator.at(day.plusDays(2), stage, owner, () -> routing.move(requirement, null,
                new MoveRequirement(RequirementState.ACCEPTED, null, null, answer, null)));
        if (to == RequirementState.PLANNED) {
            Narrator.at(day.plusDays(6), stage, owner, () -> routing.move(requirement, null, new MoveRequirement(to,
                    stage.word("releases"), life.days().promised().plusDays(90), answer, null)));
        }
    }

}
