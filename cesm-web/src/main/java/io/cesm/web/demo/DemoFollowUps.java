package io.cesm.web.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.dimension.Flow;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.time.ScopedClock;
import io.cesm.satisfaction.followup.CloseFollowUp;
import io.cesm.satisfaction.followup.ContactChannel;
import io.cesm.satisfaction.followup.FollowUpId;
import io.cesm.satisfaction.followup.FollowingUp;
import io.cesm.satisfaction.reading.ReadingAnswers;
import io.cesm.web.followup.BecomingExpectation;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Follow-ups of the demo company: answers are read when they came in, and whoever looks
 * after the customer asks them in the days after. Some comments are coded by two people.
 */
@Component
class DemoFollowUps {

    private static final long SEED = 20_261_128L;

    private static final int CODED = 36;

    private static final List<ContactChannel> CHANNELS = List.of(ContactChannel.PHONE, ContactChannel.PHONE,
            ContactChannel.VISIT, ContactChannel.WECOM, ContactChannel.MEETING);

    private final ReadingAnswers reading;

    private final FollowingUp following;

    private final BecomingExpectation becoming;

    private final Batch batch;

    private final JdbcClient jdbc;

    private final Clock clock;

    DemoFollowUps(ReadingAnswers reading, FollowingUp following, BecomingExpectation becoming, Batch batch,
            JdbcClient jdbc, Clock clock) {
        this.reading = reading;
        this.following = following;
        this.becoming = becoming;
        this.batch = batch;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Unread(UUID id, LocalDate on, OffsetDateTime at) {
    }

    private record Opened(UUID id, Instant at, UUID owner, @Nullable String quote, boolean english) {
    }

    /**
     * Reads the answers of a survey, each a quarter of an hour after it came; in the
     * transaction that wrote them. What came before a day was done with long ago.
     */
    void read(UUID survey, LocalDate from) {
        jdbc.sql("delete from answer_unread where survey_id = ? and answered_on < ?").params(survey, from).update();
        var unread = jdbc.sql("""
                select r.id, r.answered_on as "on", r.answered_at as at from answer_unread u
                  join survey_response r on r.answered_on = u.answered_on and r.id = u.response_id
                 where u.survey_id = ? order by r.answered_at, r.id""")
            .param(survey)
            .query((rs, i) -> new Unread(rs.getObject(1, UUID.class), rs.getObject(2, LocalDate.class),
                    rs.getObject(3, OffsetDateTime.class)))
            .list();
        for (var each : unread) {
            ScopedClock.at(each.at().toInstant().plusSeconds(900),
                    () -> Acting.as(Actor.system(DemoCompany.MAKER), () -> reading.read(each.on(), each.id())));
        }
    }

    /** Lets everybody do what they did since. */
    void tell(Cast cast) {
        var texts = Words.of("follow-ups.yaml");
        var dice = new Dice(SEED);
        var now = clock.instant();
        for (var each : opened()) {
            cast.members()
                .values()
                .stream()
                .filter(it -> it.id().id().equals(each.owner()))
                .findFirst()
                .ifPresent(member -> batch.run(() -> lead(each, member, texts, dice, now)));
        }
        batch.run(() -> {
            code(cast, dice);
            jdbc.sql(
                    """
                            update notice n set read_at = n.at from follow_up f join customer c on c.id = f.customer_id and c.demo
                             where n.subject_type = 'FOLLOW_UP' and n.subject_id = f.id and f.state <> 'OPEN'""")
                .update();
        });
    }

    private List<Opened> opened() {
        return jdbc
            .sql("""
                    select f.id, f.opened_at, f.owner_id, r.words ->> f.quote_key as quote, coalesce(r.language = 'en', false) as english
                      from follow_up f
                      join customer c on c.id = f.customer_id and c.demo
                      join survey_response r on r.answered_on = f.answered_on and r.id = f.response_id
                     where f.owner_id is not null and f.state = 'OPEN' order by f.opened_at, f.id""")
            .query((rs, i) -> new Opened(rs.getObject(1, UUID.class), rs.getObject(2, OffsetDateTime.class).toInstant(),
                    rs.getObject(3, UUID.class), rs.getString(4), rs.getBoolean(5)))
            .list();
    }

    private void lead(Opened it, Cast.Member owner, Words texts, Dice dice, Instant now) {
        var id = new FollowUpId(it.id());
        var talk = it.at().plusSeconds(dice.between(3, 70) * 3_600L);
        int fate = dice.between(1, 100);
        if (talk.isAfter(now) || talk.plusSeconds(6 * 86_400).isAfter(now) && fate > 55) {
            return;
        }
        if (fate <= 7) {
            as(owner, talk, () -> following.notReached(id, null, dice.pick(texts.at("not_reached").texts())));
            return;
        }
        if (fate <= 12) {
            as(owner, talk, () -> following.notNeeded(id, null, dice.pick(texts.at("not_needed").texts())));
            return;
        }
        var story = story(it, texts, dice);
        as(owner, talk, () -> following.contact(id, null, dice.pick(CHANNELS), CompanyTime.dayOf(talk),
                story.at("said").text()));
        var flow = Flow.valueOf(story.at("flow").text());
        if (story.at("expect").isGiven() && dice.chance(15)) {
            as(owner, talk, () -> {
                var expectation = becoming.become(id, story.at("expect").text(), null, flow, 4, null);
                jdbc.sql("update expectation set demo = true where id = ?").param(expectation.id()).update();
            });
        }
        var end = talk.plusSeconds(dice.between(2, 11) * 86_400L);
        if (end.isBefore(now)) {
            as(owner, end, () -> following.done(id, null, new CloseFollowUp(story.at("outcome").text(),
                    story.at("cause").text(), flow, story.at("told").text())));
        }
    }

    private static Words story(Opened it, Words texts, Dice dice) {
        if (it.english()) {
            return dice.pick(texts.at("stories_en").items());
        }
        var fitting = new ArrayList<Words>();
        var general = new ArrayList<Words>();
        for (var story : texts.at("stories").items()) {
            var about = story.at("about").textOrNull();
            if (about == null) {
                general.add(story);
            }
            else if (it.quote() != null && it.quote().contains(about)) {
                fitting.add(story);
            }
        }
        return dice.pick(fitting.isEmpty() ? general : fitting);
    }

    /**
     * Two people code the same comments; the second one sees some of them differently.
     */
    private void code(Cast cast, Dice dice) {
        var themes = List.of("delivery", "response", "communication", "parts");
        jdbc.sql("""
                select c.id, c.themes[1], c.sentiment from survey_comment c join survey s on s.id = c.survey_id
                 where s.demo and c.named order by c.answered_on desc, c.id limit ?""").param(CODED).query((rs, i) -> {
            var theme = rs.getString(2);
            for (var coder : List.of("office", "manager")) {
                var sure = dice.chance(coder.equals("office") ? 92 : 80);
                jdbc.sql("""
                        insert into comment_code (comment_id, coder_id, theme, sentiment, coded_at)
                        values (?, ?, ?, ?, now()) on conflict do nothing""")
                    .params(java.util.Arrays.asList(rs.getObject(1, UUID.class), cast.member(coder).id().id(),
                            sure ? theme : dice.pick(themes), dice.chance(90) ? rs.getInt(3) : 0))
                    .update();
            }
            return true;
        }).list();
    }

    private static void as(Cast.Member member, Instant moment, Runnable step) {
        ScopedClock.at(moment, () -> Acting.as(member.actor(), step));
    }

}
