package io.cesm.satisfaction.fielding;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Timeline;

/**
 * Draws a sample out of the frame and says of everybody in it what becomes of them. Who
 * was asked too recently waits in the queue, as long as the survey is open long enough;
 * else the next in the random order takes their place.
 */
@Service
@Transactional
public class DrawingSamples {

    private final Surveys surveys;

    private final ContactGuard guards;

    private final QueueingInvitations queue;

    private final CurrentActor current;

    private final Timeline timeline;

    private final JdbcClient jdbc;

    private final Clock clock;

    private final SecureRandom seeds = new SecureRandom();

    DrawingSamples(Surveys surveys, ContactGuard guards, QueueingInvitations queue, CurrentActor current,
            Timeline timeline, JdbcClient jdbc, Clock clock) {
        this.surveys = surveys;
        this.guards = guards;
        this.queue = queue;
        this.current = current;
        this.timeline = timeline;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Draws among those of whom nothing was decided yet. */
    public DrawnSample draw(SurveyId id, DrawSample wish) {
        current.actor().requireMay(Right.SURVEY_EDIT);
        jdbc.sql("select 1 from survey where id = ? for update").param(id.id()).query(Integer.class).optional();
        var it = surveys.require(id);
        if (it.state() == SurveyState.CLOSED || it.state() == SurveyState.ANALYSED) {
            throw new Refusal("fielding.over");
        }
        var frame = frame(id);
        if (frame.isEmpty()) {
            throw new Refusal("fielding.empty_frame");
        }
        var seed = wish.seed() == null ? seeds.nextLong() : wish.seed();
        var numbers = RandomDraw.numbers(frame, seed);
        var decided = decide(it, numbers, wish.quotas());
        record(decided);
        int drawn = queue.queue(it, decided.stream().filter(Decision::isAsked).toList());
        return note(it, seed, wish, frame.size(), drawn);
    }

    /** How many wait to be drawn, by tier; 0 for customers without one. */
    @Transactional(readOnly = true)
    public Map<Integer, Long> waiting(SurveyId id) {
        var scope = current.actor().scope();
        Map<Integer, Long> waiting = new LinkedHashMap<>();
        jdbc.sql("""
                select coalesce(tier, 0), count(*) from survey_frame
                 where survey_id = :survey and outcome = 'FRAME' and event_key is null and %s group by 1 order by 1"""
            .formatted(scope.sql("customer_id"))).param("survey", id.id()).params(scope.params()).query(rs -> {
                waiting.put(rs.getInt(1), rs.getLong(2));
            });
        return waiting;
    }

    /** The draws of a survey, made first first. */
    @Transactional(readOnly = true)
    public List<DrawnSample> of(SurveyId id) {
        current.actor().requireMay(Right.SURVEY_EDIT);
        return jdbc.sql("""
                select d.*, b.name from survey_draw d left join staff b on b.id = d.drawn_by
                 where d.survey_id = ? order by d.at, d.id limit 100""")
            .param(id.id())
            .query((rs, i) -> new DrawnSample(rs.getObject("id", UUID.class), rs.getLong("seed"),
                    SettingsJson.strings(rs.getString("quotas")), rs.getInt("frame"), rs.getInt("drawn"),
                    rs.getObject("at", OffsetDateTime.class).toInstant(), rs.getString("name")))
            .list();
    }

    private List<Decision> decide(Survey it, List<RandomDraw.Drawn<Candidate>> numbers, Map<Integer, Integer> quotas) {
        var guard = guards.now();
        var today = today();
        var opens = it.opensOn() == null || it.opensOn().isBefore(today) ? today : it.opensOn();
        var decided = new ArrayList<Decision>();
        var tiers = new TreeSet<Integer>();
        numbers.forEach(each -> tiers.add(tier(each.who())));
        for (int tier : tiers) {
            int left = quotas.getOrDefault(tier, Integer.MAX_VALUE);
            for (var each : RandomDraw.inOrder(numbers, tier, DrawingSamples::tier)) {
                var decision = decide(it, each, guard, opens, left > 0);
                left -= decision.isAsked() ? 1 : 0;
                decided.add(decision);
            }
        }
        return decided;
    }

    private static Decision decide(Survey it, RandomDraw.Drawn<Candidate> each, Guard guard, LocalDate opens,
            boolean wanted) {
        var who = each.who();
        var hindrance = who.hindrance(it.settings().consent());
        if (hindrance != null) {
            return new Decision(who, each.number(), hindrance, null, false);
        }
        if (!wanted) {
            return new Decision(who, each.number(), FrameOutcome.NOT_DRAWN, null, false);
        }
        var free = it.settings().guarded() ? who.freeFrom(guard, opens) : opens;
        if (!free.isAfter(opens)) {
            return new Decision(who, each.number(), FrameOutcome.QUEUED, null, true);
        }
        var closes = it.closesOn();
        return new Decision(who, each.number(), FrameOutcome.QUARANTINED, free,
                closes == null || !free.isAfter(closes));
    }

    private void record(List<Decision> decided) {
        jdbc.sql("""
                update survey_frame f set outcome = r.outcome, until = r.until, drawn = r.drawn, outcome_at = :now
                  from unnest(:ids, :outcomes, cast(:untils as date[]), cast(:drawn as numeric[]))
                       as r(id, outcome, until, drawn)
                 where f.id = r.id""")
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .param("ids", decided.stream().map(it -> it.who().id()).toArray(UUID[]::new))
            .param("outcomes", decided.stream().map(it -> it.outcome().name()).toArray(String[]::new))
            .param("untils",
                    decided.stream()
                        .map(it -> it.until() == null ? null : it.until().toString())
                        .toArray(String[]::new))
            .param("drawn", decided.stream().map(it -> String.valueOf(it.number())).toArray(String[]::new))
            .update();
    }

    private DrawnSample note(Survey it, long seed, DrawSample wish, int frame, int drawn) {
        var id = Uuid7.next();
        var by = current.actor().staff();
        Map<String, String> quotas = new LinkedHashMap<>();
        wish.quotas().forEach((tier, people) -> quotas.put(String.valueOf(tier), String.valueOf(people)));
        jdbc.sql("""
                insert into survey_draw (id, survey_id, seed, quotas, frame, drawn, at, drawn_by)
                values (:id, :survey, :seed, cast(:quotas as jsonb), :frame, :drawn, :at, :by)""")
            .param("id", id)
            .param("survey", it.id().id())
            .param("seed", seed)
            .param("quotas", SettingsJson.write(quotas))
            .param("frame", frame)
            .param("drawn", drawn)
            .param("at", clock.instant().atOffset(ZoneOffset.UTC))
            .param("by", by == null ? null : by.id(), java.sql.Types.OTHER)
            .update();
        timeline.record(Change.of(PlanningSurveys.subject(it), "DRAWN")
            .with("seed", null, seed)
            .with("quotas", null,
                    quotas.isEmpty() ? null
                            : quotas.entrySet()
                                .stream()
                                .map(each -> "T" + each.getKey() + ": " + each.getValue())
                                .collect(java.util.stream.Collectors.joining(", ")))
            .with("frame", null, frame)
            .with("drawn", null, drawn));
        return new DrawnSample(id, seed, quotas, frame, drawn, clock.instant(), current.actor().name());
    }

    private List<Candidate> frame(SurveyId id) {
        return jdbc
            .sql("select f.id, f.tier, " + Candidate.COLUMNS
                    + " from survey_frame f join contact k on k.id = f.contact_id"
                    + " where f.survey_id = :survey and f.outcome = 'FRAME' and f.event_key is null order by f.id")
            .param("survey", id.id())
            .query(Candidate::of)
            .list();
    }

    private static int tier(Candidate it) {
        var tier = it.tier();
        return tier == null ? 0 : tier;
    }

    private LocalDate today() {
        return CompanyTime.today(clock);
    }

}
