package io.cesm.satisfaction.analysis;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.notice.Notices;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.timeline.Subject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Counts combinations of filters over so many answers that nobody should wait for them,
 * month by month, so that one sees how far it is. Whoever asked hears when it is done;
 * whoever dies meanwhile is replaced.
 */
@Service
public class CountingCombinations {

    private static final Logger LOG = LoggerFactory.getLogger(CountingCombinations.class);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final TypeReference<Map<String, String>> PARTS = new TypeReference<>() {
    };

    private static final int MOST_AT_ONCE = 5;

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Duration KEPT = Duration.ofDays(30);

    private static final String SELECT = "select c.*, s.name from survey_combination c"
            + " left join staff s on s.id = c.requested_by where ";

    private final JdbcClient jdbc;

    private final SurveyShelf surveys;

    private final CellShelf cells;

    private final UncountedAnswers raw;

    private final Studies studies;

    private final Notices notices;

    private final CurrentActor current;

    private final TransactionTemplate transaction;

    private final Clock clock;

    CountingCombinations(JdbcClient jdbc, SurveyShelf surveys, CellShelf cells, UncountedAnswers raw, Studies studies,
            Notices notices, CurrentActor current, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.surveys = surveys;
        this.cells = cells;
        this.raw = raw;
        this.studies = studies;
        this.notices = notices;
        this.current = current;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Has a combination counted; one that is asked for already, or was counted of nearly
     * as many answers, stays.
     */
    @Transactional
    public UUID request(UUID survey, Filter filter) {
        var actor = current.actor();
        actor.requireMay(Right.VIEW);
        var head = surveys.require(survey).head();
        if (!filter.isFree()) {
            throw new Refusal("figures.no_combination");
        }
        ReadingFigures.requireFewFilters(head, filter);
        var known = find(survey, filter);
        if (known != null && (known.state().isBusy() || (known.state() == Combination.State.DONE
                && studies.fresh(head, CountedApart.WHAT, asked(filter), CountedApart.class).isPresent()))) {
            return known.id();
        }
        var staff = actor.staff();
        if (staff != null && jdbc
            .sql("select count(*) from survey_combination where requested_by = ?"
                    + " and state in ('WAITING', 'RUNNING')")
            .param(staff.id())
            .query(Integer.class)
            .single() >= MOST_AT_ONCE) {
            throw new Refusal("figures.enough_combinations", MOST_AT_ONCE);
        }
        return jdbc
            .sql("""
                    insert into survey_combination as c (id, survey_id, asked, parts, month, state, total, requested_by, requested_at)
                    values (:id, :survey, :asked, cast(:parts as jsonb), :month, 'WAITING', :total, :by, :now)
                    on conflict (survey_id, asked) do update set state = 'WAITING', total = excluded.total, done = 0,
                           requested_by = excluded.requested_by, requested_at = excluded.requested_at, finished_at = null
                    returning c.id""")
            .param("id", Uuid7.next())
            .param("survey", survey)
            .param("asked", asked(filter))
            .param("parts", JSON.writeValueAsString(filter.parts()))
            .param("month", (filter.month() == null) ? null : Date.valueOf(filter.month()), java.sql.Types.DATE)
            .param("total", months(survey, filter).values().stream().mapToLong(it -> it).sum())
            .param("by", (staff == null) ? null : staff.id(), java.sql.Types.OTHER)
            .param("now", now())
            .query(UUID.class)
            .single();
    }

    @Transactional(readOnly = true)
    public Combination require(UUID survey, UUID id) {
        current.actor().requireMay(Right.VIEW);
        return jdbc.sql(SELECT + "c.id = ? and c.survey_id = ?")
            .params(id, survey)
            .query(CountingCombinations::combination)
            .optional()
            .orElseThrow(UnknownThing::new);
    }

    /** The latest of a survey, whoever asked for them. */
    @Transactional(readOnly = true)
    public List<Combination> latest(UUID survey) {
        current.actor().requireMay(Right.VIEW);
        return jdbc.sql(SELECT + "c.survey_id = ? order by c.requested_at desc, c.id desc limit 20")
            .param(survey)
            .query(CountingCombinations::combination)
            .list();
    }

    private @Nullable Combination find(UUID survey, Filter filter) {
        return jdbc.sql(SELECT + "c.survey_id = ? and c.asked = ?")
            .params(survey, asked(filter))
            .query(CountingCombinations::combination)
            .optional()
            .orElse(null);
    }

    /** Under which words the result of a filter is kept. */
    static String asked(Filter filter) {
        return JSON.writeValueAsString(filter.parts()) + ((filter.month() == null) ? "" : "|" + filter.month());
    }

    /**
     * Counts the next combination that waits.
     * @return whether there was one
     */
    public boolean countNext() {
        var next = transaction.execute(status -> take());
        if (next == null) {
            return false;
        }
        try {
            count(next);
        }
        catch (RuntimeException trouble) {
            LOG.error("combination {} of survey {} was not counted", next.id(), next.survey(), trouble);
            transaction.executeWithoutResult(
                    status -> jdbc.sql("update survey_combination set state = 'FAILED', finished_at = ? where id = ?")
                        .params(now(), next.id())
                        .update());
        }
        return true;
    }

    private @Nullable Combination take() {
        jdbc.sql("""
                with gone as (delete from survey_combination where state in ('DONE', 'FAILED') and finished_at < :old
                              returning survey_id, asked)
                delete from survey_study s using gone g
                 where s.survey_id = g.survey_id and s.what = :what and s.asked = g.asked""")
            .param("old", now().minus(KEPT))
            .param("what", CountedApart.WHAT)
            .update();
        return jdbc.sql("""
                with next as (select id from survey_combination
                               where state = 'WAITING' or (state = 'RUNNING' and beat_at < :stale)
                               order by requested_at, id limit 1 for update skip locked)
                update survey_combination c set state = 'RUNNING', beat_at = :now, done = 0 from next
                 where c.id = next.id returning c.*, cast(null as text) as name""")
            .param("stale", now().minus(PATIENCE))
            .param("now", now())
            .query(CountingCombinations::combination)
            .optional()
            .orElse(null);
    }

    private void count(Combination it) {
        var survey = surveys.require(it.survey());
        var counting = new Counting(survey.measures(), false);
        long done = 0;
        for (var month : months(it.survey(), it.filter()).entrySet()) {
            var part = new Filter(it.filter().parts(), month.getKey());
            transaction.executeWithoutResult(status -> raw.count(survey, part, counting));
            done += month.getValue();
            beat(it, done);
        }
        var wanted = List.copyOf(it.filter().parts().values());
        transaction.executeWithoutResult(status -> {
            boolean hides = Gate.hides(raw.combinations(it.survey(), it.filter()), wanted.get(0), wanted.get(1));
            studies.keep(survey.head(), CountedApart.WHAT, asked(it.filter()), CountedApart.of(counting, hides));
            jdbc.sql("update survey_combination set state = 'DONE', done = total, finished_at = ? where id = ?")
                .params(now(), it.id())
                .update();
            tell(it, survey.head());
        });
    }

    private void beat(Combination it, long done) {
        transaction.executeWithoutResult(
                status -> jdbc.sql("update survey_combination set done = least(total, ?), beat_at = ? where id = ?")
                    .params(done, now(), it.id())
                    .update());
    }

    private void tell(Combination it, SurveyHead head) {
        jdbc.sql(
                "select s.id, coalesce(s.language, 'zh') from survey_combination c join staff s on s.id = c.requested_by"
                        + " where c.id = ? and s.status = 'ACTIVE'")
            .param(it.id())
            .query((rs, i) -> Map.entry(new StaffId(rs.getObject(1, UUID.class)), rs.getString(2)))
            .optional()
            .ifPresent(who -> notices.tell(who.getKey(), "COMBINATION_COUNTED",
                    new Subject("COMBINATION", it.survey(),
                            head.number() + " " + head.title().in(who.getValue(), List.of("zh", "en")), null),
                    Map.of("id", it.id().toString()), it.id() + "/" + it.requestedAt()));
    }

    private Map<LocalDate, Long> months(UUID survey, Filter filter) {
        var months = new TreeMap<>(cells.months(survey));
        if (filter.month() != null) {
            months.keySet().retainAll(List.of(filter.month()));
        }
        return months;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Combination combination(ResultSet rs, int i) throws SQLException {
        return new Combination(rs.getObject("id", UUID.class), rs.getObject("survey_id", UUID.class),
                new Filter(new LinkedHashMap<>(JSON.readValue(rs.getString("parts"), PARTS)),
                        rs.getObject("month", LocalDate.class)),
                Combination.State.valueOf(rs.getString("state")), rs.getLong("total"), rs.getLong("done"),
                rs.getString("name"), at(rs.getObject("requested_at", OffsetDateTime.class)),
                rs.getObject("finished_at") == null ? null : at(rs.getObject("finished_at", OffsetDateTime.class)));
    }

    private static Instant at(OffsetDateTime time) {
        return time.toInstant();
    }

    /** The job behind it. */
    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> countCombinations(CountingCombinations combinations) {
            return Tasks.recurring("count-combinations", FixedDelay.ofSeconds(2)).execute((instance, context) -> {
                while (!context.getSchedulerState().isShuttingDown() && combinations.countNext()) {
                    // one after the other
                }
            });
        }

    }

}
