package io.cesm.web.demo;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import io.cesm.domain.customer.ContactKind;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.time.ScopedClock;
import io.cesm.satisfaction.answer.AnswerLink;
import io.cesm.satisfaction.answer.AnswerLinks;
import io.cesm.satisfaction.answer.Given;
import io.cesm.satisfaction.answer.TakingAnswers;
import io.cesm.satisfaction.fielding.BuildingFrames;
import io.cesm.satisfaction.fielding.DeliveringMails;
import io.cesm.satisfaction.fielding.DrawSample;
import io.cesm.satisfaction.fielding.DrawingSamples;
import io.cesm.satisfaction.fielding.FieldingSurveys;
import io.cesm.satisfaction.fielding.FrameFilter;
import io.cesm.satisfaction.fielding.FrameSource;
import io.cesm.satisfaction.fielding.PlanSurvey;
import io.cesm.satisfaction.fielding.PlanningSurveys;
import io.cesm.satisfaction.fielding.SendingInvitations;
import io.cesm.satisfaction.fielding.ServiceEvent;
import io.cesm.satisfaction.fielding.SettingTriggers;
import io.cesm.satisfaction.fielding.SurveyId;
import io.cesm.satisfaction.fielding.SurveyMail;
import io.cesm.satisfaction.fielding.SurveySettings;
import io.cesm.satisfaction.fielding.TellEvent;
import io.cesm.satisfaction.fielding.TellingEvents;
import io.cesm.satisfaction.questionnaire.Answers;
import io.cesm.satisfaction.questionnaire.Asking;
import io.cesm.satisfaction.questionnaire.PublishQuestionnaire;
import io.cesm.satisfaction.questionnaire.PublishingQuestionnaires;
import io.cesm.satisfaction.questionnaire.QuestionType;
import io.cesm.satisfaction.questionnaire.QuestionnaireId;
import io.cesm.satisfaction.questionnaire.Templates;
import io.cesm.satisfaction.questionnaire.WritingQuestionnaires;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whom the demo company asks: a wave with frame and draw that is over, a survey that asks
 * after deliveries, and one that is being planned.
 */
@Component
@Order(65)
class DemoAsking implements DemoPart {

    private static final int DELIVERIES = 36;

    private final WritingQuestionnaires writing;

    private final PublishingQuestionnaires publishing;

    private final Templates templates;

    private final PlanningSurveys planning;

    private final FieldingSurveys fielding;

    private final BuildingFrames frames;

    private final DrawingSamples drawing;

    private final SendingInvitations sending;

    private final DeliveringMails mails;

    private final AnswerLinks links;

    private final TakingAnswers taking;

    private final SettingTriggers triggers;

    private final TellingEvents telling;

    private final Batch batch;

    private final JdbcClient jdbc;

    DemoAsking(WritingQuestionnaires writing, PublishingQuestionnaires publishing, Templates templates,
            PlanningSurveys planning, FieldingSurveys fielding, BuildingFrames frames, DrawingSamples drawing,
            SendingInvitations sending, DeliveringMails mails, AnswerLinks links, TakingAnswers taking,
            SettingTriggers triggers, TellingEvents telling, Batch batch, JdbcClient jdbc) {
        this.writing = writing;
        this.publishing = publishing;
        this.templates = templates;
        this.planning = planning;
        this.fielding = fielding;
        this.frames = frames;
        this.drawing = drawing;
        this.sending = sending;
        this.mails = mails;
        this.links = links;
        this.taking = taking;
        this.triggers = triggers;
        this.telling = telling;
        this.batch = batch;
        this.jdbc = jdbc;
    }

    /** Somebody at a demo customer who can be written to. */
    private record Person(String customer, String mail, boolean english) {
    }

    @Override
    public void tell(DemoWorld world) {
        tell(world.cast().member("office").id(), world.dice(4), world.today());
    }

    @Override
    public List<Root> roots() {
        return List.of(new Root("questionnaire", "demo"),
                new Root("survey", "demo and questionnaire_id in (select id from questionnaire where demo)"));
    }

    private void tell(StaffId owner, Dice dice, LocalDate today) {
        wave(owner, today.minusDays(270), dice);
        afterDeliveries(owner, dice, today.minusDays(45), today);
        planned(owner, today);
    }

    /**
     * A wave from before the others were in the field, so that the guard holds nobody
     * back; over and done. Three of five answer by the link in their mail.
     */
    private void wave(StaffId owner, LocalDate begin, Dice dice) {
        var id = plan("ecsi", owner, label(begin), begin, begin.plusDays(30));
        at(begin, () -> frames.add(id,
                new FrameFilter(Set.of(1, 2, 3), null, null, Set.of(), Set.of(ContactKind.CUSTOMER), null)));
        at(begin, () -> drawing.draw(id, new DrawSample(Map.of(2, 24, 3, 18), 20_260L)));
        open(id, begin);
        for (int day = 0; day <= 14; day += 7) {
            for (var mail : post(begin.plusDays(day))) {
                if (mail.kind().equals("INVITATION") && dice.chance(62)) {
                    answer(mail, begin.plusDays(day + dice.between(1, 6)), dice);
                }
            }
        }
        at(begin.plusDays(30), () -> fielding.close(id, version(id)));
    }

    /** One that asks after deliveries, running. */
    private void afterDeliveries(StaffId owner, Dice dice, LocalDate begin, LocalDate today) {
        var id = plan("delivery", owner, null, begin, today.plusDays(90));
        at(begin, () -> triggers.make(id, ServiceEvent.DELIVERY_ACCEPTED, 24, new BigDecimal("0.8")));
        open(id, begin);
        var people = people();
        for (int i = 0; i < DELIVERIES && !people.isEmpty(); i++) {
            var day = begin.plusDays(1 + i * 42L / DELIVERIES);
            var who = dice.pick(people);
            var number = "DN-" + day.getYear() + "-%05d".formatted(1200 + 7 * i);
            at(day, () -> telling.tell(new TellEvent(ServiceEvent.DELIVERY_ACCEPTED, number, who.customer, who.mail,
                    null, Map.of("case", number, "flow", "LTC", "touch_point", who.english ? "Acceptance" : "验收"))));
            if (i % 4 == 3) {
                post(day.plusDays(2));
            }
        }
        post(today.minusDays(1));
    }

    /** A wave on the market that is being planned; some were picked by hand. */
    private void planned(StaffId owner, LocalDate today) {
        var id = plan("competitor", owner, label(today), today.plusDays(7), today.plusDays(37));
        at(today.minusDays(3), () -> frames.add(id, new FrameFilter(Set.of(), null, null, Set.of(),
                Set.of(ContactKind.PROSPECT, ContactKind.LOST, ContactKind.NON_USER), null)));
        var picked = people().stream().map(Person::mail).limit(4).toList();
        if (!picked.isEmpty()) {
            at(today.minusDays(2), () -> frames.add(id, picked, FrameSource.HAND));
        }
    }

    private SurveyId plan(String template, StaffId owner, @Nullable String wave, LocalDate opens, LocalDate closes) {
        var it = templates.find(template).orElseThrow();
        return at(opens.minusDays(14), () -> {
            QuestionnaireId questionnaire = writing.begin(it.profile("zh"), it.definition());
            publishing.publish(questionnaire, 0, new PublishQuestionnaire(Map.of(), null));
            jdbc.sql("update questionnaire set demo = true where id = ?").param(questionnaire.id()).update();
            var id = planning.plan(
                    new PlanSurvey(questionnaire, null, Map.of(), wave, opens, closes, owner, SurveySettings.usual()));
            jdbc.sql("update survey set demo = true where id = ?").param(id.id()).update();
            return id;
        });
    }

    private void open(SurveyId id, LocalDate day) {
        at(day, () -> fielding.open(id, version(id)));
    }

    /** What goes out on a day. */
    private List<SurveyMail> post(LocalDate day) {
        return at(day, () -> {
            sending.invite();
            sending.remind();
            var sent = mails.take(200);
            sent.forEach(it -> mails.sent(it.id(), true));
            return sent;
        });
    }

    /** Somebody follows the link of their mail and answers everything. */
    private void answer(SurveyMail mail, LocalDate day, Dice dice) {
        at(day, () -> {
            var link = links.find(mail.token(), null);
            return link == null ? null : taking.take(link, Given.now(said(link, dice), mail.language()));
        });
    }

    /**
     * What one person thinks: much the same of everything, less of promises than of
     * goods.
     */
    private static Answers said(AnswerLink link, Dice dice) {
        var asking = new Asking(link.definition(), link.circumstances());
        double felt = dice.between(52, 92) / 10.0;
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (int round = 0; round < 2; round++) {
            for (var page : asking.pages(new Answers(values))) {
                for (var asked : page.questions()) {
                    values.computeIfAbsent(asked.key(), key -> List.of(value(asked.question().type(), felt, dice)));
                }
            }
        }
        return new Answers(values);
    }

    private static String value(QuestionType type, double felt, Dice dice) {
        return switch (type) {
            case RATING -> String.valueOf(Math.clamp(Math.round(felt + dice.between(-14, 12) / 10.0), 1, 10));
            case NUMBER -> String.valueOf(dice.between(1, 12));
            default -> dice.chance(15) ? "yes" : "no";
        };
    }

    private List<Person> people() {
        return jdbc.sql("""
                select c.number, p.value, coalesce(k.language, 'zh') = 'en' as english
                  from contact k join customer c on c.id = k.customer_id
                  join contact_point p on p.contact_id = k.id and p.kind = 'EMAIL' and p.preferred
                 where k.demo and k.active and k.kind = 'CUSTOMER' and k.merged_into is null and c.status = 'CUSTOMER'
                 order by k.name_key, k.id""")
            .query((rs, i) -> new Person(rs.getString(1), rs.getString(2), rs.getBoolean(3)))
            .list();
    }

    private long version(SurveyId id) {
        return jdbc.sql("select version from survey where id = ?").param(id.id()).query(Long.class).single();
    }

    private static String label(LocalDate day) {
        return day.getYear() + (day.getMonthValue() <= 6 ? " H1" : " H2");
    }

    private <T extends @Nullable Object> T at(LocalDate day, Supplier<T> work) {
        return ScopedClock.at(morning(day), () -> Acting.as(Actor.system(DemoCompany.MAKER), () -> batch.get(work)));
    }

    /** Ten o'clock on that day, or on the Monday after it. */
    private static Instant morning(LocalDate day) {
        var working = day.getDayOfWeek() == DayOfWeek.SATURDAY ? day.plusDays(2)
                : day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day;
        return working.atTime(10, 0).atZone(CompanyTime.ZONE).toInstant();
    }

}
