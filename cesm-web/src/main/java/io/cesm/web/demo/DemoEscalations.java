package io.cesm.web.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.cesm.domain.complaint.ClockKind;
import io.cesm.domain.complaint.ComplaintBook;
import io.cesm.domain.complaint.ComplaintChannel;
import io.cesm.domain.complaint.ComplaintClock;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.ComplaintWatch;
import io.cesm.domain.complaint.EscalatingComplaints;
import io.cesm.domain.complaint.HandingComplaints;
import io.cesm.domain.complaint.HandlingComplaints;
import io.cesm.domain.complaint.MessageKind;
import io.cesm.domain.people.Acting;
import io.cesm.domain.time.ScopedClock;
import io.cesm.governance.escalation.AnsweringEscalations;
import io.cesm.governance.escalation.EscalationBook;
import io.cesm.governance.escalation.EscalationBook.Rung;
import io.cesm.governance.escalation.Whom;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets the complaints of the demo company be looked at when it was time to, so that what
 * was late went up then and not today; some of those told answered.
 */
@Component
class DemoEscalations {

    private static final int MOST_LOOKS = 40;

    private static final int MOST_UPDATES = 12;

    /** What customers hear while work goes on. */
    private static final List<String> UPDATES = List.of("现场工程师正在排查，今天下班前再向您通报一次。", "已锁定两个可能的部位，备件在调拨，到货时间明早确认。",
            "处理方案内部已评审，正在安排停机窗口，需要您配合的时间会提前一天告知。", "按计划推进，目前没有新的风险，明天同一时间再向您通报。");

    private final ComplaintWatch watch;

    private final EscalatingComplaints escalating;

    private final EscalationBook book;

    private final AnsweringEscalations answering;

    private final ComplaintBook complaints;

    private final HandingComplaints handing;

    private final HandlingComplaints handling;

    private int answers;

    private int updates;

    private int hands;

    DemoEscalations(ComplaintWatch watch, EscalatingComplaints escalating, EscalationBook book,
            AnsweringEscalations answering, ComplaintBook complaints, HandingComplaints handing,
            HandlingComplaints handling) {
        this.watch = watch;
        this.escalating = escalating;
        this.book = book;
        this.answering = answering;
        this.complaints = complaints;
        this.handing = handing;
        this.handling = handling;
    }

    /** Every second complaint goes to whoever knows the solution, some of them back. */
    void handOn(ComplaintId id, Cast.Member taker, Cast.Member giver, Cast.Member receiver, Instant since,
            Instant now) {
        var turn = hands++ % 4;
        if (turn % 2 == 1 || since.plus(Duration.ofHours(3)).isAfter(now) || giver.id().equals(receiver.id())) {
            return;
        }
        at(since.plusSeconds(300), taker, () -> handing.offer(id, giver.id(), "现场情况我已了解，请先接手组织抢修"));
        at(since.plusSeconds(900), giver, () -> handing.accept(id));
        at(since.plusSeconds(1_200), giver, () -> handing.offer(id, receiver.id(), "初步判断是设计问题，请方案侧接手分析"));
        if (turn == 0) {
            at(since.plusSeconds(2_400), receiver, () -> handing.accept(id));
        }
        else {
            at(since.plusSeconds(2_400), receiver, () -> handing.refuse(id, "本周在外地验收，请另找人接手"));
        }
    }

    private static void at(Instant moment, Cast.Member who, Runnable work) {
        ScopedClock.at(moment, () -> Acting.as(who.actor(), work));
    }

    /**
     * Lets time pass up to a moment; whoever has it tells the customer how far it is
     * before the next update is due, now and then too late.
     */
    void pass(ComplaintId id, Instant until, Cast cast, String teller) {
        for (int told = 0; told < MOST_UPDATES; told++) {
            var at = nextUpdate(id, updates++ % 7 == 6);
            if (at == null || !at.isBefore(until)) {
                break;
            }
            pass(id, at, cast);
            var words = UPDATES.get(told % UPDATES.size());
            at(at, cast.member(teller), () -> handling.say(id, MessageKind.TO_CUSTOMER, words, ComplaintChannel.PHONE));
        }
        pass(id, until, cast);
    }

    /** Before anybody is warned of it, or too late. */
    private @Nullable Instant nextUpdate(ComplaintId id, boolean late) {
        return complaints.clocks(id)
            .stream()
            .filter(it -> it.kind() == ClockKind.NEXT_UPDATE)
            .map(it -> late ? after(it.dueAt(), 95) : after(it.warnAt(), -15))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    }

    private static @Nullable Instant after(@Nullable Instant at, int minutes) {
        return at == null ? null : at.plus(Duration.ofMinutes(minutes));
    }

    /** Lets time pass up to a moment; those told of a high level answer now and then. */
    void pass(ComplaintId id, Instant until, Cast cast) {
        for (int looks = 0; looks < MOST_LOOKS; looks++) {
            var at = escalating.nextLook(id);
            if (at == null || at.isAfter(until)) {
                return;
            }
            ScopedClock.at(at, () -> watch.look(id));
            var heard = at.plus(Duration.ofMinutes(35));
            for (var rung : book.ladder(id)) {
                if (rung.at().equals(at) && rung.acknowledgeBy() != null && heard.isBefore(until)) {
                    answer(id, rung, heard, cast);
                }
            }
        }
    }

    private void answer(ComplaintId id, Rung rung, Instant at, Cast cast) {
        var turn = answers++ % 3;
        for (var who : cast.members().values()) {
            var told = rung.told().stream().anyMatch(it -> it.part() == Whom.UNIT_HEAD && it.staff().equals(who.id()));
            if (told && turn < 2) {
                ScopedClock.at(at, () -> Acting.as(who.actor(), () -> answer(id, rung, turn == 1)));
                return;
            }
        }
    }

    private void answer(ComplaintId id, Rung rung, boolean settled) {
        var may = answering.may(complaints.require(id), book.ladder(id));
        if (may.acknowledges().contains(rung.id())) {
            answering.acknowledge(id, rung.id(), "已看到，今天下班前我和负责人一起给客户回话。");
        }
        if (settled && may.lowers()) {
            answering.lower(id, 1, "已与客户当面谈妥处理办法和日期，按新的日期跟进即可。");
        }
    }

}
