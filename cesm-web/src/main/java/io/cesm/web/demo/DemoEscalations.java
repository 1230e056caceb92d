package io.cesm.web.demo;

import java.time.Duration;
import java.time.Instant;

import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.ComplaintWatch;
import io.cesm.domain.complaint.EscalatingComplaints;
import io.cesm.domain.people.Acting;
import io.cesm.domain.time.ScopedClock;
import io.cesm.governance.escalation.AnsweringEscalations;
import io.cesm.governance.escalation.EscalationBook;
import io.cesm.governance.escalation.EscalationBook.Rung;
import io.cesm.governance.escalation.Whom;
import org.springframework.stereotype.Component;

/**
 * Lets the complaints of the demo company be looked at when it was time to, so that what
 * was late went up then and not today; some of those told answered.
 */
@Component
class DemoEscalations {

    private static final int MOST_LOOKS = 40;

    private final ComplaintWatch watch;

    private final EscalatingComplaints escalating;

    private final EscalationBook book;

    private final AnsweringEscalations answering;

    private int answers;

    DemoEscalations(ComplaintWatch watch, EscalatingComplaints escalating, EscalationBook book,
            AnsweringEscalations answering) {
        this.watch = watch;
        this.escalating = escalating;
        this.book = book;
        this.answering = answering;
    }

    /** Lets time pass up to a moment. */
    void pass(ComplaintId id, Instant until) {
        for (int looks = 0; looks < MOST_LOOKS; looks++) {
            var at = escalating.nextLook(id);
            if (at == null || at.isAfter(until)) {
                return;
            }
            ScopedClock.at(at, () -> watch.look(id));
        }
    }

    /** Lets time pass up to now; those told of the highest level answer now and then. */
    void go(ComplaintId id, Instant now, Cast cast) {
        pass(id, now);
        var ladder = book.ladder(id);
        var top = ladder.stream().mapToInt(Rung::level).max().orElse(0);
        for (var rung : ladder) {
            if (rung.level() >= 3 && rung.wantsAcknowledgement() && rung.acknowledgeBy() != null) {
                answer(id, rung, rung.level() == top, now, cast);
                return;
            }
        }
    }

    /** Only those told of the highest level may bring it down. */
    private void answer(ComplaintId id, Rung rung, boolean highest, Instant now, Cast cast) {
        var head = rung.told().stream().filter(it -> it.part() == Whom.UNIT_HEAD).findFirst().orElse(null);
        var turn = head == null ? -1 : answers++ % 3;
        var who = cast.members()
            .values()
            .stream()
            .filter(it -> head != null && it.id().equals(head.staff()))
            .findFirst();
        if (who.isEmpty() || turn < 0) {
            return;
        }
        var after = rung.at().plus(Duration.ofMinutes(35));
        var at = after.isAfter(now) ? now : after;
        ScopedClock.at(at, () -> Acting.as(who.get().actor(), () -> {
            answering.acknowledge(id, rung.id(), "已看到，今天下班前我和负责人一起给客户回话。");
            if (turn == 1 && highest) {
                answering.lower(id, 1, "已与客户当面谈妥处理办法和日期，按新的日期跟进即可。");
            }
        }));
    }

}
