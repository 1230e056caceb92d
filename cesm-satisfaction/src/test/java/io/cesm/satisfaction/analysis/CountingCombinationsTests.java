package io.cesm.satisfaction.analysis;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.support.PostgresSlice;
import io.cesm.satisfaction.figures.CustomerAggregation;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static io.cesm.satisfaction.analysis.Rolled.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Combinations nobody should wait for are counted apart and say the same. */
@PostgresSlice
class CountingCombinationsTests {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 7);

    private static final LocalDate JUNE = LocalDate.of(2026, 6, 7);

    private static final Filter BOTH = new Filter(Map.of("tier", "1", "role", "USER"), null);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RollingUp rolling;

    @Autowired
    ReadingFigures figures;

    @Autowired
    CountingCombinations combinations;

    @Test
    void aCombinationOfTooManyAnswersIsRefusedUntilItIsCountedApartAndThenSaysTheSame() {
        var survey = survey(10);
        var small = overview(survey);
        large(survey);
        assertThatExceptionOfType(TooManyAnswers.class).isThrownBy(() -> overview(survey));

        var id = as(() -> combinations.request(survey, BOTH));
        assertThat(as(() -> combinations.request(survey, BOTH))).as("asked for twice").isEqualTo(id);
        var waiting = as(() -> combinations.require(survey, id));
        assertThat(waiting.state()).isEqualTo(Combination.State.WAITING);
        assertThat(waiting.total()).isEqualTo(67);
        assertThat(combinations.countNext()).isTrue();
        assertThat(combinations.countNext()).isFalse();
        var done = as(() -> combinations.require(survey, id));
        assertThat(done.state()).isEqualTo(Combination.State.DONE);
        assertThat(done.percent()).isEqualTo(100);
        assertThat(overview(survey).lines()).isEqualTo(small.lines()).isNotEmpty();
        assertThat(overview(survey).respondents()).isEqualTo(20);

        jdbc.sql("update survey_figure_state set counted = 400000 where survey_id = ?").param(survey).update();
        assertThatExceptionOfType(TooManyAnswers.class).as("many more came in").isThrownBy(() -> overview(survey));
        assertThat(as(() -> combinations.request(survey, BOTH))).isEqualTo(id);
        assertThat(as(() -> combinations.latest(survey))).extracting(Combination::state)
            .containsExactly(Combination.State.WAITING);
    }

    @Test
    void whoDiesWhileCountingIsReplacedAndNobodyIsGivenAway() {
        var survey = survey(3);
        large(survey);
        var id = as(() -> combinations.request(survey, new Filter(Map.of("tier", "2", "role", "BUYER"), null)));
        jdbc.sql("update survey_combination set state = 'RUNNING', beat_at = now() - interval '1 hour'").update();
        assertThat(combinations.countNext()).isTrue();
        assertThat(as(() -> combinations.require(survey, id)).state()).isEqualTo(Combination.State.DONE);
        assertThat(as(() -> figures.open(survey, new Filter(Map.of("tier", "2", "role", "BUYER"), null))).closed())
            .as("three people")
            .isTrue();
        assertThatExceptionOfType(Refusal.class)
            .isThrownBy(() -> as(() -> combinations.request(survey, Filter.of("tier", "1"))));
    }

    private UUID survey(int last) {
        var asked = Asked.questions(jdbc, "NAMED", Asked.scale("nps", "NPS", 0, 10, ""));
        var survey = asked.field("W1", MAY, "NAMED");
        asked.answers(survey, MAY, 12, "{\"tier\":\"1\",\"role\":\"USER\"}", "{\"nps\":9}");
        asked.answers(survey, JUNE, 8, "{\"tier\":\"1\",\"role\":\"USER\"}", "{\"nps\":4}");
        asked.answers(survey, JUNE, 20, "{\"tier\":\"1\",\"role\":\"BUYER\"}", "{\"nps\":7}");
        asked.answers(survey, JUNE, 17, "{\"tier\":\"2\",\"role\":\"USER\"}", "{\"nps\":8}");
        asked.answers(survey, JUNE, last, "{\"tier\":\"2\",\"role\":\"BUYER\"}", "{\"nps\":1}");
        rolling.advance();
        return survey;
    }

    private void large(UUID survey) {
        jdbc.sql("update survey_figure_state set counted = 300000 where survey_id = ?").param(survey).update();
    }

    private Overview overview(UUID survey) {
        return as(() -> figures.overview(figures.open(survey, BOTH), CustomerAggregation.EVERY_RESPONSE));
    }

}
