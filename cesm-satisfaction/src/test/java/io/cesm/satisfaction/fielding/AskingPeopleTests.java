package io.cesm.satisfaction.fielding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerFixture;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Role;
import io.cesm.domain.support.PostgresSlice;
import io.cesm.domain.support.Statements;
import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.time.ScopedClock;
import io.cesm.satisfaction.questionnaire.Anonymity;

@PostgresSlice
class AskingPeopleTests {

    private static final Instant MONDAY = CompanyTime
        .startOf(LocalDate.now().with(TemporalAdjusters.next(DayOfWeek.MONDAY)))
        .plusSeconds(10 * 3600);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private BuildingFrames frames;

    @Autowired
    private DrawingSamples drawing;

    @Autowired
    private SendingInvitations sending;

    @Autowired
    private DeliveringMails mails;

    @Autowired
    private PeopleBook people;

    @Autowired
    private AskedBook asked;

    @Autowired
    private FieldStatusBook status;

    @Autowired
    private OptingOut opting;

    @Autowired
    private AskingByPhone phone;

    @Autowired
    private SettingTriggers triggers;

    @Autowired
    private TellingEvents telling;

    @Autowired
    private LinkTokens tokens;

    @Autowired
    private JdbcClient jdbc;

    private SurveyWorld world;

    @BeforeEach
    void world() {
        world = new SurveyWorld(context);
    }

    @Test
    void everybodyInTheFrameHasAnOutcomeWithItsReason() throws Exception {
        var survey = on(MONDAY, () -> world.fielded("relationship", Anonymity.NAMED));
        var crowd = new ArrayList<ContactId>();
        crowd.addAll(world.people(1, 5));
        crowd.addAll(world.people(2, 5));
        world.says(crowd.get(0), false);
        jdbc.sql("update contact_point set former = true, preferred = false where contact_id = ?")
            .param(crowd.get(1).id())
            .update();
        asked(crowd.get(2), MONDAY.minusSeconds(50 * 86_400));
        asked(crowd.get(7), MONDAY.minusSeconds(10 * 86_400));
        hand(survey, crowd);

        var drawn = on(MONDAY, () -> drawing.draw(survey, new DrawSample(Map.of(1, 2, 2, 3), 42L)));

        assertThat(drawn.frame()).isEqualTo(10);
        var outcomes = status(survey).outcomes();
        assertThat(outcomes).containsEntry(FrameOutcome.NO_CONSENT, 1L).containsEntry(FrameOutcome.NO_ADDRESS, 1L);
        assertThat(outcomes.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(10);
        assertThat(outcomes).doesNotContainKey(FrameOutcome.FRAME);
        var rows = on(MONDAY, () -> people.slice(survey, PeopleFilter.none(), 100, null)).items();
        assertThat(rows).filteredOn(it -> it.outcome() == FrameOutcome.QUARANTINED)
            .allSatisfy(it -> assertThat(it.until()).isAfter(CompanyTime.dayOf(MONDAY)));
        assertThat(rows).filteredOn(it -> it.contact().equals(crowd.get(7)))
            .allSatisfy(it -> assertThat(it.outcome()).isIn(FrameOutcome.QUARANTINED, FrameOutcome.NOT_DRAWN));
        assertThat(rows).allSatisfy(it -> assertThat(it.flags()).contains(FrameFlag.HAND_PICKED));
        assertThat(Statements.of(() -> on(MONDAY, () -> people.slice(survey, PeopleFilter.none(), 100, null))))
            .hasSize(1);
        assertThat(Statements.of(() -> status(survey))).hasSize(1);
        var stranger = CustomerFixture
            .teamMember(CustomerFixture.staff(jdbc, CustomerFixture.unit(jdbc, "X"), "S", Role.CSR), Role.CSR);
        assertThat(Acting.as(stranger, () -> people.slice(survey, PeopleFilter.none(), 100, null)).items()).isEmpty();
    }

    @Test
    void aCustomersPageTellsWhoWasAskedAndOnlyWhereAllowedWhatBecameOfIt() throws Exception {
        var open = on(MONDAY, () -> world.fielded("relationship", Anonymity.NAMED));
        var sealed = on(MONDAY, () -> world.fielded("kano", Anonymity.ANONYMOUS));
        var person = world.people(1, 1).getFirst();
        var customer = world.customerOf(person);
        for (var survey : List.of(open, sealed)) {
            asked(survey, customer, person);
        }

        var rows = on(MONDAY, () -> asked.slice(customer, 10, null)).items();
        assertThat(rows).extracting(AskedRow::survey).containsExactlyInAnyOrder(open, sealed);
        assertThat(rows).filteredOn(it -> it.survey().equals(open))
            .allSatisfy(it -> assertThat(it.state()).isEqualTo(InvitationState.ANSWERED));
        assertThat(rows).filteredOn(it -> it.survey().equals(sealed)).allSatisfy(it -> assertThat(it.state()).isNull());
        var first = on(MONDAY, () -> asked.slice(customer, 1, null));
        var second = on(MONDAY, () -> asked.slice(customer, 1, first.next()));
        assertThat(first.items()).doesNotContainAnyElementsOf(second.items());
        assertThat(second.next()).isNull();
        assertThat(Statements.of(() -> on(MONDAY, () -> asked.slice(customer, 10, null)))).hasSize(1);
        var stranger = CustomerFixture
            .teamMember(CustomerFixture.staff(jdbc, CustomerFixture.unit(jdbc, "Y"), "T", Role.CSR), Role.CSR);
        assertThat(Acting.as(stranger, () -> asked.slice(customer, 10, null)).items()).isEmpty();
    }

    private void asked(SurveyId survey, CustomerId customer, ContactId person) {
        jdbc.sql("""
                insert into survey_invitation (id, survey_id, customer_id, contact_id, channel, language, state,
                    not_before, sent_at, created_at, version)
                values (?, ?, ?, ?, 'MAIL', 'zh', 'ANSWERED', now(), now(), now(), 0)""")
            .params(UUID.randomUUID(), survey.id(), customer.id(), person.id())
            .update();
    }

    @Test
    void whoWithdrawsConsentWhileWaitingGetsNoMail() {
        var survey = on(MONDAY, () -> world.fielded("relationship", Anonymity.NAMED));
        var crowd = world.people(1, 3);
        hand(survey, crowd);
        on(MONDAY, () -> drawing.draw(survey, new DrawSample(Map.of(), null)));
        world.says(crowd.getFirst(), false);

        assertThat(on(MONDAY.plusSeconds(12 * 3600), sending::invite)).as("at night").isZero();
        on(MONDAY.plusSeconds(60), sending::invite);

        assertThat(sent(survey)).hasSize(2);
        assertThat(status(survey).outcomes()).containsEntry(FrameOutcome.NO_CONSENT, 1L)
            .containsEntry(FrameOutcome.INVITED, 2L);
        on(MONDAY.plusSeconds(120), sending::invite);
        assertThat(sent(survey)).as("nobody twice").hasSize(2);
    }

    @Test
    void aMailInEnglishNamesThePersonAndTheirCompanyInEnglish() {
        var survey = on(MONDAY, () -> world.fielded("relationship", Anonymity.NAMED));
        var crowd = world.people(1, 1);
        var person = crowd.getFirst();
        jdbc.sql("update contact set name_en = 'Ms Chow', language = 'en' where id = ?").param(person.id()).update();
        jdbc.sql("update customer set name_en = 'Sunwind Ltd' where id = ?")
            .param(world.customerOf(person).id())
            .update();
        hand(survey, crowd);
        on(MONDAY, () -> drawing.draw(survey, new DrawSample(Map.of(1, 1), 1L)));
        on(MONDAY.plusSeconds(60), sending::invite);
        assertThat(sent(survey)).singleElement().asString().contains("Dear Ms Chow", "Sunwind Ltd");
    }

    @Test
    void onlyThoseWhoHaveNotAnsweredAreReminded() {
        var survey = on(MONDAY, () -> world.fielded("relationship", Anonymity.NAMED));
        var owner = CustomerFixture.staff(jdbc, CustomerFixture.unit(jdbc, "宏远装备"), "周敏", Role.OFFICE);
        jdbc.sql("update survey set owner_id = ? where id = ?").params(owner.id(), survey.id()).update();
        var crowd = world.people(1, 3);
        hand(survey, crowd);
        on(MONDAY, () -> drawing.draw(survey, new DrawSample(Map.of(), null)));
        on(MONDAY, sending::invite);
        var all = on(MONDAY, () -> mails.take(10));
        assertThat(all).hasSize(3).allSatisfy(it -> {
            assertThat(it.body()).contains("{{link}}", "宏远装备 周敏");
            assertThat(it.text("https://x/a/" + it.token(), "https://x/stop")).contains("https://x/a/" + it.token());
        });
        all.forEach(it -> mails.sent(it.id(), false));
        answered(all.get(0).invitation());
        assertThat(opting.stop(all.get(1).token())).isTrue();

        assertThat(on(MONDAY.plusSeconds(4 * 86_400), sending::remind)).as("too early").isZero();
        on(MONDAY.plusSeconds(8 * 86_400), sending::remind);
        var again = on(MONDAY.plusSeconds(8 * 86_400), () -> mails.take(10));
        assertThat(again).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo("REMINDER");
            assertThat(it.token()).as("the same link").isEqualTo(all.get(2).token());
        });
        on(MONDAY.plusSeconds(14 * 86_400), sending::remind);
        answered(all.get(2).invitation());
        assertThat(on(MONDAY.plusSeconds(14 * 86_400), () -> mails.take(10))).as("answered in the meantime").isEmpty();
        assertThat(status(survey).all().work().response().value()).isCloseTo(200.0 / 3,
                org.assertj.core.data.Offset.offset(1e-9));
        assertThat(status(survey).outcomes()).containsEntry(FrameOutcome.OPTED_OUT, 1L);
    }

    @Test
    void aMailThatFailsComesAgainAndOneThatIsRefusedMarksThePerson() {
        var survey = on(MONDAY, () -> world.fielded("relationship", Anonymity.NAMED));
        hand(survey, world.people(1, 2));
        on(MONDAY, () -> drawing.draw(survey, new DrawSample(Map.of(), null)));
        on(MONDAY, sending::invite);
        var taken = on(MONDAY, () -> mails.take(10));
        on(MONDAY, () -> {
            mails.failed(taken.get(0).id(), taken.get(0).tries(), "connection refused\r\nX: y");
            mails.bounced(taken.get(1).id(), "550 no such user");
            return true;
        });
        assertThat(on(MONDAY.plusSeconds(30), () -> mails.take(10))).isEmpty();
        assertThat(on(MONDAY.plusSeconds(61), () -> mails.take(10))).singleElement()
            .satisfies(it -> assertThat(it.tries()).isEqualTo(2));
        assertThat(status(survey).outcomes()).containsEntry(FrameOutcome.BOUNCED, 1L);
    }

    @Test
    void twoSurveysDoNotAskTheSamePerson() {
        var person = world.people(1, 1);
        var first = on(MONDAY, () -> world.fielded("relationship", Anonymity.NAMED));
        var second = on(MONDAY, () -> world.fielded("kano", Anonymity.NAMED));
        for (var survey : List.of(first, second)) {
            hand(survey, person);
            on(MONDAY, () -> drawing.draw(survey, new DrawSample(Map.of(), null)));
        }
        on(MONDAY, sending::invite);
        assertThat(sent(first).size() + sent(second).size()).isOne();
        assertThat(status(first).outcomes().keySet()).containsAnyOf(FrameOutcome.INVITED, FrameOutcome.QUARANTINED);
    }

    @Test
    void oneServiceEventIsAskedAboutOnce() {
        var survey = on(MONDAY, () -> world.fielded("transactional", Anonymity.NAMED));
        var person = world.people(1, 1).getFirst();
        SurveyWorld.as(() -> triggers.make(survey, ServiceEvent.CASE_CLOSED, 24, BigDecimal.ONE));
        var number = jdbc.sql("select number from customer where id = ?")
            .param(world.customerOf(person).id())
            .query(String.class)
            .single();
        var event = new TellEvent(ServiceEvent.CASE_CLOSED, "ITR-77", number, "林0", MONDAY, Map.of("case", "ITR-77"));
        var told = on(MONDAY, () -> telling.tell(event));
        assertThat(told.asked()).singleElement()
            .satisfies(it -> assertThat(it.outcome()).isEqualTo(FrameOutcome.QUEUED));
        var again = on(MONDAY, () -> telling.tell(event));
        assertThat(again.repeated()).isTrue();
        assertThat(again.id()).isEqualTo(told.id());
        on(MONDAY.plusSeconds(3600), sending::invite);
        assertThat(sent(survey)).as("not before the delay").isEmpty();
        on(MONDAY.plusSeconds(25 * 3600), sending::invite);
        assertThat(sent(survey)).singleElement().satisfies(it -> assertThat(it).contains("ITR-77"));
        assertThatExceptionOfType(Refusal.class)
            .isThrownBy(() -> SurveyWorld.as(() -> triggers.make(survey, ServiceEvent.CASE_CLOSED, 1, BigDecimal.ONE)));
    }

    @Test
    void whatCanBeAskedByPhoneCostsTheSameHoweverMuchIsInTheField() throws Exception {
        var crowd = world.people(1, 2);
        var first = on(MONDAY, () -> world.fielded("relationship", Anonymity.NAMED));
        int one = Statements.of(() -> on(MONDAY, () -> phone.surveys(crowd.getFirst()))).size();
        var second = on(MONDAY, () -> world.fielded("kano", Anonymity.NAMED));
        on(MONDAY, () -> world.fielded("relationship", Anonymity.CONFIDENTIAL));
        assertThat(Statements.of(() -> on(MONDAY, () -> phone.surveys(crowd.getFirst())))).hasSize(one);

        asked(crowd.getFirst(), MONDAY.minusSeconds(86_400));
        world.says(crowd.getLast(), false);
        for (var survey : List.of(first, second)) {
            assertThat(why(survey, crowd.getFirst())).isEqualTo("fielding.guarded_until");
            assertThat(why(survey, crowd.getLast())).isEqualTo("fielding.no_consent");
        }
    }

    private @Nullable String why(SurveyId survey, ContactId who) {
        var all = on(MONDAY, () -> phone.surveys(who));
        var why = all.stream().filter(it -> it.id().equals(survey)).findFirst().orElseThrow().why();
        return (why == null) ? null : why.code();
    }

    private void hand(SurveyId survey, List<ContactId> crowd) {
        var lines = crowd.stream()
            .map(it -> jdbc.sql("select value from contact_point where contact_id = ? and kind = 'EMAIL'")
                .param(it.id())
                .query(String.class)
                .single())
            .toList();
        on(MONDAY, () -> frames.add(survey, lines, FrameSource.HAND));
        assertThat(on(MONDAY, () -> frames.add(survey, lines, FrameSource.HAND)).added()).as("twice is once").isZero();
        assertThat(Set.copyOf(crowd)).hasSize(crowd.size());
    }

    /** Some other survey asked them then. */
    private void asked(ContactId who, Instant at) {
        var other = on(MONDAY, () -> world.fielded("kano", Anonymity.NAMED));
        jdbc.sql("""
                insert into survey_invitation (id, survey_id, contact_id, channel, language, state, not_before, sent_at,
                                               created_at, version)
                values (?, ?, ?, 'MAIL', 'zh', 'SENT', now(), ?, now(), 0)""")
            .params(UUID.randomUUID(), other.id(), who.id(), at.atOffset(java.time.ZoneOffset.UTC))
            .update();
    }

    private void answered(UUID invitation) {
        jdbc.sql("update survey_invitation set state = 'ANSWERED' where id = ?").param(invitation).update();
    }

    private List<String> sent(SurveyId survey) {
        return jdbc.sql("select body from survey_mail where survey_id = ?")
            .param(survey.id())
            .query(String.class)
            .list();
    }

    private FieldStatus status(SurveyId survey) {
        return SurveyWorld.as(() -> status.of(survey));
    }

    private static <T> T on(Instant moment, Supplier<T> work) {
        return ScopedClock.at(moment, () -> SurveyWorld.as(work));
    }

}
