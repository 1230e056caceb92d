package io.cesm.satisfaction.answer;

import java.security.SecureRandom;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.time.CompanyTime;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets anonymous answers go: many at once, in random order, under new random numbers,
 * with the month alone. So many always stay behind that the last ones are as many again.
 */
@Service
public class ReleasingAnswers {

    /** Nobody is hidden among fewer than so many. */
    public static final int TOGETHER = 5;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;

    private final JdbcTemplate batch;

    private final AnswerSeal seal;

    private final JsonMapper json;

    private final CoarseSegments coarse;

    private final Clock clock;

    ReleasingAnswers(JdbcClient jdbc, JdbcTemplate batch, AnswerSeal seal, JsonMapper json, CoarseSegments coarse,
            Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.seal = seal;
        this.json = json;
        this.coarse = coarse;
        this.clock = clock;
    }

    private record Waiting(UUID survey, int held, boolean over) {

        /** While a survey runs as many stay behind; at its end all go, or none. */
        int toGo() {
            return over ? held >= TOGETHER ? held : 0 : held >= 2 * TOGETHER ? held - TOGETHER : 0;
        }

    }

    private record Sealed(UUID id, byte[] content) {
    }

    /** Releases what may go; returns how many answers that was. */
    @Transactional
    public int release() {
        var today = CompanyTime.today(clock);
        return jdbc.sql("""
                select h.survey_id, count(*), bool_or(s.state in ('CLOSED', 'ANALYSED') or s.closes_on < :today)
                  from answer_held h join survey s on s.id = h.survey_id group by h.survey_id""")
            .param("today", today)
            .query((rs, i) -> new Waiting(rs.getObject(1, UUID.class), rs.getInt(2), rs.getBoolean(3)))
            .list()
            .stream()
            .mapToInt(it -> release(it, today.withDayOfMonth(1)))
            .sum();
    }

    private int release(Waiting waiting, LocalDate month) {
        if (waiting.toGo() == 0) {
            return 0;
        }
        var held = new ArrayList<>(
                jdbc.sql("select id, sealed from answer_held where survey_id = ? for update skip locked")
                    .param(waiting.survey())
                    .query((rs, i) -> new Sealed(rs.getObject(1, UUID.class), rs.getBytes(2)))
                    .list());
        Collections.shuffle(held, RANDOM);
        var going = held.subList(0, Math.min(waiting.toGo(), held.size()));
        if (going.size() < TOGETHER) {
            return 0;
        }
        var answers = going.stream().map(it -> json.readValue(seal.open(it.content()), HeldAnswer.class)).toList();
        store(waiting.survey(), answers, month);
        jdbc.sql("delete from answer_held where id = any(?)")
            .param(going.stream().map(Sealed::id).toArray(UUID[]::new))
            .update();
        return going.size();
    }

    private void store(UUID survey, List<HeldAnswer> answers, LocalDate month) {
        var day = Date.valueOf(month);
        var rows = new ArrayList<Object[]>();
        var pending = new ArrayList<Object[]>();
        for (var each : answers) {
            var id = UUID.randomUUID();
            var segments = coarse.of(survey, each.segments());
            rows.add(new Object[] { id, day, survey, each.version(), each.channel(), segments.get("language"),
                    json.writeValueAsString(segments), json.writeValueAsString(each.items()),
                    json.writeValueAsString(each.words()) });
            pending.add(new Object[] { survey, day, id });
        }
        batch.batchUpdate(
                """
                        insert into survey_response (id, answered_on, survey_id, version_id, complete, anonymous, channel, language,
                                                     segments, items, words)
                        values (?, ?, ?, ?, true, true, ?, ?, cast(? as jsonb), cast(? as jsonb), cast(? as jsonb))""",
                rows);
        batch.batchUpdate("insert into survey_pending (survey_id, answered_on, response_id) values (?, ?, ?)", pending);
    }

}
