package io.cesm.domain.topissue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.cesm.domain.complaint.CauseClass;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.people.StaffId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TopIssueTests {

    private static final Instant MONDAY = Instant.parse("2026-03-09T02:00:00Z");

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 9);

    private static final StaffId SR = StaffId.next();

    private static final StaffId CSR = StaffId.next();

    private static final ContactId LIN = new ContactId(UUID.randomUUID());

    private static final PlanTopIssue PLAN = plan("6", "1", false, TODAY.plusDays(90));

    private static final TakeIssueStep UNDERSTOOD = TakeIssueStep.understood("三号线主轴每月停机六次", LIN, IssueChannel.VISIT,
            TODAY);

    @Test
    void livesFromTheNominationToTheLesson() {
        var it = verified();
        it.submit(by(SR));
        it.approved(0, by(CSR));
        it.close(TakeIssueStep.learning("选型一律按最高月水温校核，并写入设计检查单。"), false, by(SR));

        assertThat(it.state()).isEqualTo(TopIssueState.CLOSED);
        assertThat(it.facts().lesson()).contains("最高月");
    }

    @ParameterizedTest
    @EnumSource(SmartPart.class)
    void doesNotStartWithoutEachOfTheFive(SmartPart missing) {
        var it = nominated();
        it.understand(UNDERSTOOD, by(CSR));
        if (missing != SmartPart.AGREED) {
            it.propose(SR, by(SR));
        }
        it.plan(new PlanTopIssue(MeasureKind.KPI, missing == SmartPart.MEASURABLE ? null : "每月停机", null, "次", false,
                new BigDecimal("6"), BigDecimal.ONE, missing == SmartPart.RELEVANT ? " " : "停一小时二十万", null,
                missing == SmartPart.TIMED ? null : TODAY.plusDays(9), null, null, null), null, by(SR));
        if (missing == SmartPart.SPECIFIC) {
            it.correct(new NominateTopIssue("主轴停机", "停机", List.of(it.customer()), null, null, null, List.of(), false),
                    "另一种说法", by(SR));
            assertThat(it.state()).as("the customer has to confirm anew").isEqualTo(TopIssueState.NOMINATED);
            assertThat(it.missing()).containsExactly(SmartPart.SPECIFIC);
            return;
        }
        refused("topissue.smart." + missing, () -> it.finishPlan(by(SR)));
    }

    @Test
    void aTargetLiesInTheDirectionThatIsBetter() {
        var it = nominated();
        refused("topissue.target.higher", () -> it.plan(plan("6", "9", false, TODAY), null, by(SR)));
        refused("topissue.target.lower", () -> it.plan(plan("6", "1", true, TODAY), null, by(SR)));
        refused("topissue.target.same", () -> it.plan(plan("6", "6.0", true, TODAY), null, by(SR)));
    }

    @Test
    void onlyTheOneWhoIsAskedAgreesToLead() {
        var it = nominated();
        it.propose(SR, by(CSR));
        assertThat(it.missing()).contains(SmartPart.AGREED);
        refused("topissue.owner.not_you", () -> it.agree(by(CSR)));
        it.agree(by(SR));
        assertThat(it.missing()).doesNotContain(SmartPart.AGREED);
        it.propose(CSR, by(SR));
        assertThat(it.missing()).as("the next one agrees for themselves").contains(SmartPart.AGREED);
    }

    @Test
    void anEffectHasToReachTheTargetAndHaveACause() {
        var it = improving();
        var one = TakeIssueStep.measured(BigDecimal.ONE, TODAY, "三月份停机记录");
        refused("topissue.verify.cause_missing", () -> it.verify(one, by(SR)));
        it.explain("水温高\n选型按年均", CauseClass.DESIGN, "选型规则没有高温月", by(SR));
        refused("topissue.verify.not_reached",
                () -> it.verify(TakeIssueStep.measured(new BigDecimal("1.5"), TODAY, "三月"), by(SR)));
        it.verify(one, by(SR));
        assertThat(it.state()).as("done as we see it").isEqualTo(TopIssueState.VERIFIED);
    }

    @Test
    void nobodyAgreesToTheirOwnWorkInTheCustomersName() {
        var it = verified();
        it.submit(by(CSR));
        var said = TakeIssueStep.answer(it.customer(), LIN, IssueChannel.PHONE, TODAY, "可以");
        refused("topissue.approve.own", () -> it.answered(said, by(SR)));
        refused("topissue.approve.own", () -> it.answered(said, by(CSR)));
        assertThat(it.answered(said, by(StaffId.next())).contact()).isEqualTo(LIN);
        refused("topissue.answer.not_by_link", () -> it
            .answered(TakeIssueStep.answer(it.customer(), LIN, IssueChannel.LINK, TODAY, null), by(StaffId.next())));
        refused("topissue.answer.on",
                () -> it.answered(
                        TakeIssueStep.answer(it.customer(), LIN, IssueChannel.PHONE, TODAY.minusDays(1), null),
                        by(null)));
    }

    @Test
    void aRejectionLeadsBackToWork() {
        var it = verified();
        it.submit(by(SR));
        it.rejected(by(null));
        assertThat(it.state()).isEqualTo(TopIssueState.IMPROVING);
        assertThat(it.facts().effectValue()).as("has to be measured again").isNull();
        assertThat(it.nextTellingOn()).as("the customers hear again").isEqualTo(TODAY.plusDays(14));
    }

    @Test
    void doesNotCloseWithoutALessonUnlessOneIsKeptElsewhere() {
        var it = verified();
        it.submit(by(SR));
        it.approved(1, by(CSR));
        refused("topissue.close.lesson_missing", () -> it.close(TakeIssueStep.NOTHING, false, by(SR)));
        refused("topissue.close.lesson_short", () -> it.close(TakeIssueStep.learning("注意"), false, by(SR)));
        it.close(TakeIssueStep.NOTHING, true, by(SR));
        assertThat(it.state()).isEqualTo(TopIssueState.CLOSED);
    }

    @Test
    void whatNoLongerHoldsIsOpenAgain() {
        var later = new Moment(MONDAY.plus(Duration.ofDays(60)), SR);
        var it = closed();
        it.checkEffect(TakeIssueStep.measured(BigDecimal.ZERO, null, "五月"), later);
        assertThat(it.state()).as("it holds").isEqualTo(TopIssueState.CLOSED);
        var other = closed();
        other.checkEffect(TakeIssueStep.measured(new BigDecimal("4"), null, "五月"), later);
        assertThat(other.state()).as("it came back").isEqualTo(TopIssueState.IMPROVING);
    }

    @Test
    void theGoalMovesOnlyWithAReasonOnceWorkHasBegun() {
        var it = improving();
        refused("topissue.plan.because_missing",
                () -> it.plan(plan("6", "3", false, TODAY.plusDays(90)), null, by(SR)));
        it.plan(plan("6", "3", false, TODAY.plusDays(90)), "客户同意先降到三次", by(SR));
        var done = verified();
        refused("topissue.plan.fixed", () -> done.plan(plan("6", "5", false, TODAY), "x", by(SR)));
    }

    /**
     * Every step in every state: taken where it fits, refused with its sentence
     * elsewhere.
     */
    @ParameterizedTest
    @EnumSource(TopIssueState.class)
    void noStepIsSkipped(TopIssueState state) {
        for (var step : IssueStep.values()) {
            if (!step.isAllowed(state)) {
                refused(step.reason(), () -> step.check(state));
            }
        }
        var order = TopIssueState.MAIN_LINE;
        Map<TopIssueState, Set<IssueStep>> forward = Map.of(TopIssueState.NOMINATED, EnumSet.of(IssueStep.UNDERSTAND),
                TopIssueState.SUBMITTED, EnumSet.of(IssueStep.APPROVE, IssueStep.REJECT));
        forward.getOrDefault(state, Set.of()).forEach(step -> assertThat(step.isAllowed(state)).isTrue());
        assertThat(IssueStep.CLOSE.isAllowed(state)).isEqualTo(state == TopIssueState.APPROVED);
        assertThat(order).doesNotContain(TopIssueState.WITHDRAWN);
    }

    @Test
    void nothingWaitsForItself() {
        var a = UUID.randomUUID();
        var b = UUID.randomUUID();
        var c = UUID.randomUUID();
        Map<UUID, Set<UUID>> after = Map.of(a, Set.of(), b, Set.of(a), c, Set.of(b));
        assertThat(TaskOrder.circles(a, Set.of(c), after)).isTrue();
        assertThat(TaskOrder.circles(a, Set.of(a), after)).isTrue();
        assertThat(TaskOrder.circles(c, Set.of(a, b), after)).isFalse();
    }

    private static TopIssue nominated() {
        return TopIssue.nominate("T-2026-000001", new NominateTopIssue("主轴停机", "三号线主轴反复停机",
                List.of(new CustomerId(UUID.randomUUID())), null, null, null, List.of(), false), by(CSR));
    }

    private static TopIssue improving() {
        var it = nominated();
        it.understand(UNDERSTOOD, by(CSR));
        it.propose(SR, by(SR));
        it.plan(PLAN, null, by(SR));
        it.finishPlan(by(SR));
        refused("topissue.start.no_task", () -> it.start(0, by(SR)));
        it.start(1, by(SR));
        return it;
    }

    private static TopIssue verified() {
        var it = improving();
        it.explain("水温高", CauseClass.DESIGN, "选型规则没有高温月", by(SR));
        it.verify(TakeIssueStep.measured(BigDecimal.ONE, TODAY, "三月份停机记录"), by(SR));
        return it;
    }

    private static TopIssue closed() {
        var it = verified();
        it.submit(by(SR));
        it.approved(0, by(CSR));
        it.close(TakeIssueStep.learning("选型一律按最高月水温校核，并写入设计检查单。"), false, by(SR));
        return it;
    }

    private static PlanTopIssue plan(String baseline, String target, boolean rising, LocalDate on) {
        return new PlanTopIssue(MeasureKind.KPI, "每月停机", null, "次", rising, new BigDecimal(baseline),
                new BigDecimal(target), "停一小时二十万", null, on, null, null, null);
    }

    private static Moment by(StaffId staff) {
        return new Moment(MONDAY, staff);
    }

    private static void refused(String code, Runnable what) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(what::run)
            .satisfies(it -> assertThat(it.code()).isEqualTo(code));
    }

}
