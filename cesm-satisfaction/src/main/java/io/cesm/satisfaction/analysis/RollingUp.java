package io.cesm.satisfaction.analysis;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts answers into the roll-ups: new ones as they come, all of them anew on demand,
 * and against the raw rows to see that both say the same. An answer leaves the queue in
 * the transaction that counts it, so it counts once whatever dies when.
 */
@Service
@Transactional
public class RollingUp {

    /**
     * So many answers at once: a batch changes up to all counts of a survey, so the more
     * wait, the less each costs.
     */
    static final int STEP = 50_000;

    private static final int FETCH = 2_000;

    /**
     * Answers without names are counted five at a time while they come in: of two looks
     * at the figures, one before and one after a single answer, the difference would be
     * that answer.
     */
    private static final String WAITING = """
            select p.survey_id, count(*) as n from survey_pending p join survey s on s.id = p.survey_id
             group by p.survey_id, s.anonymity, s.state
            having s.anonymity <> 'ANONYMOUS' or s.state in ('CLOSED', 'ANALYSED') or count(*) >= 5
             order by n desc limit 100
            """;

    private static final String TAKE = """
            delete from survey_pending where response_id in (select p.response_id from survey_pending p
             where p.survey_id = :survey order by p.response_id limit :step)
            returning answered_on, response_id
            """;

    private static final String TAKEN = "select " + StoredAnswer.COLUMNS + """
             from counting_answer r join unnest(:days::date[], :ids::uuid[]) as t(day, id)
               on r.answered_on = t.day and r.id = t.id
            """;

    private static final String COUNTED = "select " + StoredAnswer.COLUMNS + """
             from counting_answer r where r.survey_id = :survey
              and not exists (select from survey_pending p where p.response_id = r.id)
            """;

    private final JdbcClient jdbc;

    private final SurveyShelf surveys;

    private final RollUps rollUps;

    private final Recount recount;

    private final CurrentActor current;

    private final Clock clock;

    RollingUp(JdbcClient jdbc, SurveyShelf surveys, RollUps rollUps, Recount recount, CurrentActor current,
            Clock clock) {
        this.jdbc = jdbc;
        this.surveys = surveys;
        this.rollUps = rollUps;
        this.recount = recount;
        this.current = current;
        this.clock = clock;
    }

    private record Waiting(UUID survey, int n) {
    }

    private record Taken(LocalDate day, UUID id) {
    }

    /**
     * Counts surveys anew of which an answer was left out or taken in, and some of the
     * answers that wait.
     * @return how many were counted; 0 if none is left to count now
     */
    public long advance() {
        rollUps.alone();
        var waiting = jdbc.sql(WAITING)
            .query((row, i) -> new Waiting(row.getObject("survey_id", UUID.class), row.getInt("n")))
            .list();
        long counted = anew();
        for (var each : waiting) {
            if (counted >= STEP) {
                break;
            }
            counted += advance(each);
        }
        return counted;
    }

    private long anew() {
        long counted = 0;
        var changed = jdbc.sql("delete from survey_recount returning survey_id")
            .query((row, i) -> row.getObject(1, UUID.class))
            .list();
        for (var survey : changed) {
            counted += countAnew(survey);
        }
        return counted;
    }

    private long advance(Waiting waiting) {
        int step = (waiting.n() < STEP + STEP / 2) ? waiting.n() : STEP;
        var taken = jdbc.sql(TAKE)
            .param("survey", waiting.survey())
            .param("step", step)
            .query((row, i) -> new Taken(row.getObject("answered_on", LocalDate.class),
                    row.getObject("response_id", UUID.class)))
            .list();
        var counting = new Counting(surveys.require(waiting.survey()).measures(), true);
        try (var answers = jdbc.sql(TAKEN)
            .withFetchSize(FETCH)
            .param("days", taken.stream().map(it -> Date.valueOf(it.day())).toArray(Date[]::new))
            .param("ids", taken.stream().map(Taken::id).toArray(UUID[]::new))
            .query(StoredAnswer::of)
            .stream()) {
            answers.forEach(counting::add);
        }
        rollUps.add(waiting.survey(), counting);
        rollUps.reached(waiting.survey(), counting.answers(), clock.instant());
        return taken.size();
    }

    /**
     * Counts a survey anew from its answers; those that wait go on waiting.
     * @return how many answers were counted
     */
    public long rebuild(UUID survey) {
        current.actor().requireMay(Right.SETTINGS);
        rollUps.alone();
        return countAnew(survey);
    }

    private long countAnew(UUID survey) {
        var counting = count(survey, surveys.require(survey).measures());
        rollUps.clear(survey);
        rollUps.add(survey, counting);
        if (counting.answers() > 0) {
            rollUps.reached(survey, counting.answers(), clock.instant());
        }
        return counting.answers();
    }

    /** The surveys that can be counted anew. */
    public List<UUID> surveys() {
        current.actor().requireMay(Right.SETTINGS);
        return surveys.all();
    }

    /** Whether the roll-ups of a survey say what its answers say. */
    public Recount.Result compare(UUID survey) {
        current.actor().requireMay(Right.SETTINGS);
        var measures = surveys.require(survey).measures();
        rollUps.alone();
        return recount.compare(survey, count(survey, measures));
    }

    private Counting count(UUID survey, Measures measures) {
        var counting = new Counting(measures, true);
        try (var answers = jdbc.sql(COUNTED)
            .withFetchSize(FETCH)
            .param("survey", survey)
            .query(StoredAnswer::of)
            .stream()) {
            answers.forEach(counting::add);
        }
        return counting;
    }

}
