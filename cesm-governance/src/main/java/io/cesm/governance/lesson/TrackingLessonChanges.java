package io.cesm.governance.lesson;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Question;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.notice.Notices;
import io.cesm.domain.people.ActiveStaff;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Timeline;
import io.cesm.governance.lesson.LessonDetails.Action;
import io.cesm.governance.lesson.LessonDetails.ActionState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapperResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What lessons change: standards, checklists, trainings, each with an owner and a day,
 * until it is done.
 */
@Service
@Transactional
public class TrackingLessonChanges {

    static final String SELECT = """
            select a.*, l.number as lesson_number, o.name as owner_name, e.name as ender_name
              from lesson_action a join lesson l on l.id = a.lesson_id join staff o on o.id = a.owner_id
              left join staff e on e.id = a.ended_by""";

    private final LessonDesk lessons;

    private final Timeline timeline;

    private final Notices notices;

    private final CurrentActor current;

    private final Clock clock;

    private final JdbcClient jdbc;

    TrackingLessonChanges(LessonDesk lessons, Timeline timeline, Notices notices, CurrentActor current, Clock clock,
            JdbcClient jdbc) {
        this.lessons = lessons;
        this.timeline = timeline;
        this.notices = notices;
        this.current = current;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** Asks for a change, from somebody, by a day. */
    public UUID ask(LessonId id, @Nullable ActionKind kind, @Nullable String what, @Nullable StaffId owner,
            @Nullable LocalDate dueOn) {
        var it = lessons.change(id, null);
        if (it.state() == LessonState.RETIRED) {
            throw new Refusal("lesson.wrong_state", it.state());
        }
        if (kind == null) {
            throw new FieldRefusal("kind", "choice.required");
        }
        if (owner == null) {
            throw new FieldRefusal("owner", "lesson.action.owner");
        }
        if (dueOn == null || dueOn.isBefore(CompanyTime.today(clock))) {
            throw new FieldRefusal("dueOn", "lesson.action.due");
        }
        ActiveStaff.require(jdbc, owner, "owner");
        var words = Texts.required(what, 500, "what");
        var made = Uuid7.at(clock.instant().toEpochMilli());
        jdbc.sql("""
                insert into lesson_action (id, lesson_id, kind, what, owner_id, due_on, state, made_at)
                values (:id, :lesson, :kind, :what, :owner, :due, 'OPEN', :at)""")
            .param("id", made)
            .param("lesson", id.id())
            .param("kind", kind.name())
            .param("what", words)
            .param("owner", owner.id())
            .param("due", dueOn)
            .param("at", clock.instant().atOffset(ZoneOffset.UTC))
            .update();
        timeline.record(Change.of(LessonDesk.subject(it), "ACTION_ASKED").note(words));
        if (!owner.equals(current.actor().staff())) {
            notices.tell(owner, "LESSON_ACTION", LessonDesk.subject(it), Map.of(), made.toString());
        }
        return made;
    }

    /** Says that it is done, or that it will not be, and what came of it. */
    public void end(LessonId id, UUID action, boolean done, @Nullable String outcome) {
        var it = lessons.change(id, null);
        var words = Texts.required(outcome, 1000, "outcome");
        int hit = jdbc.sql("""
                update lesson_action set state = :state, outcome = :outcome, ended_at = :at, ended_by = :by
                 where id = :id and lesson_id = :lesson and state = 'OPEN'""")
            .param("state", (done ? ActionState.DONE : ActionState.DROPPED).name())
            .param("outcome", words)
            .param("at", clock.instant().atOffset(ZoneOffset.UTC))
            .param("by", current.actor().staff() == null ? null : current.actor().requireStaff().id(), Types.OTHER)
            .param("id", action)
            .param("lesson", id.id())
            .update();
        if (hit == 0) {
            if (it.actions().stream().noneMatch(each -> each.id().equals(action))) {
                throw new UnknownThing();
            }
            throw new Refusal("lesson.action.ended");
        }
        timeline.record(Change.of(LessonDesk.subject(it), done ? "ACTION_DONE" : "ACTION_DROPPED").note(words));
    }

    /**
     * Changes that are still to be made, the most urgent first.
     * @param owner whose, everybody's if null
     */
    @Transactional(readOnly = true)
    public List<Action> open(@Nullable StaffId owner, int most) {
        return asking(owner, most).ask(jdbc);
    }

    /** The same as a question. */
    public Question<List<Action>> asking(@Nullable StaffId owner, int most) {
        var readable = ReadableLessons.to(current.actor());
        Map<String, @Nullable Object> params = new HashMap<>(readable.params());
        params.put("who", owner == null ? null : owner.id());
        return new Question<>(
                SELECT + " where a.state = 'OPEN' and (cast(:who as uuid) is null or a.owner_id = cast(:who as uuid))"
                        + " and (a.owner_id = cast(:who as uuid) or " + readable.sql()
                        + ") order by a.due_on, a.id limit " + most,
                params, new RowMapperResultSetExtractor<>(TrackingLessonChanges::action));
    }

    static Action action(ResultSet rs, int i) throws SQLException {
        return new Action(rs.getObject("id", UUID.class), new LessonId(rs.getObject("lesson_id", UUID.class)),
                rs.getString("lesson_number"), ActionKind.valueOf(rs.getString("kind")), rs.getString("what"),
                new StaffId(rs.getObject("owner_id", UUID.class)), rs.getString("owner_name"),
                rs.getObject("due_on", LocalDate.class), ActionState.valueOf(rs.getString("state")),
                rs.getString("outcome"), LessonBook.instant(rs, "ended_at"), rs.getString("ender_name"));
    }

}
