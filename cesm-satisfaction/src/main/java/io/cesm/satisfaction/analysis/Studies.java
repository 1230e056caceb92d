package io.cesm.satisfaction.analysis;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what was worked out from single answers, until more answers are counted: the
 * second reader does not wait.
 */
@Component
class Studies {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final long MANY = 20_000;

    private final JdbcClient jdbc;

    private final Clock clock;

    Studies(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A result, and of how many answers it speaks. */
    record Kept<T>(T result, long counted, Instant takenAt) {
    }

    /**
     * The result as it was worked out from all answers counted by now.
     * @param what the kind of study
     * @param asked everything it depends on besides the answers
     */
    <T> T take(SurveyHead survey, String what, String asked, Class<T> type, Supplier<T> work) {
        return fresh(survey, what, asked, type).orElseGet(() -> {
            var result = work.get();
            keep(survey, what, asked, result);
            return result;
        });
    }

    <T> Optional<T> fresh(SurveyHead survey, String what, String asked, Class<T> type) {
        return find(survey.id(), what, asked, type).filter(it -> isFresh(it.counted(), survey.counted()))
            .map(Kept::result);
    }

    /** Of many answers, a hundredth more changes nothing that one could read. */
    private static boolean isFresh(long kept, long counted) {
        return kept == counted || (counted > MANY && kept <= counted && counted - kept <= counted / 100);
    }

    <T> Optional<Kept<T>> find(UUID survey, String what, String asked, Class<T> type) {
        return jdbc
            .sql("select result, counted, taken_at from survey_study where survey_id = ? and what = ?"
                    + " and asked = ?")
            .params(survey, what, asked)
            .query((row, i) -> new Kept<>(JSON.readValue(row.getString("result"), type), row.getLong("counted"),
                    row.getObject("taken_at", OffsetDateTime.class).toInstant()))
            .optional();
    }

    <T> void keep(SurveyHead survey, String what, String asked, T result) {
        jdbc.sql("""
                insert into survey_study (survey_id, what, asked, counted, taken_at, result)
                values (:survey, :what, :asked, :counted, :at, cast(:result as jsonb))
                on conflict (survey_id, what, asked) do update
                   set counted = excluded.counted, taken_at = excluded.taken_at, result = excluded.result
                """)
            .param("survey", survey.id())
            .param("what", what)
            .param("asked", asked)
            .param("counted", survey.counted())
            .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
            .param("result", JSON.writeValueAsString(result))
            .update();
    }

}
