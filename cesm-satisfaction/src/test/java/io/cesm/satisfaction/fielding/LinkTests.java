package io.cesm.satisfaction.fielding;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.StaleVersion;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.support.PostgresSlice;
import io.cesm.satisfaction.answer.AnswerLink;
import io.cesm.satisfaction.answer.AnswerLinks;
import io.cesm.satisfaction.answer.Given;
import io.cesm.satisfaction.answer.LinkState;
import io.cesm.satisfaction.answer.TakingAnswers;
import io.cesm.satisfaction.questionnaire.Anonymity;
import io.cesm.satisfaction.questionnaire.Answers;

@PostgresSlice
class LinkTests {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private AnswerLinks links;

    @Autowired
    private OfferingLinks offering;

    @Autowired
    private FieldingSurveys fielding;

    @Autowired
    private TakingAnswers taking;

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
    void aPersonalLinkSaysWhatIsAskedOfWhom() {
        var survey = world.fielded("transactional", Anonymity.NAMED);
        var person = world.people(2, 1).getFirst();
        var token = invited(survey, person, "QUEUED");

        var it = opened(token);

        assertThat(it.state()).isEqualTo(LinkState.OPEN);
        assertThat(it.who().contact()).isEqualTo(person.id());
        assertThat(it.who().segments()).containsEntry("tier", "2").containsKey("region");
        assertThat(it.circumstances().data()).containsEntry("contact", "林0").containsEntry("case", "ITR-7");
        assertThat(it.definition().questions()).isNotEmpty();
        assertThat(it.circumstances()).isEqualTo(requireNonNull(links.find(token, "another")).circumstances());
        assertThat(links.find(token.substring(1) + "A", null)).isNull();
        assertThat(links.find("short", null)).isNull();

        assertThat(taking.take(it,
                Given.now(new Answers(Map.of("q1", List.of("5"), "q2", List.of("7"), "q4", List.of("yes"))), "zh")))
            .isNotNull();
        refused("answer.key_reused", () -> taking.take(opened(token),
                Given.now(new Answers(Map.of("q1", List.of("1"), "q2", List.of("1"), "q4", List.of("no"))), "zh")));
        assertThat(jdbc.sql("select count(*) from survey_response where survey_id = ?")
            .param(survey.id())
            .query(Long.class)
            .single()).as("one link, one answer").isEqualTo(1);
        assertThat(state(token)).isEqualTo(LinkState.ANSWERED);
    }

    @Test
    void aLinkSaysWhyItDoesNotWork() {
        var id = world.planned(world.published("transactional", Anonymity.NAMED));
        var person = world.people(1, 1).getFirst();
        var token = invited(id, person, "SENT");
        assertThat(state(token)).isEqualTo(LinkState.NOT_YET);
        SurveyWorld.as(() -> fielding.open(id, world.version(id)));
        aSecondLater();
        assertThat(state(token)).isEqualTo(LinkState.OPEN);
        jdbc.sql("update survey_invitation set expires_at = now() - interval '1 day' where survey_id = ?")
            .param(id.id())
            .update();
        assertThat(state(token)).isEqualTo(LinkState.EXPIRED);
        jdbc.sql("update survey_invitation set state = 'DECLINED' where survey_id = ?").param(id.id()).update();
        assertThat(state(token)).isEqualTo(LinkState.WITHDRAWN);
        var all = SurveyWorld.as(() -> offering.make(id, "QR", "展厅", Map.of("place", "上海")));
        assertThat(opened(all.token()).who().segments()).containsEntry("place", "上海");
        assertThat(opened(all.token()).open()).isTrue();
        SurveyWorld.as(() -> fielding.close(id, world.version(id)));
        aSecondLater();
        assertThat(state(all.token())).isEqualTo(LinkState.CLOSED);
        SurveyWorld.as(() -> {
            offering.revoke(id, all.id());
            return true;
        });
        aSecondLater();
        assertThat(state(all.token())).as("within a second").isEqualTo(LinkState.WITHDRAWN);
    }

    @Test
    void theDatabaseKnowsNoToken() {
        var survey = world.fielded("transactional", Anonymity.NAMED);
        var all = SurveyWorld.as(() -> offering.make(survey, "LINK", "邮件签名", Map.of()));
        var dump = jdbc.sql("select to_jsonb(l)::text from survey_link l where id = ?")
            .param(all.id())
            .query(String.class)
            .single();
        assertThat(dump).doesNotContain(all.token());
        assertThat(tokens.of(all.id())).isEqualTo(all.token()).hasSize(43);
        assertThat(tokens.of(UUID.randomUUID())).isNotEqualTo(all.token());
    }

    @Test
    void anAnonymousSurveyTellsNeitherNameNorTime() {
        var survey = world.fielded("relationship", Anonymity.ANONYMOUS);
        var person = world.people(1, 1).getFirst();
        var it = opened(invited(survey, person, "SENT"));
        assertThat(it.circumstances().data()).doesNotContainKeys("contact", "customer", "case", "sender");
        assertThat(it.who().segments()).containsEntry("tier", "1");
    }

    @Test
    void aSurveyIsLedThroughItsLifeInOrder() {
        var id = world.planned(world.published("transactional", Anonymity.NAMED));
        assertThatExceptionOfType(StaleVersion.class).isThrownBy(() -> SurveyWorld.as(() -> fielding.open(id, 99)));
        refused("fielding.not_fielded", () -> fielding.close(id, world.version(id)));
        SurveyWorld.as(() -> fielding.open(id, world.version(id)));
        refused("fielding.not_draft", () -> fielding.open(id, world.version(id)));
        SurveyWorld.as(() -> fielding.close(id, world.version(id)));
        SurveyWorld.as(() -> fielding.reopen(id, world.version(id), world.today().plusDays(3)));
        jdbc.sql("update survey set opens_on = closes_on - 9, closes_on = current_date - 2 where id = ?")
            .param(id.id())
            .update();
        context.getBean(jakarta.persistence.EntityManager.class).clear();
        SurveyWorld.as(fielding::closeOverdue);
        assertThat(context.getBean(SurveyDesk.class).require(id).state()).isEqualTo(SurveyState.CLOSED);
        SurveyWorld.as(() -> fielding.conclude(id, world.version(id)));
    }

    private void refused(String code, java.util.function.Supplier<?> work) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> SurveyWorld.as(work::get))
            .satisfies(it -> assertThat(it.code()).isEqualTo(code));
    }

    private LinkState state(String token) {
        return opened(token).state();
    }

    /** What is known of a survey and of an open link is believed for a second. */
    private static void aSecondLater() {
        try {
            Thread.sleep(1_050);
        }
        catch (InterruptedException ex) {
            throw new AssertionError(ex);
        }
    }

    private AnswerLink opened(String token) {
        return requireNonNull(links.find(token, "visitor"));
    }

    private String invited(SurveyId survey, ContactId person, String state) {
        var id = Uuid7.next();
        jdbc.sql(
                """
                        insert into survey_invitation (id, survey_id, customer_id, contact_id, channel, language, state, token_hash,
                                                       about, not_before, created_at, version)
                        values (?, ?, ?, ?, 'MAIL', 'zh', ?, ?, '{"case": "ITR-7"}', now(), now(), 0)""")
            .params(id, survey.id(), world.customerOf(person).id(), person.id(), state, tokens.digestOf(id))
            .update();
        return tokens.of(id);
    }

}
