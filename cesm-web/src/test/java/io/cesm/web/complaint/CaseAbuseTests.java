package io.cesm.web.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.complaint.ComplaintBook;
import io.cesm.domain.complaint.ComplaintChannel;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.ComplaintKind;
import io.cesm.domain.complaint.ComplaintState;
import io.cesm.domain.complaint.ComplaintWatch;
import io.cesm.domain.complaint.FileComplaint;
import io.cesm.domain.complaint.FilingComplaints;
import io.cesm.domain.complaint.HandlingComplaints;
import io.cesm.domain.complaint.MessageKind;
import io.cesm.domain.complaint.Step;
import io.cesm.domain.complaint.SweepingComplaints;
import io.cesm.domain.complaint.TakeStep;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.time.ScopedClock;
import io.cesm.governance.escalation.EscalationBook;
import io.cesm.web.support.Accounts;
import io.cesm.web.support.People;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What may go wrong with complaints on purpose, or because a machine does. */
@WebTest
class CaseAbuseTests {

    /** A Tuesday, 09:00 in Shanghai, long after today, so that no timer is due yet. */
    private static final Instant NINE = Instant.parse("2033-03-15T01:00:00Z");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private People people;

    @Autowired
    private FilingComplaints filing;

    @Autowired
    private HandlingComplaints handling;

    @Autowired
    private ComplaintBook book;

    @Autowired
    private ComplaintWatch watch;

    @Autowired
    private EscalationBook escalations;

    @Autowired
    private SweepingComplaints sweeping;

    @Autowired
    private ClockSkewGauge skew;

    @Autowired
    private JdbcClient jdbc;

    private Accounts.Made account = new Accounts.Made(null, null, null, null, null);

    @BeforeEach
    void aCustomer() {
        account = new Accounts(context).make();
        jdbc.sql(
                "insert into contact_point (id, contact_id, kind, value, normal, created_at) values (?, ?, 'EMAIL', ?, ?, now())")
            .params(UUID.randomUUID(), account.contact(), "zhou@hongyuan.example", "zhou@hongyuan.example")
            .update();
    }

    @Test
    void oneThatCannotBeLookedAtHoldsUpNoOther() {
        var broken = file("坏的");
        var fine = file("好的");
        watch.look(broken);
        try {
            jdbc.sql(
                    """
                            insert into escalation_policy_version (policy_id, version, rules, made_at)
                            select policy_id, 999, '{"levels": "no list"}', now() from escalation_binding where complaint_id = ?""")
                .param(broken.id())
                .update();
            jdbc.sql("update escalation_binding set version = 999 where complaint_id = ?").param(broken.id()).update();
            due(broken, 60);
            due(fine, 30);
            sweeping.sweep();
            assertThat(lookedAt(fine)).as("the one behind it").isTrue();
            assertThat(lookedAt(broken)).as("put off, not lost").isTrue();
        }
        finally {
            jdbc.sql("delete from escalation_binding where version = 999").update();
            jdbc.sql("delete from escalation_policy_version where version = 999").update();
        }
    }

    @Test
    void nodesWhoseClocksDifferEscalateOnceAndSaySo() {
        var id = ScopedClock.at(NINE, () -> file("时钟不同"));
        var due = NINE.plus(Duration.ofDays(3));
        ScopedClock.at(due.plus(Duration.ofMinutes(5)), () -> watch.look(id));
        ScopedClock.at(due, () -> watch.look(id));
        var ladder = escalations.ladder(id);
        assertThat(ladder).isNotEmpty();
        assertThat(ladder.stream().map(it -> it.kind() + "/" + it.amount() + "/" + it.clock()).toList())
            .doesNotHaveDuplicates();
        assertThat(Math.abs(skew.seconds())).as("here both are one machine").isLessThan(30);
        assertThat(ScopedClock.<Double>at(Instant.now().plus(Duration.ofMinutes(5)), skew::seconds)).isBetween(290.0,
                310.0);
    }

    @Test
    void nobodyGetsMoreThanTwentyMailsADayAndNoWordsBeginAHeader() {
        var wish = FileComplaint.of(new CustomerId(account.customer()), new ContactId(account.contact()), "泵停机");
        var id = people.as(account.csr(),
                () -> filing.file(new FileComplaint(ComplaintKind.COMPLAINT, wish.customer(), wish.contact(),
                        "泵\r\nBcc: all@example.org", wish.verbatim(), ComplaintChannel.EMAIL, null, null, null, null,
                        null, 3, 3, false, account.csr(), false), List.of()));
        take(id, Step.ACKNOWLEDGE, TakeStep.telling("已登记", ComplaintChannel.PHONE));
        assertThatExceptionOfType(FieldRefusal.class).isThrownBy(() -> {
            for (int i = 0; i < 40; i++) {
                say(id, "第 " + i + " 次");
            }
        }).satisfies(it -> assertThat(it.code()).isEqualTo("case.too_many_mails"));
        var subjects = jdbc.sql("select subject from complaint_mail where contact_id = ?")
            .param(account.contact())
            .query(String.class)
            .list();
        assertThat(subjects).hasSize(20).allSatisfy(it -> assertThat(it).doesNotContain("\r", "\n"));
    }

    @Test
    void aStepThatFailsHalfWayLeavesEverythingAsItWas() {
        var id = file("半途而废");
        var stranger = new Accounts(context).make();
        var before = people.as(account.csr(), () -> book.require(id));
        // the offered owner is nobody's colleague: refused after the state has been
        // judged
        assertThatExceptionOfType(RuntimeException.class)
            .isThrownBy(() -> take(id, Step.ACKNOWLEDGE, new TakeStep("已登记", null, ComplaintChannel.EMAIL, null,
                    new io.cesm.domain.people.StaffId(UUID.randomUUID()), null, null, null, null, null, null)));
        assertThatExceptionOfType(UnknownThing.class).isThrownBy(() -> people.as(stranger.csr(), () -> {
            handling.take(id, null, Step.ACKNOWLEDGE, TakeStep.telling("x", ComplaintChannel.PHONE));
            return id;
        }));
        var after = people.as(account.csr(), () -> book.require(id));
        assertThat(after.state()).isEqualTo(ComplaintState.RECEIVED);
        assertThat(after.version()).isEqualTo(before.version());
        assertThat(people.as(account.csr(), () -> book.messages(id))).isEmpty();
    }

    private void say(ComplaintId id, String words) {
        people.as(account.csr(), () -> {
            handling.say(id, MessageKind.TO_CUSTOMER, words, ComplaintChannel.EMAIL);
            return id;
        });
    }

    private void take(ComplaintId id, Step step, TakeStep wish) {
        people.as(account.csr(), () -> {
            handling.take(id, null, step, wish);
            return id;
        });
    }

    private void due(ComplaintId id, int minutesAgo) {
        jdbc.sql("update complaint set look_at = now() - make_interval(mins => ?) where id = ?")
            .params(minutesAgo, id.id())
            .update();
    }

    private boolean lookedAt(ComplaintId id) {
        return jdbc.sql("select look_at is null or look_at > now() from complaint where id = ?")
            .param(id.id())
            .query(Boolean.class)
            .single();
    }

    private ComplaintId file(String words) {
        return people.as(account.csr(),
                () -> filing.file(
                        FileComplaint.of(new CustomerId(account.customer()), new ContactId(account.contact()), words),
                        List.of()));
    }

}
