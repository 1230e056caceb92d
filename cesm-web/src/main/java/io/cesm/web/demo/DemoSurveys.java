package io.cesm.web.demo;

import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.number.RecordNumbers;
import io.cesm.domain.time.CompanyTime;
import io.cesm.satisfaction.questionnaire.Portable;
import io.cesm.satisfaction.questionnaire.PublishQuestionnaire;
import io.cesm.satisfaction.questionnaire.PublishingQuestionnaires;
import io.cesm.satisfaction.questionnaire.QuestionnaireBook;
import io.cesm.satisfaction.questionnaire.QuestionnaireId;
import io.cesm.satisfaction.questionnaire.Templates;
import io.cesm.satisfaction.questionnaire.WritingQuestionnaires;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The surveys of the demo company with what was answered: one after each service, for two
 * years of which half a year is told in full, and two waves of a relationship survey
 * between which something changed.
 */
@Component
@Order(70)
class DemoSurveys implements DemoPart {

    private static final long SEED = 20_261_127L;

    private final WritingQuestionnaires writing;

    private final PublishingQuestionnaires publishing;

    private final QuestionnaireBook book;

    private final Templates templates;

    private final RecordNumbers numbers;

    private final DemoAnswers answers;

    private final DemoFollowUps followUps;

    private final Batch batch;

    private final JdbcClient jdbc;

    private final Clock clock;

    DemoSurveys(WritingQuestionnaires writing, PublishingQuestionnaires publishing, QuestionnaireBook book,
            Templates templates, RecordNumbers numbers, DemoAnswers answers, DemoFollowUps followUps, Batch batch,
            JdbcClient jdbc, Clock clock) {
        this.writing = writing;
        this.publishing = publishing;
        this.book = book;
        this.templates = templates;
        this.numbers = numbers;
        this.answers = answers;
        this.followUps = followUps;
        this.batch = batch;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One survey as it is planned. */
    record Plan(String zh, String en, String anonymity, String state, @Nullable String wave, LocalDate opens,
            @Nullable LocalDate closes) {
    }

    @Override
    public void tell(DemoWorld world) {
        Acting.as(Actor.system(DemoCompany.MAKER), () -> hold(world.clients(), world.cast()));
    }

    @Override
    public List<Root> roots() {
        return List
            .of(new Root("survey", "demo and questionnaire_id not in (select id from questionnaire where demo)"));
    }

    private void hold(List<Client> clients, Cast cast) {
        var today = CompanyTime.today(clock);
        var owner = cast.member("office").id().id();
        var voices = Words.of("voices.yaml");
        batch.run(() -> {
            var service = publish(templates.find("transactional").orElseThrow());
            var after = open(service, owner, new Plan("服务回访", "After your service", "NAMED", "FIELDED", null,
                    today.withDayOfMonth(1).minusMonths(24), null));
            answers.afterService(after, clients, voices, new Dice(SEED), today);
            followUps.read(after.id(), today.minusDays(180));
        });
        batch.run(() -> {
            var relation = publish(portable());
            var before = today.minusMonths(6);
            var first = open(relation, owner, new Plan("客户关系调查", "How we work together", "CONFIDENTIAL", "ANALYSED",
                    half(before), before.minusDays(20), before.plusDays(10)));
            answers.wave(first, clients, voices, new Dice(SEED + 1), 0);
            var second = open(relation, owner, new Plan("客户关系调查", "How we work together", "CONFIDENTIAL", "FIELDED",
                    half(today), today.minusDays(20), today.plusDays(10)));
            answers.wave(second, clients, voices, new Dice(SEED + 2), 1);
            followUps.read(first.id(), first.plan().opens());
            followUps.read(second.id(), second.plan().opens());
        });
        followUps.tell(cast);
    }

    private static String half(LocalDate day) {
        return day.getYear() + (day.getMonthValue() <= 6 ? " H1" : " H2");
    }

    private static Portable portable() {
        try (var in = new ClassPathResource("demo/relationship.json").getInputStream()) {
            return Portable.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        catch (java.io.IOException ex) {
            throw new java.io.UncheckedIOException(ex);
        }
    }

    private QuestionnaireId publish(Portable it) {
        var id = writing.begin(it.profile("zh"), it.definition());
        publishing.publish(id, book.require(id).version(), new PublishQuestionnaire(Map.of(), null));
        return id;
    }

    /** A survey that was made. */
    record Open(UUID id, UUID version, Plan plan) {
    }

    private Open open(QuestionnaireId questionnaire, UUID owner, Plan plan) {
        var version = jdbc
            .sql("select id from questionnaire_version where questionnaire_id = ? order by number desc limit 1")
            .param(questionnaire.id())
            .query(UUID.class)
            .single();
        var made = plan.opens().minusDays(5).atTime(9, 0).atZone(CompanyTime.ZONE).toOffsetDateTime();
        var id = Uuid7.at(made.toInstant().toEpochMilli());
        var closes = plan.closes();
        jdbc.sql(
                """
                        insert into survey (id, number, title, origin, kind, questionnaire_id, version_id, anonymity, state, wave,
                                            opens_on, closes_on, owner_id, demo, created_at, created_by, changed_at, version)
                        select ?, ?, jsonb_build_object('zh', ?::text, 'en', ?::text), 'OWN', q.kind, q.id, ?, ?, ?, ?, ?, ?, ?,
                               true, ?, ?, ?, 0 from questionnaire q where q.id = ?""")
            .params(Arrays.asList(id, numbers.next("S"), plan.zh(), plan.en(), version, plan.anonymity(), plan.state(),
                    plan.wave(), Date.valueOf(plan.opens()), closes == null ? null : Date.valueOf(closes), owner, made,
                    owner, made, questionnaire.id()))
            .update();
        return new Open(id, version, plan);
    }

}
