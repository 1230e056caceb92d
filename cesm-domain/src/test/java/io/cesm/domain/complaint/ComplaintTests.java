package io.cesm.domain.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.people.StaffId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComplaintTests {

    private static final GradeMatrix MATRIX = new GradeMatrix(List.of(4, 3, 2, 1), List.of(3, 2, 1, 0),
            List.of(2, 1, 0, 0), 3, 1, 2, 2, List.of(9, 6, 4));

    private static final Instant MONDAY = Instant.parse("2026-03-09T02:00:00Z");

    private static final StaffId CSR = StaffId.next();

    private static final StaffId FR = StaffId.next();

    private static final ContactId CALLER = new ContactId(UUID.randomUUID());

    private static final TakeStep TOLD = TakeStep.telling("编号已告知", ComplaintChannel.PHONE);

    private static final TakeStep SOLVED = TakeStep.resolving(CauseClass.PROCESS, "换型后没有首件检验", "补做首件检验并更换批次", "已换货",
            ComplaintChannel.PHONE);

    @Test
    void pointsAddUpToTheGrade() {
        assertThat(MATRIX.grade(new GradeFactors(1, 1, 1, false, 0, false)).grade()).isEqualTo(1);
        assertThat(MATRIX.grade(new GradeFactors(3, 3, 4, false, 0, false)).grade()).isEqualTo(4);
        var graded = MATRIX.grade(new GradeFactors(2, 2, 2, false, 7, true));
        assertThat(graded.points()).as("recurrence is capped").containsExactly(3, 2, 1, 0, 2, 2);
        assertThat(graded.grade()).isEqualTo(1);
        assertThat(MATRIX.grade(new GradeFactors(4, 4, null, true, 0, false)).grade()).isEqualTo(3);
    }

    @Test
    void livesFromTheWordsToTheConsent() {
        var it = filed(3);
        it.acknowledge(TOLD, by(CSR));
        it.start(TakeStep.NOTHING, by(FR));
        it.contain(TakeStep.saying("备机顶上"), by(FR));
        it.resolve(SOLVED, by(FR));
        it.confirm(TakeStep.answer(null, CALLER, ComplaintChannel.PHONE, LocalDate.of(2026, 3, 9)), by(CSR));
        it.close(TakeStep.NOTHING, by(FR));

        assertThat(it.state()).isEqualTo(ComplaintState.CLOSED);
        assertThat(it.facts().answerProxy()).as("recorded by staff, and marked").isEqualTo(CSR);
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void noStepCanBeTakenOutOfItsTurn(Step step) {
        var it = filed(3);
        if (step.isAllowed(it.kind(), it.state())) {
            return;
        }
        var before = it.facts();
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> take(it, step))
            .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(step.reason()));
        assertThat(it.facts()).isEqualTo(before);
    }

    @Test
    void nothingClosesWithoutTheCustomersConsent() {
        var it = solved(3);

        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> it.close(TakeStep.NOTHING, by(CSR)));
        it.declineDecision(TakeStep.answer("不接受", CALLER, ComplaintChannel.PHONE, LocalDate.of(2026, 3, 9)), by(CSR));
        assertThatExceptionOfType(FieldRefusal.class).isThrownBy(() -> it.close(TakeStep.NOTHING, by(CSR)))
            .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("external"));
    }

    @Test
    void whoSolvedAGraveOneDoesNotCloseIt() {
        var it = solved(1);
        it.confirm(TakeStep.answer(null, CALLER, ComplaintChannel.PHONE, LocalDate.of(2026, 3, 9)), by(CSR));

        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> it.close(TakeStep.NOTHING, by(FR)))
            .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("complaint.close.four_eyes"));
        it.close(TakeStep.NOTHING, by(CSR));
    }

    @Test
    void aSolutionNeedsItsCause() {
        var it = filed(3);
        it.acknowledge(TOLD, by(CSR));
        it.start(TakeStep.NOTHING, by(FR));

        assertThatExceptionOfType(FieldRefusal.class)
            .isThrownBy(() -> it.resolve(TakeStep.telling("好了", ComplaintChannel.PHONE), by(FR)))
            .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("cause"));
    }

    @Test
    void aGraveGradeGoesDownOnlyUnderFourEyes() {
        var grading = filed(1).grading().change(3, "现场已有备机", CSR);

        assertThat(grading.grade()).isEqualTo(1);
        assertThat(grading.wishedGrade()).isEqualTo(3);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> grading.decide(true, CSR));
        assertThat(grading.decide(true, FR).grade()).isEqualTo(3);
        assertThat(grading.decide(false, FR).grade()).isEqualTo(1);
        assertThat(filed(4).grading().change(2, "客户高层关注", CSR).grade()).as("up goes at once").isEqualTo(2);
        assertThatExceptionOfType(FieldRefusal.class).isThrownBy(() -> filed(4).grading().change(2, " ", CSR));
    }

    @Test
    void praiseNeedsNobodysConsentAndAQuestionIsAnsweredAtOnce() {
        assertThat(Step.CLOSE.isAllowed(ComplaintKind.PRAISE, ComplaintState.RESOLVED)).isTrue();
        assertThat(Step.CLOSE.isAllowed(ComplaintKind.COMPLAINT, ComplaintState.RESOLVED)).isFalse();
        assertThat(Step.RESOLVE.isAllowed(ComplaintKind.QUESTION, ComplaintState.ACKNOWLEDGED)).isTrue();
        assertThat(Step.RESOLVE.isAllowed(ComplaintKind.COMPLAINT, ComplaintState.ACKNOWLEDGED)).isFalse();
    }

    @Test
    void handOffsAreCountedAndWaitingGoesBackToWhereItWas() {
        var it = filed(3);
        it.acknowledge(TOLD, by(CSR));
        it.start(TakeStep.NOTHING, by(CSR));
        it.belongTo(FR, by(CSR));
        it.belongTo(CSR, by(FR));
        it.await(TakeStep.saying("等客户寄回样件"), by(CSR));
        it.resume(by(CSR));

        assertThat(it.state()).isEqualTo(ComplaintState.IN_PROGRESS);
        assertThat(it.handOffs()).isEqualTo(2);
        assertThat(Set.of(it.facts().owner())).containsExactly(CSR);
    }

    private static void take(Complaint it, Step step) {
        switch (step) {
            case ACKNOWLEDGE -> it.acknowledge(TOLD, by(CSR));
            case START -> it.start(TakeStep.NOTHING, by(CSR));
            case CONTAIN -> it.contain(TakeStep.saying("x"), by(CSR));
            case RESOLVE -> it.resolve(SOLVED, by(CSR));
            case CONFIRM ->
                it.confirm(TakeStep.answer(null, CALLER, ComplaintChannel.PHONE, LocalDate.of(2026, 3, 9)), by(CSR));
            case DECLINE -> it.declineDecision(TakeStep.answer("x", CALLER, ComplaintChannel.PHONE, null), by(CSR));
            case CLOSE -> it.close(TakeStep.NOTHING, by(CSR));
            case WAIT -> it.await(TakeStep.saying("x"), by(CSR));
            case RESUME -> it.resume(by(CSR));
            case REOPEN -> it.reopen(TakeStep.saying("x"), by(CSR));
            case WITHDRAW -> it.withdraw(TakeStep.saying("x"), by(CSR));
            case MERGE -> it.mergeInto(filed(3), by(CSR));
        }
    }

    private static Complaint solved(int grade) {
        var it = filed(grade);
        it.acknowledge(TOLD, by(CSR));
        it.start(TakeStep.NOTHING, by(FR));
        it.resolve(SOLVED, by(FR));
        return it;
    }

    private static Complaint filed(int grade) {
        var factors = switch (grade) {
            case 1 -> new GradeFactors(1, 1, 1, false, 0, false);
            case 4 -> new GradeFactors(4, 4, 4, false, 0, false);
            default -> new GradeFactors(2, 3, 4, false, 0, false);
        };
        var wish = FileComplaint.of(new CustomerId(UUID.randomUUID()), CALLER, "主轴过热，停机三次。");
        return Complaint.file(
                "C-2026-000001", new FileComplaint(wish.kind(), wish.customer(), wish.contact(), null, wish.verbatim(),
                        wish.channel(), null, null, null, null, null, 3, 3, false, CSR, false),
                Grading.of(factors, MATRIX), by(CSR));
    }

    private static Moment by(StaffId staff) {
        return new Moment(MONDAY, staff);
    }

}
