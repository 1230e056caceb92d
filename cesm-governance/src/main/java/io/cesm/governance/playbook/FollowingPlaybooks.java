package io.cesm.governance.playbook;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import io.cesm.domain.calendar.CalendarBook;
import io.cesm.domain.complaint.ComplaintBook;
import io.cesm.domain.complaint.ComplaintDetails;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.Step;
import io.cesm.domain.complaint.StepCondition;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.customer.CustomerName;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Question;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.StaleVersion;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.ActiveStaff;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Subject;
import io.cesm.domain.timeline.Timeline;
import io.cesm.governance.playbook.PlaybookRun.Check;
import io.cesm.governance.playbook.PlaybookRun.CheckState;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.RowMapperResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Giving checklists to the complaints they fit, ticking them off, and refusing steps that
 * wait for an item. A checklist is given in the transaction that files or moves the
 * complaint, so that none can be solved before its checklist is there.
 */
@Service
@Transactional
public class FollowingPlaybooks implements StepCondition {

    private static final String COMPANY = "cn";

    private final ComplaintBook complaints;

    private final CalendarBook calendars;

    private final CurrentActor current;

    private final Timeline timeline;

    private final Clock clock;

    private final JdbcClient jdbc;

    FollowingPlaybooks(ComplaintBook complaints, CalendarBook calendars, CurrentActor current, Timeline timeline,
            Clock clock, JdbcClient jdbc) {
        this.complaints = complaints;
        this.calendars = calendars;
        this.current = current;
        this.timeline = timeline;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** Gives a complaint the checklists that fit it and that it does not have yet. */
    public int giveWhatFits(ComplaintId id) {
        var fitting = jdbc
            .sql("""
                      select b.id, b.number, b.edition from playbook b join complaint c on c.id = :id
                    left join investigation i on i.complaint_id = c.id
                       where b.active and (b.kind is null or b.kind = c.kind) and (b.grade_to is null or c.grade <= b.grade_to)
                         and (b.cause_class is null or b.cause_class = coalesce(c.cause_class, i.occurrence_cause))
                         and (b.dimension_code is null or b.dimension_code = c.dimension_code)
                         and not exists (select 1 from playbook_run r where r.complaint_id = c.id and r.playbook_id = b.id)
                       order by b.number""")
            .param("id", id.id())
            .query((rs, i) -> new Fitting(rs.getObject(1, UUID.class), rs.getString(2), rs.getInt(3)))
            .list();
        fitting.forEach(it -> give(id, it));
        return fitting.size();
    }

    /** Gives a complaint a checklist somebody chose. */
    public void give(ComplaintId id, UUID playbook) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
        var it = complaints.require(id);
        if (!it.isOpen()) {
            throw new Refusal("complaint.ended", it.state());
        }
        give(id, jdbc.sql("select id, number, edition from playbook where id = :id and active")
            .param("id", playbook)
            .query((rs, i) -> new Fitting(rs.getObject(1, UUID.class), rs.getString(2), rs.getInt(3)))
            .optional()
            .orElseThrow(() -> new FieldRefusal("playbook", "choice.unknown")));
    }

    private record Fitting(UUID id, String number, int edition) {
    }

    private void give(ComplaintId complaint, Fitting it) {
        var now = clock.instant();
        var run = Uuid7.at(now.toEpochMilli());
        var actor = current.orNull();
        int made = jdbc.sql("""
                insert into playbook_run (id, complaint_id, playbook_id, edition, begun_at, begun_by)
                values (:id, :complaint, :playbook, :edition, :at, :by)
                    on conflict (complaint_id, playbook_id) do nothing""")
            .param("id", run)
            .param("complaint", complaint.id())
            .param("playbook", it.id())
            .param("edition", it.edition())
            .param("at", now.atOffset(ZoneOffset.UTC))
            .param("by", actor == null || actor.staff() == null ? null : actor.staff().id(), Types.OTHER)
            .update();
        if (made == 0) {
            return;
        }
        List<Map.Entry<Integer, Playbook.Item>> items = jdbc
            .sql("select * from playbook_item where playbook_id = :id and edition = :edition order by pos")
            .param("id", it.id())
            .param("edition", it.edition())
            .query((rs, i) -> Map.entry(rs.getInt("pos"), WritingPlaybooks.item(rs)))
            .list();
        items.forEach(each -> insert(run, each.getKey(), each.getValue(), now));
        timeline.record(Change.of(subject(complaint), "PLAYBOOK_GIVEN").note(it.number()));
    }

    private void insert(UUID run, int pos, Playbook.Item item, Instant now) {
        jdbc.sql("""
                insert into playbook_check (id, run_id, pos, words, words_en, due_at, needs_evidence, required_for,
                       required_to, state, version)
                values (:id, :run, :pos, :words, :wordsEn, :due, :evidence, :step, :to, 'OPEN', 0)""")
            .param("id", Uuid7.at(now.toEpochMilli()))
            .param("run", run)
            .param("pos", pos)
            .param("words", item.words())
            .param("wordsEn", item.wordsEn())
            .param("due", item.dueHours() == null ? null : due(now, item.dueHours()).atOffset(ZoneOffset.UTC),
                    Types.TIMESTAMP_WITH_TIMEZONE)
            .param("evidence", item.needsEvidence())
            .param("step", item.requiredFor() == null ? null : item.requiredFor().name())
            .param("to", item.requiredTo(), Types.INTEGER)
            .update();
    }

    private Instant due(Instant from, int hours) {
        var amount = Duration.ofHours(hours);
        return calendars.find(COMPANY)
            .map(it -> calendars.time(it).add(from, amount))
            .orElseGet(() -> from.plus(amount));
    }

    /** The checklists of a complaint that was found within reach. */
    @Transactional(readOnly = true)
    public List<PlaybookRun> of(ComplaintId id) {
        Map<UUID, List<Check>> checks = new LinkedHashMap<>();
        jdbc.sql("""
                select k.*, o.name as owner_name, e.name as ender_name from playbook_check k
                  join playbook_run r on r.id = k.run_id
                  left join staff o on o.id = k.owner_id left join staff e on e.id = k.ended_by
                 where r.complaint_id = :id order by k.run_id, k.pos""").param("id", id.id()).query(rs -> {
            var check = check(rs);
            checks.computeIfAbsent(check.run(), run -> new ArrayList<>()).add(check);
        });
        return jdbc.sql("""
                select r.id, r.playbook_id, b.number, b.name, b.name_en, r.edition, r.begun_at
                  from playbook_run r join playbook b on b.id = r.playbook_id
                 where r.complaint_id = :id order by r.begun_at, r.id""")
            .param("id", id.id())
            .query((rs, i) -> new PlaybookRun(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class), rs.getString(3),
                    rs.getString(4), rs.getString(5), rs.getInt(6), requireNonNull(at(rs, "begun_at")),
                    checks.getOrDefault(rs.getObject(1, UUID.class), List.of())))
            .list();
    }

    /** An item that waits for somebody. */
    public record Waiting(ComplaintId complaint, String number, String words, Instant dueAt, String customerName,
            CustomerId customer) {
    }

    /**
     * Items a person has to do, their own and those of complaints they lead, due first,
     * as a question.
     */
    public Question<List<Waiting>> waitingFor(StaffId who, int most) {
        var scope = current.actor().scope();
        Map<String, @Nullable Object> params = new HashMap<>(scope.params());
        params.put("who", who.id());
        return new Question<>("select c.id, c.number, k.words, k.due_at, " + CustomerName.sql("u")
                + ", u.id as customer from playbook_check k"
                + " join playbook_run r on r.id = k.run_id join complaint c on c.id = r.complaint_id"
                + " join customer u on u.id = c.customer_id where k.state = 'OPEN' and k.due_at is not null"
                + " and c.closed_at is null and (k.owner_id = :who or (k.owner_id is null and c.owner_id = :who))"
                + " and " + scope.sql("c.customer_id") + " order by k.due_at, k.id limit " + most, params,
                new RowMapperResultSetExtractor<>(FollowingPlaybooks::waiting));
    }

    private static Waiting waiting(ResultSet rs, int i) throws SQLException {
        return new Waiting(new ComplaintId(rs.getObject(1, UUID.class)), rs.getString(2), rs.getString(3),
                requireNonNull(at(rs, "due_at")), rs.getString(5), new CustomerId(rs.getObject(6, UUID.class)));
    }

    /** Ticks an item off, with what shows that it was done. */
    public void done(ComplaintId id, UUID check, long seen, @Nullable String evidence) {
        var words = Texts.optional(evidence, 1000, "evidence");
        change(id, check, seen, it -> {
            if (it.needsEvidence() && words == null) {
                throw new FieldRefusal("evidence", "playbook.evidence");
            }
            end(it, CheckState.DONE, words);
        }, "CHECK_DONE", words);
    }

    /**
     * Leaves an item out, with the reason; one that a step waits for only by those who
     * lead.
     */
    public void skip(ComplaintId id, UUID check, long seen, @Nullable String because) {
        var words = Texts.required(because, 1000, "evidence");
        change(id, check, seen, it -> {
            if (it.requiredFor() != null && current.actor()
                .roles()
                .stream()
                .noneMatch(role -> role == Role.MANAGER || role == Role.OFFICE)) {
                throw new Refusal("playbook.skip.leading");
            }
            end(it, CheckState.SKIPPED, words);
        }, "CHECK_SKIPPED", words);
    }

    /** It was not done after all. */
    public void reopen(ComplaintId id, UUID check, long seen) {
        change(id, check, seen, it -> jdbc.sql("""
                update playbook_check set state = 'OPEN', ended_at = null, ended_by = null, version = version + 1
                 where id = :id""").param("id", check).update(), "CHECK_REOPENED", null);
    }

    /** Gives an item to somebody. */
    public void assign(ComplaintId id, UUID check, long seen, StaffId owner) {
        ActiveStaff.require(jdbc, owner, "owner");
        change(id, check, seen,
                it -> jdbc.sql("update playbook_check set owner_id = :owner, version = version + 1 where id = :id")
                    .param("owner", owner.id())
                    .param("id", check)
                    .update(),
                "CHECK_ASSIGNED", null);
    }

    private void end(Check it, CheckState state, @Nullable String words) {
        if (!it.isOpen()) {
            throw new Refusal("playbook.check.ended");
        }
        jdbc.sql("""
                update playbook_check set state = :state, evidence = :evidence, ended_at = :at, ended_by = :by,
                       version = version + 1 where id = :id""")
            .param("state", state.name())
            .param("evidence", words)
            .param("at", clock.instant().atOffset(ZoneOffset.UTC))
            .param("by", current.actor().staff() == null ? null : current.actor().requireStaff().id(), Types.OTHER)
            .param("id", it.id())
            .update();
    }

    private void change(ComplaintId id, UUID check, long seen, Consumer<Check> how, String action,
            @Nullable String words) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
        var complaint = complaints.require(id);
        if (!complaint.isOpen()) {
            throw new Refusal("complaint.ended", complaint.state());
        }
        jdbc.sql("select 1 from playbook_check where id = :id for update")
            .param("id", check)
            .query(Integer.class)
            .optional();
        var it = of(id).stream()
            .flatMap(run -> run.checks().stream())
            .filter(each -> each.id().equals(check))
            .findFirst()
            .orElseThrow(UnknownThing::new);
        StaleVersion.check(seen, it.version());
        how.accept(it);
        timeline
            .record(Change.of(subject(complaint), action).note(words == null ? it.words() : it.words() + "：" + words));
    }

    @Override
    public void check(ComplaintId id, int grade, Step step) {
        missing(id, grade, step).stream().findFirst().ifPresent(it -> {
            throw new Refusal("playbook.required", it);
        });
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> missing(ComplaintId id, int grade, Step step) {
        if (!Playbook.STEPS.contains(step)) {
            return List.of();
        }
        var locale = LocaleContextHolder.getLocale();
        return of(id).stream()
            .flatMap(run -> run.checks().stream())
            .filter(it -> it.holdsUp(step, grade))
            .map(it -> it.words(locale))
            .toList();
    }

    private Subject subject(ComplaintId id) {
        return jdbc.sql("select number, customer_id from complaint where id = :id")
            .param("id", id.id())
            .query((rs, i) -> new Subject("COMPLAINT", id.id(), rs.getString(1), rs.getObject(2, UUID.class)))
            .single();
    }

    private static Subject subject(ComplaintDetails it) {
        return new Subject("COMPLAINT", it.id().id(), it.number(), it.heading().customer().id());
    }

    private static Check check(ResultSet rs) throws SQLException {
        var step = rs.getString("required_for");
        var owner = rs.getObject("owner_id", UUID.class);
        return new Check(rs.getObject("id", UUID.class), rs.getObject("run_id", UUID.class), rs.getInt("pos"),
                rs.getString("words"), rs.getString("words_en"), at(rs, "due_at"), rs.getBoolean("needs_evidence"),
                step == null ? null : Step.valueOf(step), rs.getObject("required_to", Integer.class),
                owner == null ? null : new StaffId(owner), rs.getString("owner_name"),
                CheckState.valueOf(rs.getString("state")), rs.getString("evidence"), at(rs, "ended_at"),
                rs.getString("ender_name"), rs.getLong("version"));
    }

    private static @Nullable Instant at(ResultSet rs, String column) throws SQLException {
        var at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

}
