package io.cesm.expectation;

import static io.cesm.expectation.Lives.DAY;
import static io.cesm.expectation.Lives.DIRECTOR;
import static io.cesm.expectation.Lives.DUE;
import static io.cesm.expectation.Lives.NOW;
import static io.cesm.expectation.Lives.OWNER;
import static io.cesm.expectation.Lives.level;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.level.Level;
import io.cesm.domain.level.Reading;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ExpectationGuardTests {

    @Test
    void isNotBornWithoutWords() {
        refused("verbatim", "text.required",
                () -> Expectation.capture("E-1", CaptureExpectation.of(Lives.HONGYUAN, DIRECTOR, " \n "), DUE, NOW));
    }

    @Test
    void isNotClarifiedWithoutMeasureLevelDateContactAndDimension() {
        var it = Lives.captured();
        var date = DAY.plusDays(9);
        refused("measure", "expectation.clarify.measure_missing", () -> it
            .clarify(new ClarifyExpectation(null, Target.ofLevel(null, level(80), date), DIRECTOR), DUE, NOW));
        refused("expectedLevel", "expectation.clarify.level_missing",
                () -> it.clarify(new ClarifyExpectation(null, Target.ofLevel("天数", null, date), DIRECTOR), DUE, NOW));
        refused("wantedOn", "expectation.clarify.date_missing", () -> it
            .clarify(new ClarifyExpectation(null, Target.ofLevel("天数", level(80), null), DIRECTOR), DUE, NOW));
        refused("checkedWith", "expectation.clarify.contact_missing",
                () -> it.clarify(new ClarifyExpectation(null, Lives.target(), null), DUE, NOW));
        refused("dimension", "expectation.clarify.dimension_missing",
                () -> it.clarify(new ClarifyExpectation(null, Lives.target(), DIRECTOR), DUE, NOW));
        assertThat(it.state()).isEqualTo(ExpectationState.CAPTURED);
    }

    @Test
    void isClarifiedInTheDimensionItHasOrIsGivenOrInNoneAtAll() {
        var named = Lives.captured();
        named.classify(new Classification("product_quality", null, 5, null), NOW);
        named.clarify(new ClarifyExpectation(null, Lives.target(), DIRECTOR), DUE, NOW);
        assertThat(named.classification().dimension()).isEqualTo("product_quality");
        named.clarify(new ClarifyExpectation(null, Lives.target(), DIRECTOR, "delivery", false), DUE, NOW);
        assertThat(named.classification()).isEqualTo(new Classification("delivery", null, 5, null));

        var odd = Lives.captured();
        odd.clarify(new ClarifyExpectation(null, Lives.target(), DIRECTOR, null, true), DUE, NOW);
        assertThat(odd.classification().isPlaced()).isTrue();
        assertThat(ExpectationLevels.readings(odd)).isEmpty();
        refused("dimension", "expectation.dimension.both", () -> Lives.captured()
            .clarify(new ClarifyExpectation(null, Lives.target(), DIRECTOR, "delivery", true), DUE, NOW));
    }

    @Test
    void isNotCommittedWithoutOwnerLevelAndDate() {
        var it = Lives.in(ExpectationState.CLARIFIED);
        var on = DAY.plusDays(30);
        refused("owner", "expectation.commit.owner_missing",
                () -> it.commit(new CommitExpectation(null, level(80), null, on, null), NOW));
        refused("committedLevel", "expectation.commit.level_missing",
                () -> it.commit(new CommitExpectation(OWNER, null, null, on, null), NOW));
        refused("committedOn", "expectation.commit.date_missing",
                () -> it.commit(new CommitExpectation(OWNER, level(80), null, null, null), NOW));
        assertThat(it.state()).isEqualTo(ExpectationState.CLARIFIED);
    }

    @Test
    void promisesLessOrLaterOnlyAsAnAdjustmentTheCustomerWasToldOf() {
        var it = Lives.in(ExpectationState.CLARIFIED);
        refused("committedLevel", "expectation.commit.below_expected",
                () -> it.commit(Lives.promise(79, DAY.plusDays(60)), NOW));
        refused("committedOn", "expectation.commit.after_wanted",
                () -> it.commit(Lives.promise(80, DAY.plusDays(61)), NOW));
        it.adjust(Lives.adjustment(), NOW);
        assertThat(it.told()).isEqualTo(Lives.TOLD);
        assertThat(it.state()).isEqualTo(ExpectationState.COMMITTED);
    }

    @Test
    void isNotDeliveredWithoutLevelAndEvidence() {
        var it = Lives.in(ExpectationState.COMMITTED);
        refused("deliveredLevel", "expectation.deliver.level_missing",
                () -> it.deliver(new DeliverExpectation(null, null, "签收单"), false, DUE, NOW));
        refused("evidence", "expectation.deliver.evidence_missing",
                () -> it.deliver(new DeliverExpectation(level(75), null, " "), false, DUE, NOW));
        it.deliver(new DeliverExpectation(level(75), null, null), true, DUE, NOW);
        assertThat(it.state()).isEqualTo(ExpectationState.DELIVERED);
    }

    @Test
    void isNotConfirmedWithoutTheCustomersWord() {
        var it = Lives.in(ExpectationState.DELIVERED);
        refused("perceivedLevel", "expectation.confirm.level_missing", () -> it.confirm(Lives.answer(null, null), NOW));
        refused("contact", "expectation.answer.contact_missing",
                () -> it.confirm(new CustomerAnswer(level(80), DAY, null, Channel.PHONE, null), NOW));
        refused("answeredOn", "expectation.answer.date_range",
                () -> it.confirm(new CustomerAnswer(level(80), DAY.plusDays(1), DIRECTOR, Channel.PHONE, null), NOW));
        refused("words", "text.required", () -> it.notMet(Lives.answer(30, " "), DUE, NOW));
        assertThat(it.state()).isEqualTo(ExpectationState.DELIVERED);
    }

    @Test
    void marksWhatStaffRecordedForTheCustomer() {
        var recorded = Lives.in(ExpectationState.CONFIRMED);
        assertThat(recorded.answer()).isNotNull().matches(Answer::isByProxy);
        var clicked = Lives.in(ExpectationState.DELIVERED);
        clicked.confirm(new CustomerAnswer(level(85), DAY, DIRECTOR, Channel.LINK, null), NOW);
        assertThat(clicked.answer()).isNotNull().matches(answer -> !answer.isByProxy());
    }

    @Test
    void measuresByTwoAnchorsInEitherDirection() {
        var hours = new Target("到场小时数", "h", BigDecimal.valueOf(72), BigDecimal.valueOf(24), BigDecimal.valueOf(36),
                null, DAY)
            .judged();
        assertThat(hours.level()).isEqualByComparingTo("75");
        assertThat(hours.achieved(BigDecimal.valueOf(100), null, "x")).isEqualByComparingTo("0");
        assertThat(hours.achieved(BigDecimal.valueOf(3), null, "x")).isEqualByComparingTo("100");
    }

    @Test
    void saysItsLevelsOnlyInADimensionAndNotAfterItWasWithdrawn() {
        var it = Lives.in(ExpectationState.CONFIRMED);
        assertThat(ExpectationLevels.readings(it)).hasSize(4);
        it = Lives.captured();
        it.sketch(Lives.target(), NOW);
        assertThat(ExpectationLevels.readings(it)).isEmpty();
        var open = Lives.in(ExpectationState.DELIVERED);
        open.classify(new Classification("delivery", null, 5, null), NOW);
        assertThat(ExpectationLevels.readings(open)).extracting(Reading::level)
            .containsExactly(Level.E, Level.C, Level.D);
        assertThat(ExpectationLevels.readings(open)).allMatch(it2 -> it2.weight().intValueExact() == 5);
        open.withdraw("不要了", NOW);
        assertThat(ExpectationLevels.readings(open)).isEmpty();
    }

    private static void refused(String field, String code, ThrowingCallable what) {
        assertThatExceptionOfType(FieldRefusal.class).isThrownBy(what)
            .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code))
            .satisfies(refusal -> assertThat(refusal.field()).isEqualTo(field));
    }

}
