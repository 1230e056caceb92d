package io.cesm.web.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import io.cesm.domain.complaint.ClockKind;
import io.cesm.domain.complaint.ComplaintBook;
import io.cesm.domain.complaint.ComplaintChannel;
import io.cesm.domain.complaint.ComplaintFilter;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.ComplaintOrder;
import io.cesm.domain.complaint.ComplaintRegister;
import io.cesm.domain.complaint.ComplaintState;
import io.cesm.domain.complaint.ComplaintWatch;
import io.cesm.domain.complaint.FileComplaint;
import io.cesm.domain.complaint.FilingComplaints;
import io.cesm.domain.complaint.HandlingComplaints;
import io.cesm.domain.complaint.MessageKind;
import io.cesm.domain.complaint.RecomputingClocks;
import io.cesm.domain.complaint.Step;
import io.cesm.domain.complaint.TakeStep;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.time.ScopedClock;
import io.cesm.governance.escalation.AnsweringEscalations;
import io.cesm.governance.escalation.EscalationBook;
import io.cesm.governance.escalation.EscalationBook.Rung;
import io.cesm.governance.escalation.TryingPolicies;
import io.cesm.web.support.Accounts;
import io.cesm.web.support.Api;
import io.cesm.web.support.People;
import io.cesm.web.support.SignedIn;
import io.cesm.web.support.WebTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class EscalationTests {

    /** A Tuesday, 09:00 in Shanghai, long after today, so that no timer is due yet. */
    private static final Instant NINE = Instant.parse("2030-03-12T01:00:00Z");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MockMvcTester web;

    @Autowired
    private People people;

    @Autowired
    private FilingComplaints filing;

    @Autowired
    private HandlingComplaints handling;

    @Autowired
    private ComplaintWatch watch;

    @Autowired
    private EscalationBook book;

    @Autowired
    private ComplaintBook complaints;

    @Autowired
    private ComplaintRegister register;

    @Autowired
    private AnsweringEscalations answering;

    @Autowired
    private JdbcClient jdbc;

    private Accounts.Made account = new Accounts.Made(null, null, null, null, null);

    private StaffId boss = new StaffId(new UUID(0, 0));

    @BeforeEach
    void aCustomerAndAHead() {
        account = new Accounts(context).make();
        boss = people.hire(account.unit(), Role.MANAGER);
    }

    @Test
    void whatNobodyAcknowledgesGoesUpAndWhatSomebodyDoesStays() {
        var id = at(0, () -> file(false));
        look(id, 331);
        var overdue = rung(id, "CLOCK_PERCENT 100");
        assertThat(overdue.told()).anyMatch(it -> it.staff().equals(boss));
        look(id, 400);
        assertThat(names(id)).doesNotContain("UNACKNOWLEDGED 150");
        assertThatExceptionOfType(Refusal.class).as("the owner cannot take the pressure off")
            .isThrownBy(() -> at(401, () -> people.as(account.csr(), () -> {
                answering.acknowledge(id, overdue.id(), null);
                return id;
            })));

        var other = at(0, () -> file(false));
        look(other, 331);
        at(340, () -> people.as(boss, () -> {
            answering.acknowledge(other, rung(other, "CLOCK_PERCENT 100").id(), "我来协调");
            return other;
        }));
        var muchLater = 331 + 24 * 60;
        look(id, muchLater);
        look(id, muchLater);
        look(other, muchLater);
        assertThat(names(id)).filteredOn(it -> it.startsWith("UNACKNOWLEDGED")).hasSize(1);
        assertThat(names(other)).noneMatch(it -> it.startsWith("UNACKNOWLEDGED"));
        assertThat(rung(other, "CLOCK_PERCENT 100").acknowledgeWords()).isEqualTo("我来协调");
    }

    @Test
    void oneWaitIsOneLadderWhateverItsTargetUntilTheCustomerIsTold() {
        var id = at(0, () -> file(false));
        at(5, () -> take(id, Step.ACKNOWLEDGE, TakeStep.telling("已登记", ComplaintChannel.PHONE)));
        at(6, () -> take(id, Step.START, TakeStep.NOTHING));
        int weeks = 3 * 7 * 24 * 60;
        look(id, weeks);
        var once = updates(id);
        assertThat(once).contains("CLOCK_PERCENT 75", "CLOCK_PERCENT 100").doesNotHaveDuplicates();

        jdbc.sql("update complaint_clock set target_minutes = target_minutes - 7 where complaint_id = ?")
            .param(id.id())
            .update();
        look(id, weeks + 1);
        assertThat(updates(id)).as("the same wait by another target").isEqualTo(once);

        at(weeks + 2, () -> people.as(account.csr(), () -> {
            handling.say(id, MessageKind.TO_CUSTOMER, "备件明天到", ComplaintChannel.PHONE);
            return id;
        }));
        look(id, weeks + 3);
        assertThat(updates(id)).as("told just now").isEqualTo(once);
        look(id, 2 * weeks);
        assertThat(updates(id)).as("told, and late again").hasSize(2 * once.size()).containsAll(once);
    }

    @Test
    void whatWasWaitedForAndCameGoesNoFurther() {
        var id = at(0, () -> file(false));
        look(id, 331);
        at(332, () -> take(id, Step.ACKNOWLEDGE, TakeStep.telling("已登记", ComplaintChannel.PHONE)));
        at(333, () -> take(id, Step.START, TakeStep.NOTHING));
        at(334, () -> take(id, Step.WAIT, TakeStep.saying("等客户寄回样件")));
        look(id, 331 + 24 * 60);

        assertThat(names(id)).noneMatch(it -> it.startsWith("UNACKNOWLEDGED"));
        assertThat(rung(id, "CLOCK_PERCENT 100").overAt()).isEqualTo(NINE.plus(Duration.ofMinutes(332)));
        assertThat(level(id)).as("who lifted it has yet to take it down").isEqualTo(3);
        assertThat(get("/complaints/" + id, account.csr())).bodyText().contains("it goes no further by itself");
    }

    @Test
    void goesDownWithAReasonThatThoseToldCanRead() {
        var id = at(0, () -> file(false));
        look(id, 331);
        assertThat(level(id)).isEqualTo(3);
        assertThat(queue(3)).contains(id);
        var page = web.get()
            .uri("/complaints/" + id)
            .header("Accept-Language", "en")
            .with(SignedIn.as(boss))
            .exchange();
        assertThat(page).hasStatusOk().bodyText().contains("Level 3", "100 % of first response used", "De-escalate");
        assertThat(get("/complaints/" + id, account.csr())).bodyText().doesNotContain("De-escalate");
        assertThat(post("/complaints/" + id + "/level", account.csr(), "level", "0", "because", "没事了")).hasStatus(422);
        assertThat(post("/complaints/" + id + "/level", boss, "level", "1", "because", "")).hasStatus(422);
        assertThat(post("/complaints/" + id + "/level", boss, "level", "1", "because", "已与客户谈妥"))
            .hasStatus3xxRedirection();
        assertThat(level(id)).isEqualTo(1);
        assertThat(queue(3)).doesNotContain(id);
        assertThat(rung(id, "CLOCK_PERCENT 100").loweredBecause()).isEqualTo("已与客户谈妥");
        assertThat(told(account.fr(), "COMPLAINT_DEESCALATED", id) + told(account.csr(), "COMPLAINT_DEESCALATED", id))
            .isPositive();
        look(id, 333);
        assertThat(level(id)).as("the same occasion does not lift it again").isEqualTo(1);
    }

    @Test
    void riskAndSilenceEscalateAndNothingClosesByItself() {
        jdbc.sql("update contact set decision_role = 'DECISION_MAKER' where id = ?").param(account.contact()).update();
        var id = at(0, () -> file(true));
        look(id, 1);
        assertThat(names(id)).contains("KEY_DECIDER 0", "PUBLICITY 0");
        var it = Acting.as(Actor.system("test"), () -> complaints.require(id));
        assertThat(it.warRoomSince()).isNotNull();
        assertThat(rung(id, "KEY_DECIDER 0").wantsPlan()).isTrue();
        at(2, () -> people.as(boss, () -> {
            answering.plan(id, rung(id, "KEY_DECIDER 0").id(), "王工今晚到现场，明早十点给客户电话");
            return id;
        }));
        assertThat(rung(id, "KEY_DECIDER 0").wantsPlan()).isFalse();

        at(5, () -> take(id, Step.ACKNOWLEDGE, TakeStep.telling("已登记", ComplaintChannel.PHONE)));
        at(6, () -> take(id, Step.START, TakeStep.NOTHING));
        at(7, () -> take(id, Step.WAIT, TakeStep.saying("等客户寄回样件")));
        look(id, 7 + 4 * 24 * 60);
        assertThat(names(id)).doesNotContain("CUSTOMER_SILENT 5");
        look(id, 7 + 7 * 24 * 60);
        assertThat(names(id)).as("five working days").contains("CUSTOMER_SILENT 5");
        look(id, 7 + 60 * 24 * 60);
        assertThat(Acting.as(Actor.system("test"), () -> complaints.require(id)).state())
            .isEqualTo(ComplaintState.WAITING_CUSTOMER);
    }

    @Test
    void tellsWhoStandsInAndNoneTwice() {
        var substitute = people.hire(account.unit(), Role.MANAGER);
        people.substitute(boss, substitute);
        var id = file(false); // today, while the boss is away
        watch.look(id);
        jdbc.sql("update complaint_clock set due_at = now() - interval '1 hour', warn_at = now() - interval '2 hours',"
                + " used = target_minutes * 60000000::bigint where complaint_id = ?")
            .param(id.id())
            .update();
        watch.look(id);
        watch.look(id);
        var overdue = rung(id, "CLOCK_PERCENT 100");
        assertThat(overdue.told()).anyMatch(it -> it.staff().equals(substitute));
        assertThat(overdue.told()).noneMatch(it -> it.staff().equals(boss));
        assertThat(told(boss, "COMPLAINT_ESCALATED_CLOCK_PERCENT", id)).isZero();
    }

    @Test
    void aDraftCountsOnceItIsSwitchedOnAndForWhatComesThen() throws Exception {
        var office = people.hire(account.unit(), Role.OFFICE);
        var before = at(0, () -> file(false));
        look(before, 1);
        playsWhatHappened();
        var made = post("/complaints/escalation/new", office, "name", "战略客户", "rank",
                String.valueOf(900_00 + (int) (Math.random() * 999)), "like", "01936000-0000-7000-8000-000000000e01");
        assertThat(made).hasStatus3xxRedirection();
        var here = String.valueOf(made.getResponse().getRedirectedUrl());
        assertThat(get(here, office)).hasStatusOk().bodyText().contains("75 % of any clock used", "tell owner, FR");
        assertThat(get(here + "/levels/new", office)).hasStatusOk();
        assertThat(get(here + "/levels/0", office)).hasStatusOk();
        assertThat(get(here + "/edit", office)).hasStatusOk();
        assertThat(
                post(here + "/levels/new", office, "number", "2", "kind", "AFTER_DUE", "amount", "30", "version", "0"))
            .hasStatus(422)
            .bodyText()
            .contains("Choose who is meant");
        assertThat(post(here + "/levels/new", office, "number", "2", "kind", "CLOCK_PERCENT", "clock", "RESOLUTION",
                "amount", "10", "whom", "CSR", "deeds", "NOTIFY", "version", "0"))
            .hasStatus3xxRedirection();
        assertThat(get(here + "/trial?from=2030-03-01&to=2030-03-31", office)).hasStatusOk()
            .bodyText()
            .contains("10 % of resolution used", "new");
        assertThat(get(here + "/trial", account.csr())).hasStatus(403);
        assertThat(post(here + "/switch-on", office, "version", "0")).as("overtaken").hasStatus(409);
        assertThat(post(here + "/switch-on", account.csr(), "version", "1")).hasStatus(403);
        assertThat(get(here, office)).bodyText().contains("10 % of resolution used");
        var api = new Api(context, office);
        assertThat(Api.<List<?>>read(api.get("/escalation-policies"), "$")).hasSizeGreaterThan(1);
        assertThat(get("/complaints/escalation", account.csr())).hasStatusOk();
        assertThat(get("/complaints/escalation/duty", account.csr())).hasStatusOk();
        assertThat(post("/complaints/escalation/duty", office, "unit", account.unit().toString(), "staff",
                account.fr().toString(), "from", "", "to", ""))
            .hasStatus3xxRedirection();
        assertThat(
                Api.<List<?>>read(new Api(context, account.csr()).get("/complaints/" + before + "/escalations"), "$"))
            .isEmpty();
    }

    @Test
    void openClocksFollowAChangedPolicyOnlyOnDemand() {
        var office = people.hire(account.unit(), Role.OFFICE);
        var id = file(false);
        var before = people.as(account.csr(), () -> complaints.require(id)).dueAt();
        var asked = jdbc.sql("select policy from complaint_clock where complaint_id = ? and kind = 'FIRST_RESPONSE'")
            .param(id.id())
            .query(String.class)
            .single();
        jdbc.sql("update service_policy set first_response = first_response + 37 where name = ?").param(asked).update();
        try {
            assertThat(people.as(account.csr(), () -> complaints.require(id)).dueAt()).isEqualTo(before);
            var recomputing = context.getBean(RecomputingClocks.class);
            var mine = people.as(office, recomputing::preview)
                .shifts()
                .stream()
                .filter(it -> it.complaint().equals(id))
                .toList();
            assertThat(mine).singleElement()
                .satisfies(it -> assertThat(it.minutesAfter()).isEqualTo(it.minutesBefore() + 37));
            assertThat(get("/complaints/policies/recompute", office)).hasStatusOk();
            assertThat(get("/complaints/policies/recompute", account.csr())).hasStatus(403);
            assertThat(post("/complaints/policies/recompute/clocks", office)).hasStatus3xxRedirection();
            Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(people.as(account.csr(), () -> complaints.require(id)).dueAt())
                    .isEqualTo(mine.getFirst().dueAfter()));
            assertThat(people.as(office, recomputing::preview).shifts()).noneMatch(it -> it.complaint().equals(id));
            assertThat(get("/complaints/" + id, account.csr())).bodyText()
                .contains("had the clocks worked out anew", "First response due");
        }
        finally {
            jdbc.sql("update service_policy set first_response = first_response - 37 where name = ?")
                .param(asked)
                .update();
        }
    }

    /** What is in force, played on a complaint that went up for real, finds the same. */
    private void playsWhatHappened() {
        var id = ScopedClock.at(Instant.parse("2026-03-10T01:00:00Z"), () -> file(false));
        var began = Instant.parse("2026-03-10T01:00:00Z");
        ScopedClock.at(began.plus(Duration.ofMinutes(200)), () -> watch.look(id));
        ScopedClock.at(began.plus(Duration.ofMinutes(210)),
                () -> take(id, Step.ACKNOWLEDGE, TakeStep.telling("已登记", ComplaintChannel.PHONE)));
        var office = people.hire(account.unit(), Role.OFFICE);
        var played = ScopedClock.at(began.plus(Duration.ofMinutes(220)),
                () -> people.as(office,
                        () -> context.getBean(TryingPolicies.class)
                            .play(UUID.fromString("01936000-0000-7000-8000-000000000e01"), LocalDate.of(2026, 3, 9),
                                    LocalDate.of(2026, 3, 11))));
        var mine = played.samples().stream().filter(it -> it.complaint().equals(id)).toList();
        assertThat(mine).as("%s", played)
            .singleElement()
            .satisfies(it -> assertThat(it.at()).isEqualTo(began.plus(Duration.ofMinutes(180))))
            .satisfies(it -> assertThat(it.change()).isEqualTo(TryingPolicies.Change.SAME));
        assertThat(played.before()).isEqualTo(played.after());
    }

    private ComplaintId file(boolean publicity) {
        var wish = FileComplaint.of(new CustomerId(account.customer()), new ContactId(account.contact()), "主轴异响");
        return people.as(account.csr(),
                () -> filing.file(new FileComplaint(wish.kind(), wish.customer(), wish.contact(), null, wish.verbatim(),
                        ComplaintChannel.PHONE, null, null, null, null, null, publicity ? 1 : 2, publicity ? 1 : 3,
                        publicity, account.csr(), false), List.of()));
    }

    private ComplaintId take(ComplaintId id, Step step, TakeStep wish) {
        return people.as(account.csr(), () -> {
            handling.take(id, null, step, wish);
            return id;
        });
    }

    private void look(ComplaintId id, int minutes) {
        ScopedClock.at(NINE.plus(Duration.ofMinutes(minutes)), () -> watch.look(id));
    }

    private <T> T at(int minutes, Supplier<T> work) {
        return ScopedClock.at(NINE.plus(Duration.ofMinutes(minutes)), work);
    }

    private List<String> names(ComplaintId id) {
        return book.ladder(id).stream().map(it -> it.kind() + " " + it.amount()).toList();
    }

    private List<String> updates(ComplaintId id) {
        return book.ladder(id)
            .stream()
            .filter(it -> it.clock() == ClockKind.NEXT_UPDATE)
            .map(it -> it.kind() + " " + it.amount())
            .toList();
    }

    private Rung rung(ComplaintId id, String name) {
        return book.ladder(id)
            .stream()
            .filter(it -> name.equals(it.kind() + " " + it.amount()))
            .findFirst()
            .orElseThrow();
    }

    private int level(ComplaintId id) {
        return Acting.as(Actor.system("test"), () -> complaints.require(id)).level();
    }

    private List<ComplaintId> queue(int level) {
        var filter = new ComplaintFilter(new CustomerId(account.customer()), null, null, null, null, java.util.Set.of(),
                java.util.Set.of(), true, null, null, false, null, null, level, null, null, null, null, null, null);
        return people.as(boss, () -> register.slice(filter, ComplaintOrder.NEWEST, 50, null))
            .items()
            .stream()
            .map(it -> it.id())
            .toList();
    }

    private long told(StaffId staff, String kind, ComplaintId id) {
        return jdbc.sql("select count(*) from notice where staff_id = ? and kind = ? and subject_id = ?")
            .params(staff.id(), kind, id.id())
            .query(Long.class)
            .single();
    }

    private MvcTestResult get(String path, StaffId who) {
        return web.get().uri(path).header("Accept-Language", "en").with(SignedIn.as(who)).exchange();
    }

    private MvcTestResult post(String path, StaffId who, String... fields) {
        var request = web.post()
            .uri(path)
            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
            .header("Accept-Language", "en")
            .with(SignedIn.as(who))
            .with(SecurityMockMvcRequestPostProcessors.csrf());
        for (int i = 0; i + 1 < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

}
