package io.cesm.satisfaction.answer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Subject;
import io.cesm.domain.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Leaves an answer out of the figures, and takes it in again. The answer stays and is
 * marked; the figures of its survey are counted anew. Only who may see the single answer
 * may do it, so never for anonymous ones, and nobody for an answer about their own work.
 */
@Service
@Transactional
public class LeavingOut {

    private static final int FEWEST = 5;

    private static final int MOST = 1000;

    private static final int SHOWN = 500;

    private static final String READ = """
            select o.response_id, o.reason, o.words, s.name, o.at from answer_left_out o
              join staff s on s.id = o.staff_id where\s""";

    private final JdbcClient jdbc;

    private final AskedSurveys heads;

    private final AnswerRegister answers;

    private final TellingAnswers telling;

    private final CurrentActor current;

    private final Timeline timeline;

    private final Clock clock;

    LeavingOut(JdbcClient jdbc, AskedSurveys heads, AnswerRegister answers, TellingAnswers telling,
            CurrentActor current, Timeline timeline, Clock clock) {
        this.jdbc = jdbc;
        this.heads = heads;
        this.answers = answers;
        this.telling = telling;
        this.current = current;
        this.timeline = timeline;
        this.clock = clock;
    }

    public void leaveOut(UUID survey, UUID answer, LeftOutReason reason, @Nullable String words) {
        var head = judge(survey, answer);
        var why = why(words);
        awaitTelling(answer);
        awaitReading(answer);
        int before = count(survey);
        int put = jdbc.sql("""
                insert into answer_left_out (response_id, survey_id, reason, words, staff_id, at, had_readings)
                values (:answer, :survey, :reason, :words, :staff, :at,
                        exists (select from level_reading l where l.source_id = :answer)
                        or exists (select from answer_untold u where u.response_id = :answer))
                on conflict do nothing""")
            .param("answer", answer)
            .param("survey", survey)
            .param("reason", reason.name())
            .param("words", why)
            .param("staff", current.actor().requireStaff().id())
            .param("at", clock.instant().atOffset(ZoneOffset.UTC))
            .update();
        if (put == 0) {
            throw new Refusal("answer.left_out_already");
        }
        telling.takeBack(answer);
        countAnew(survey);
        timeline.record(Change.of(subject(head), "ANSWER_LEFT_OUT")
            .with("leftOut", before, before + 1)
            .with("leftOutReason", null, reason)
            .note(why));
    }

    /**
     * Whoever notes the levels of the answer in this moment is done first, so that they
     * can be taken back; whoever comes later sees that it does not count.
     */
    private void awaitTelling(UUID answer) {
        jdbc.sql("select response_id from answer_untold where response_id = ? for update")
            .param(answer)
            .query(UUID.class)
            .optional();
    }

    /**
     * Whoever reads the answer in this moment is done first; whoever comes later sees
     * that it does not count and opens no follow-up for it.
     */
    private void awaitReading(UUID answer) {
        jdbc.sql("select response_id from answer_unread where response_id = ? for update")
            .param(answer)
            .query(UUID.class)
            .optional();
    }

    public void takeIn(UUID survey, UUID answer, @Nullable String words) {
        var head = judge(survey, answer);
        var why = why(words);
        int before = count(survey);
        var had = jdbc.sql("delete from answer_left_out where response_id = ? and survey_id = ? returning had_readings")
            .params(answer, survey)
            .query(Boolean.class)
            .optional()
            .orElseThrow(() -> new Refusal("answer.not_left_out"));
        if (had) {
            telling.tellAgain(answer);
        }
        readAgain(answer);
        countAnew(survey);
        timeline.record(Change.of(subject(head), "ANSWER_TAKEN_IN").with("leftOut", before, before - 1).note(why));
    }

    /** It may have been left out before anybody looked whether it needs a follow-up. */
    private void readAgain(UUID answer) {
        jdbc.sql("""
                insert into answer_unread (response_id, survey_id, answered_on)
                select id, survey_id, answered_on from survey_response where id = ? on conflict do nothing""")
            .param(answer)
            .update();
    }

    /** What the figures of a survey leave out, the last first, a few hundred of them. */
    @Transactional(readOnly = true)
    public List<LeftOut> of(UUID survey) {
        current.actor().requireMay(Right.VIEW);
        heads.require(survey);
        return jdbc.sql(READ + "o.survey_id = ? order by o.at desc, o.response_id limit " + SHOWN)
            .param(survey)
            .query((rs, i) -> leftOut(rs))
            .list();
    }

    /** Why an answer does not count; empty if it does. */
    @Transactional(readOnly = true)
    public Optional<LeftOut> find(UUID survey, UUID answer) {
        current.actor().requireMay(Right.VIEW);
        heads.require(survey);
        return jdbc.sql(READ + "o.response_id = ? and o.survey_id = ?")
            .params(answer, survey)
            .query((rs, i) -> leftOut(rs))
            .optional();
    }

    private static LeftOut leftOut(ResultSet rs) throws SQLException {
        return new LeftOut(rs.getObject(1, UUID.class), LeftOutReason.valueOf(rs.getString(2)), rs.getString(3),
                rs.getString(4), rs.getObject(5, OffsetDateTime.class).toInstant());
    }

    /** Whether single answers of a survey are open to whoever asks. */
    @Transactional(readOnly = true)
    public boolean isOpen(UUID survey) {
        return closed(heads.require(survey)) == null;
    }

    private @Nullable String closed(SurveyHead head) {
        return switch (head.anonymity()) {
            case ANONYMOUS -> "figures.raw_anonymous";
            case CONFIDENTIAL -> current.actor().may(Right.CONFIDENTIAL_READ) ? null : "figures.raw_confidential";
            case NAMED -> null;
        };
    }

    private SurveyHead judge(UUID survey, UUID answer) {
        var actor = current.actor();
        actor.requireMay(Right.SURVEY_EDIT);
        var head = heads.require(survey);
        var closed = closed(head);
        if (closed != null) {
            throw new Refusal(closed);
        }
        if (answers.require(survey, answer).anonymous()) {
            throw new Refusal("figures.raw_anonymous");
        }
        if (isAbout(answer, actor.requireStaff())) {
            throw new Refusal("answer.about_you");
        }
        return head;
    }

    /** Whether somebody looked after the customer then or since, or has the follow-up. */
    private boolean isAbout(UUID answer, StaffId staff) {
        return jdbc.sql("""
                select exists (select from survey_response r join account_team t on t.customer_id = r.customer_id
                                where r.id = :answer and t.staff_id = :staff
                                  and (t.valid_to is null or t.valid_to >= r.answered_on))
                    or exists (select from follow_up f where f.response_id = :answer and f.owner_id = :staff)""")
            .param("answer", answer)
            .param("staff", staff.id())
            .query(Boolean.class)
            .single();
    }

    private int count(UUID survey) {
        return jdbc.sql("select count(*) from answer_left_out where survey_id = ?")
            .param(survey)
            .query(Integer.class)
            .single();
    }

    /** The roll-up does it within a second. */
    private void countAnew(UUID survey) {
        jdbc.sql("insert into survey_recount (survey_id) values (?) on conflict do nothing").param(survey).update();
    }

    private static String why(@Nullable String words) {
        var why = words == null ? "" : words.strip();
        if (why.length() < FEWEST || why.length() > MOST) {
            throw new FieldRefusal("words", "answer.say_why", FEWEST, MOST);
        }
        return why;
    }

    private static Subject subject(SurveyHead head) {
        return new Subject("SURVEY", head.id(), head.number(), null);
    }

}
