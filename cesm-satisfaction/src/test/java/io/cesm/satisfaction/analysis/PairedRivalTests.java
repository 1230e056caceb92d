package io.cesm.satisfaction.analysis;

import java.time.LocalDate;

import io.cesm.domain.support.PostgresSlice;
import io.cesm.satisfaction.figures.CustomerAggregation;
import io.cesm.satisfaction.figures.FigureMethod;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static io.cesm.satisfaction.analysis.Rolled.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What people say who judge both us and a rival, and what they say in numbers. */
@PostgresSlice
class PairedRivalTests {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 7);

    private static final String DEFINITION = """
            {"languages":["en"],"title":{"en":"x"},"intro":{},"thanks":{},"pages":[{"id":"p1","blocks":[
            {"id":"b1","questions":[
              {"id":"price","type":"RATING","text":{"en":"Price?"},"scale":{"min":1,"max":10},"role":"PERCEPTION","dimension":"commercial"},
              {"id":"days","type":"NUMBER","text":{"en":"Days?"},"min":0,"max":60,"decimals":0}]},
            {"id":"b2","repeat":{"over":"competitors","most":3},"questions":[
              {"id":"theirs","type":"RATING","text":{"en":"Price?"},"scale":{"min":1,"max":10},"role":"COMPETITOR","dimension":"commercial"}]}]}]}""";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RollingUp rolling;

    @Autowired
    ReadingFigures figures;

    @Test
    void whoeverJudgesBothDecidesByTheirOwnDifference() {
        var asked = Asked.publish(jdbc, DEFINITION, "NAMED");
        var survey = asked.field("W1", MAY, "NAMED");
        for (int i = 0; i < 40; i++) {
            int ours = 4 + i % 6;
            asked.answer(survey, MAY, "{}", "{\"price\":%d,\"theirs@a\":%d,\"theirs@b\":%s}".formatted(ours,
                    ours - ((i % 4 == 0) ? 0 : 1), (i < 29) ? "5" : "\"na\""));
        }
        rolling.advance();
        var row = as(() -> figures.rivals(figures.open(survey), "en")).questions().getFirst();
        var paired = row.rivals().stream().filter(it -> it.name().equals("a")).findFirst().orElseThrow();
        assertThat(paired.pairs()).isEqualTo(40);
        assertThat(paired.lead().method()).isEqualTo(FigureMethod.PAIRED_T);
        assertThat(paired.lead().difference()).isCloseTo(0.75, within(1e-12));
        // t = 0.75 / √(0.75·0.25·40/39 / 40)
        assertThat(paired.lead().statistic()).isCloseTo(0.75 / Math.sqrt(0.1875 / 39), within(1e-9));
        assertThat(paired.claim()).isEqualTo(Claim.HIGHER);
        var few = row.rivals().stream().filter(it -> it.name().equals("b")).findFirst().orElseThrow();
        assertThat(few.pairs()).isNull();
        assertThat(few.lead().method()).isEqualTo(FigureMethod.WELCH_T);
        assertThat(as(() -> rolling.compare(survey)).equal()).isTrue();
    }

    @Test
    void wholeNumbersHaveAMeanWithIntervalAsRatingsHave() {
        var asked = Asked.publish(jdbc, DEFINITION, "NAMED");
        var survey = asked.field("W1", MAY, "NAMED");
        asked.answers(survey, MAY, 20, "{\"tier\":\"1\"}", "{\"days\":10}");
        asked.answers(survey, MAY, 20, "{\"tier\":\"2\"}", "{\"days\":30}");
        asked.answers(survey, MAY, 1, "{}", "{\"days\":99}");
        rolling.advance();
        var line = as(() -> figures.overview(figures.open(survey), CustomerAggregation.EVERY_RESPONSE)).lines()
            .getFirst();
        assertThat(line.key()).isEqualTo("days");
        assertThat(line.main().value()).isCloseTo(20, within(1e-12));
        assertThat(line.main().n()).isEqualTo(40);
        // 20 ± t(39; .975)·√(400/39·… /40): s² = 40·100/39
        assertThat(line.main().interval().high()).isCloseTo(20 + 2.022690920 * Math.sqrt(100.0 / 39), within(1e-6));
        var opened = as(() -> figures.open(survey, Filter.of("tier", "2")));
        assertThat(as(() -> figures.overview(opened, CustomerAggregation.EVERY_RESPONSE)).lines()
            .getFirst()
            .main()
            .value()).isEqualTo(30);
        assertThat(as(() -> figures.trend(figures.open(survey), "days")).control()).isNull();
    }

}
