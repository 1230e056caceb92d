package io.cesm.web.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

import io.cesm.domain.complaint.ComplaintBook;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.ComplaintWatch;
import io.cesm.domain.complaint.FileComplaint;
import io.cesm.domain.complaint.FilingComplaints;
import io.cesm.domain.complaint.HandingComplaints;
import io.cesm.domain.complaint.HandlingComplaints;
import io.cesm.domain.customer.Assignment;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.customer.StaffingAccounts;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.time.ScopedClock;
import io.cesm.governance.escalation.EscalationBook;
import io.cesm.web.support.Accounts;
import io.cesm.web.support.People;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A complaint nobody takes: it locks onto the delivery manager, is offered to the
 * solution manager who refuses, and goes up at three quarters of its time.
 */
@WebTest
class ComplaintStoryTests {

    /** A Tuesday, 09:00 in Shanghai, long after today, so that no timer is due yet. */
    private static final Instant NINE = Instant.parse("2030-03-12T01:00:00Z");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private People people;

    @Autowired
    private FilingComplaints filing;

    @Autowired
    private HandingComplaints handing;

    @Autowired
    private HandlingComplaints handling;

    @Autowired
    private ComplaintWatch watch;

    @Autowired
    private EscalationBook escalations;

    @Autowired
    private ComplaintBook book;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void whatNobodyTakesLocksIsRefusedAndGoesUp() {
        var account = new Accounts(context).make();
        var sr = people.hire(account.unit(), Role.SR);
        Acting.as(Actor.system("test"),
                () -> context.getBean(StaffingAccounts.class)
                    .assign(new CustomerId(account.customer()),
                            new Assignment(sr, Role.SR, false, LocalDate.of(2026, 1, 1), null), null));
        var boss = people.hire(account.unit(), Role.MANAGER);
        var wish = FileComplaint.of(new CustomerId(account.customer()), new ContactId(account.contact()), "换油后仍然漏油");
        var id = at(0,
                () -> people.as(account.csr(),
                        () -> filing.file(
                                new FileComplaint(wish.kind(), wish.customer(), wish.contact(), null, wish.verbatim(),
                                        wish.channel(), null, null, null, null, null, 2, 3, false, null, false),
                                List.of())));

        look(id, 100);
        assertThat(owner(id)).as("still time to take it").isNull();
        look(id, 121);
        look(id, 122);
        assertThat(owner(id)).isEqualTo(account.fr());
        assertThat(levels(id)).containsExactly("UNOWNED 50");
        assertThat(told(account.fr(), "COMPLAINT_LOCKED", id)).isEqualTo(1);

        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> at(125, () -> people.as(account.fr(), () -> {
            handling.assign(id, null, sr);
            return id;
        }))).satisfies(it -> assertThat(it.code()).isEqualTo("complaint.locked"));
        at(130, () -> people.as(account.fr(), () -> {
            handing.offer(id, sr, "像是密封选型的问题");
            return id;
        }));
        assertThat(owner(id)).as("the giver keeps it").isEqualTo(account.fr());
        at(140, () -> people.as(sr, () -> {
            handing.refuse(id, "我在另一现场，今天到不了");
            return id;
        }));
        assertThat(owner(id)).isEqualTo(account.fr());

        look(id, 181);
        look(id, 181);
        assertThat(levels(id)).as("75 %, once").containsExactly("CLOCK_PERCENT 75", "UNOWNED 50");
        assertThat(told(sr, "COMPLAINT_ESCALATED_CLOCK_PERCENT", id)).isEqualTo(1);
        look(id, 331);
        assertThat(levels(id)).as("overdue after the break").contains("CLOCK_PERCENT 100");
        assertThat(told(boss, "COMPLAINT_ESCALATED_CLOCK_PERCENT", id)).isEqualTo(1);

        at(340, () -> people.as(account.fr(), () -> {
            handing.offer(id, sr, null);
            return id;
        }));
        at(341, () -> people.as(sr, () -> {
            handing.accept(id);
            return id;
        }));
        assertThat(owner(id)).isEqualTo(sr);
        assertThat(people.as(account.csr(), () -> book.require(id)).handOffs()).isEqualTo(1);
        assertThat(people.as(account.csr(), () -> book.holdings(id))).hasSize(2);
    }

    private void look(ComplaintId id, int minutes) {
        ScopedClock.at(NINE.plus(Duration.ofMinutes(minutes)), () -> watch.look(id));
    }

    private <T> T at(int minutes, Supplier<T> work) {
        return ScopedClock.at(NINE.plus(Duration.ofMinutes(minutes)), work);
    }

    private StaffId owner(ComplaintId id) {
        var owner = Acting.as(Actor.system("test"), () -> book.require(id)).owner();
        return owner == null ? null : owner.id();
    }

    private List<String> levels(ComplaintId id) {
        return escalations.ladder(id).stream().map(it -> it.kind() + " " + it.amount()).toList();
    }

    private long told(StaffId staff, String kind, ComplaintId id) {
        return jdbc.sql("select count(*) from notice where staff_id = ? and kind = ? and subject_id = ?")
            .params(staff.id(), kind, id.id())
            .query(Long.class)
            .single();
    }

}
