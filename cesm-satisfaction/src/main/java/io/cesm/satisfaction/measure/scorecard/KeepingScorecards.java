package io.cesm.satisfaction.measure.scorecard;

import org.jspecify.annotations.Nullable;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.customer.CustomerBook;
import io.cesm.domain.dimension.DimensionBook;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.StaleVersion;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.number.RecordNumbers;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Subject;
import io.cesm.domain.timeline.Timeline;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import tools.jackson.databind.json.JsonMapper;

/** People say how a customer rates us, and when its scorecards are due. */
@Service
@Transactional
public class KeepingScorecards {

    private final JdbcClient jdbc;

    private final JsonMapper json;

    private final ScorecardBook book;

    private final CustomerBook customers;

    private final DimensionBook dimensions;

    private final RecordNumbers numbers;

    private final CurrentActor current;

    private final Timeline timeline;

    private final Clock clock;

    KeepingScorecards(JdbcClient jdbc, JsonMapper json, ScorecardBook book, CustomerBook customers,
            DimensionBook dimensions, RecordNumbers numbers, CurrentActor current, Timeline timeline, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.book = book;
        this.customers = customers;
        this.dimensions = dimensions;
        this.numbers = numbers;
        this.current = current;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Notes that a customer keeps a scorecard of us; who says so answers for it. */
    public ScorecardId begin(ScorecardWish wish) {
        current.actor().requireMay(Right.CUSTOMER_EDIT);
        customers.require(wish.customer());
        judge(wish);
        var id = ScorecardId.next();
        var number = numbers.next("K");
        var staff = wish.owner() == null ? current.actor().staff() : wish.owner();
        jdbc.sql(
                """
                        insert into scorecard (id, number, customer_id, title, worst, best, letters, cadence, due_days, grace_days,
                               delivered_by, starts_on, ended_on, owner_id, created_at, changed_at, version)
                        values (:id, :number, :customer, :title, cast(:worst as numeric), cast(:best as numeric),
                               cast(:letters as jsonb), :cadence, :due, :grace, :by, :starts, cast(:ended as date), :owner, :at, :at, 0)""")
            .params(fields(id, wish))
            .param("number", number)
            .param("customer", wish.customer().id())
            .param("owner", staff == null ? null : staff.id())
            .update();
        criteria(id, wish);
        plan(id, wish);
        timeline.record(Change.of(new Subject("SCORECARD", id.id(), number, wish.customer().id()), "CREATED")
            .with("title", null, wish.title()));
        return id;
    }

    /** Says it anew; periods that are in keep the marks they have. */
    public void revise(ScorecardId id, long seen, ScorecardWish wish) {
        current.actor().requireMay(Right.CUSTOMER_EDIT);
        var it = book.lock(id);
        StaleVersion.check(seen, it.version());
        var was = it.about();
        if (!was.customer().equals(wish.customer())) {
            throw new FieldRefusal("customer", "scorecard.same_customer");
        }
        if (was.cadence() != wish.cadence() && book.periods(it).stream().anyMatch(each -> each.state().isKnown())) {
            throw new FieldRefusal("cadence", "scorecard.cadence_kept");
        }
        judge(wish);
        jdbc.sql("""
                update scorecard set title = :title, worst = cast(:worst as numeric), best = cast(:best as numeric),
                       letters = cast(:letters as jsonb), cadence = :cadence, due_days = :due, grace_days = :grace,
                       delivered_by = :by, starts_on = :starts, ended_on = cast(:ended as date), changed_at = :at,
                       version = version + 1
                 where id = :id""").params(fields(id, wish)).update();
        criteria(id, wish);
        jdbc.sql("delete from scorecard_period where scorecard_id = ? and state = 'DUE'").param(id.id()).update();
        plan(id, wish);
        var change = Change.of(subject(it), "REVISED")
            .with("title", was.title(), wish.title())
            .with("cadence", was.cadence(), wish.cadence())
            .with("criteria", was.criterionLines(), wish.criterionLines())
            .with("endedOn", was.endedOn(), wish.endedOn());
        if (!change.isEmpty()) {
            timeline.record(change);
        }
    }

    private Map<String, @Nullable Object> fields(ScorecardId id, ScorecardWish wish) {
        var marks = wish.marks();
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("id", id.id());
        fields.put("title", wish.title());
        fields.put("worst", marks.worst());
        fields.put("best", marks.best());
        fields.put("letters", json.writeValueAsString(marks.letters()));
        fields.put("cadence", wish.cadence().name());
        fields.put("due", wish.dueDays());
        fields.put("grace", wish.graceDays());
        fields.put("by", wish.deliveredBy());
        fields.put("starts", wish.cadence().start(wish.startsOn()));
        fields.put("ended", wish.endedOn());
        fields.put("at", clock.instant().atOffset(ZoneOffset.UTC));
        return fields;
    }

    private void judge(ScorecardWish wish) {
        var known = dimensions.byCode();
        for (var it : wish.criteria()) {
            if (it.dimension() != null && !known.containsKey(it.dimension())) {
                throw new FieldRefusal("criteria", "level.unknown_dimension", it.dimension());
            }
        }
    }

    /** Criteria are known by their names; one that is no longer asked keeps its past. */
    private void criteria(ScorecardId id, ScorecardWish wish) {
        jdbc.sql("update scorecard_criterion set dropped = true where scorecard_id = ?").param(id.id()).update();
        int position = 0;
        for (var it : wish.criteria()) {
            jdbc.sql("""
                    insert into scorecard_criterion (id, scorecard_id, position, name, weight, dimension_code)
                    values (:id, :card, :position, :name, :weight, :dimension)
                    on conflict on constraint one_criterion_of_a_name do update set position = excluded.position,
                           weight = excluded.weight, dimension_code = excluded.dimension_code, dropped = false""")
                .param("id", Uuid7.next())
                .param("card", id.id())
                .param("position", ++position)
                .param("name", it.name())
                .param("weight", it.weight())
                .param("dimension", it.dimension())
                .update();
        }
    }

    private void plan(ScorecardId id, ScorecardWish wish) {
        plan(jdbc, id.id(), wish.cadence(), wish.startsOn(), wish.endedOn(), wish.dueDays(), CompanyTime.today(clock));
    }

    /** Writes the calendar up to the period that is under way. */
    static int plan(JdbcClient jdbc, UUID card, Cadence cadence, LocalDate starts,
            @org.jspecify.annotations.Nullable LocalDate ended, int dueDays, LocalDate today) {
        int added = 0;
        var last = ended == null || ended.isAfter(today) ? today : ended;
        for (var start = cadence.start(starts); !start.isAfter(last); start = cadence.next(start)) {
            added += jdbc.sql("""
                    insert into scorecard_period (id, scorecard_id, starts_on, ends_on, due_on, state, version)
                    values (?, ?, ?, ?, ?, 'DUE', 0) on conflict on constraint one_period_at_a_time do nothing""")
                .params(Uuid7.next(), card, start, cadence.end(start), cadence.end(start).plusDays(dueDays))
                .update();
        }
        return added;
    }

    static Subject subject(ScorecardDetails it) {
        return new Subject("SCORECARD", it.id().id(), it.number(), it.about().customer().id());
    }

}
