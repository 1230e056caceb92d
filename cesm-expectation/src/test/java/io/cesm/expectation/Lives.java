package io.cesm.expectation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;

/** Expectations in every state, led there by the verbs that lead there in real life. */
final class Lives {

    static final CustomerId HONGYUAN = new CustomerId(UUID.randomUUID());

    static final ContactId DIRECTOR = new ContactId(UUID.randomUUID());

    static final StaffId OWNER = new StaffId(UUID.randomUUID());

    static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");

    static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    static final Moment NOW = new Moment(MONDAY, DAY, OWNER);

    static final LocalDate DUE = DAY.plusDays(3);

    static final Told TOLD = new Told(DAY, OWNER, DIRECTOR, Channel.PHONE);

    private Lives() {
    }

    static BigDecimal level(int level) {
        return BigDecimal.valueOf(level);
    }

    static Expectation captured() {
        return Expectation.capture("E-2026-000001", CaptureExpectation.of(HONGYUAN, DIRECTOR, "备件要两天内到现场"), DUE, NOW);
    }

    static Target target() {
        return Target.ofLevel("备件到场天数", level(80), DAY.plusDays(60));
    }

    static ClarifyExpectation clarification() {
        return new ClarifyExpectation("48 小时内到货", target(), DIRECTOR, "delivery", false);
    }

    static CommitExpectation promise(int level, LocalDate on) {
        return new CommitExpectation(OWNER, level(level), null, on, null);
    }

    static AdjustExpectation adjustment() {
        return new AdjustExpectation(promise(70, DAY.plusDays(90)), "供应商产能不足", TOLD);
    }

    static CustomerAnswer answer(@Nullable Integer level, @Nullable String words) {
        return new CustomerAnswer(level == null ? null : level(level), DAY, DIRECTOR, Channel.PHONE, words);
    }

    static Expectation in(ExpectationState state) {
        var it = captured();
        switch (state) {
            case CAPTURED -> {
            }
            case CLARIFIED -> it.clarify(clarification(), DUE, NOW);
            case COMMITTED -> {
                it.clarify(clarification(), DUE, NOW);
                it.commit(promise(80, DAY.plusDays(60)), NOW);
            }
            case DELIVERED -> delivered(it);
            case NOT_MET -> {
                delivered(it);
                it.notMet(answer(40, "还是要等四天"), DUE, NOW);
            }
            case CONFIRMED -> {
                delivered(it);
                it.confirm(answer(85, null), NOW);
            }
            case DECLINED -> {
                it.clarify(clarification(), DUE, NOW);
                it.decline(new DeclineExpectation(new Declining("不在服务范围", "可以买备件包"), TOLD), NOW);
            }
            case WITHDRAWN -> it.withdraw("客户改了计划", NOW);
            case MERGED -> it.mergeInto(captured(), NOW);
        }
        return it;
    }

    private static void delivered(Expectation it) {
        it.clarify(clarification(), DUE, NOW);
        it.commit(promise(80, DAY.plusDays(60)), NOW);
        it.deliver(new DeliverExpectation(level(75), null, "签收单 0231"), false, DUE, NOW);
    }

    static void apply(Verb verb, Expectation it) {
        switch (verb) {
            case CLARIFY -> it.clarify(clarification(), DUE, NOW);
            case COMMIT -> it.commit(promise(80, DAY.plusDays(60)), NOW);
            case ADJUST -> it.adjust(adjustment(), NOW);
            case DECLINE -> it.decline(new DeclineExpectation(new Declining("不在服务范围", "可以买备件包"), TOLD), NOW);
            case DELIVER -> it.deliver(new DeliverExpectation(level(75), null, "签收单"), false, DUE, NOW);
            case CONFIRM -> it.confirm(answer(85, null), NOW);
            case NOT_MEET -> it.notMet(answer(40, "还是要等四天"), DUE, NOW);
            case WITHDRAW -> it.withdraw("客户改了计划", NOW);
            case MERGE -> it.mergeInto(captured(), NOW);
        }
    }

}
