package io.cesm.satisfaction.analysis;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.support.PostgresSlice;
import io.cesm.satisfaction.figures.Comparison;
import io.cesm.satisfaction.figures.CustomerAggregation;
import io.cesm.satisfaction.figures.FigureMethod;
import io.cesm.satisfaction.figures.Showing;
import io.cesm.satisfaction.questionnaire.Templates;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static io.cesm.satisfaction.analysis.Rolled.as;
import static io.cesm.satisfaction.analysis.Rolled.cells;
import static io.cesm.satisfaction.analysis.Rolled.customer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

/** Answers go in, figures come out. */
@PostgresSlice
class RollingUpTests {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 7);

    private static final LocalDate JUNE = LocalDate.of(2026, 6, 7);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RollingUp rolling;

    @Autowired
    ReadingFigures figures;

    @Autowired
    Templates templates;

    @Test
    void countsEachAnswerOnceAndTheSameAnewOrAsTheyCome() {
        var asked = Asked.template(jdbc, templates, "relationship", "CONFIDENTIAL");
        var survey = asked.field("W1", MAY, "CONFIDENTIAL");
        var customers = List.of(customer(jdbc, "A"), customer(jdbc, "B"), customer(jdbc, "C"));
        var dice = new Random(7);
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 40; i++) {
                asked.answer(survey, dice.nextBoolean() ? MAY : JUNE, customers.get(dice.nextInt(3)),
                        (round == 2) ? "0." + (1 + dice.nextInt(999)) : "1",
                        "{\"tier\":\"" + (1 + dice.nextInt(3)) + "\",\"role\":\"USER\",\"hobby\":\"chess\"}",
                        "{\"overall\":" + (1 + dice.nextInt(10)) + ",\"nps\":"
                                + (dice.nextInt(9) == 0 ? "\"na\"" : dice.nextInt(11)) + ",\"perceived.delivery\":"
                                + (1 + dice.nextInt(7)) + "}");
            }
            assertThat(advance()).isEqualTo(40);
        }
        assertThat(advance()).isZero();
        assertThat(as(() -> rolling.compare(survey)).equal()).isTrue();
        var before = cells(jdbc, survey);
        assertThat(before).isNotEmpty().noneMatch(it -> it.contains("hobby"));

        assertThat(as(() -> rolling.rebuild(survey))).isEqualTo(120);
        assertThat(cells(jdbc, survey)).isEqualTo(before);
        assertThat(jdbc.sql("""
                select i.value #>> '{}' as value, count(*) as n from survey_response r, jsonb_each(r.items) i
                 where r.survey_id = :s and i.key = 'nps' group by 1
                except
                select value, sum(n) from survey_figure_cell
                 where survey_id = :s and item = 'nps' and kind = 'tier' group by 1
                """).param("s", survey).query().listOfRows()).as("an independent count").isEmpty();

        jdbc.sql("update survey_figure_cell set n = n + 1 where survey_id = ? and item = 'nps' and kind = ''")
            .param(survey)
            .update();
        assertThat(as(() -> rolling.compare(survey)).equal()).isFalse();
    }

    @Test
    void keepsAnswersOfAnonymousSurveysBackUntilTheyAreFive() {
        var asked = Asked.questions(jdbc, "ANONYMOUS", Asked.scale("nps", "NPS", 0, 10, ""));
        var survey = asked.field("W1", MAY, "ANONYMOUS");
        asked.answers(survey, MAY, 4, "{}", "{\"nps\":3}");
        assertThat(advance()).isZero();
        asked.answers(survey, MAY, 1, "{}", "{\"nps\":9}");
        assertThat(advance()).isEqualTo(5);
        asked.answers(survey, MAY, 1, "{}", "{\"nps\":9}");
        assertThat(advance()).isZero();
        jdbc.sql("update survey set state = 'CLOSED' where id = ?").param(survey).update();
        assertThat(advance()).isEqualTo(1);
    }

    @Test
    void givesThePublishedScoresThroughTheStore() {
        var asked = Asked.questions(jdbc, "NAMED", Asked.scale("nps", "NPS", 0, 10, ",\"role\":\"LOYALTY\""),
                Asked.scale("csat", "CSAT", 1, 5, ""), Asked.scale("ces", "CES", 1, 7, ""));
        var survey = asked.field("W1", MAY, "NAMED");
        asked.answers(survey, MAY, 162, "{}", "{\"nps\":10,\"ces\":7}");
        asked.answers(survey, MAY, 108, "{}", "{\"nps\":8}");
        asked.answers(survey, MAY, 54, "{}", "{\"nps\":0}");
        asked.answers(survey, MAY, 8, "{}", "{\"csat\":4}");
        asked.answers(survey, MAY, 2, "{}", "{\"csat\":3,\"nps\":\"na\"}");
        advance();
        var overview = overview(survey, CustomerAggregation.EVERY_RESPONSE);
        assertThat(overview.respondents()).isEqualTo(334);
        var nps = line(overview, "nps").main();
        assertThat(nps.n()).isEqualTo(324);
        assertThat(nps.value()).isCloseTo(33.333333333, within(1e-8));
        assertThat(nps.interval().low()).isCloseTo(24.945251413, within(1e-8));
        assertThat(nps.interval().high()).isCloseTo(41.109794459, within(1e-8));
        assertThat(nps.method()).isEqualTo(FigureMethod.NPS_ADJUSTED_WALD);
        var csat = line(overview, "csat").main();
        assertThat(csat.value()).isEqualTo(80);
        assertThat(csat.interval().low()).isCloseTo(49.016247153, within(1e-8));
        assertThat(csat.interval().high()).isCloseTo(94.331784855, within(1e-8));
        assertThat(csat.showing()).isEqualTo(Showing.GREY);
        assertThat(line(overview, "ces").figures()).hasSize(4);
    }

    @Test
    void givesThePrintedEffortScoresAndTests() {
        var asked = Asked.questions(jdbc, "NAMED", Asked.scale("ces", "CES", 1, 7, ""),
                Asked.scale("csat", "CSAT", 1, 5, ""));
        var first = asked.field("W1", MAY, "NAMED");
        var second = asked.field("W2", JUNE, "NAMED");
        int[] effort = { 8, 21, 14, 11, 16, 18, 12 };
        for (int i = 0; i < 7; i++) {
            asked.answers(first, MAY, effort[i], "{}", "{\"ces\":" + (i + 1) + "}");
        }
        asked.answers(second, JUNE, 28, "{}", "{\"csat\":5}");
        asked.answers(second, JUNE, 254 - 28, "{}", "{\"csat\":1}");
        asked.answers(first, MAY, 36, "{}", "{\"csat\":5}");
        asked.answers(first, MAY, 301 - 36, "{}", "{\"csat\":1}");
        advance();
        var ces = line(overview(first, CustomerAggregation.EVERY_RESPONSE), "ces").figures();
        assertThat(ces.get(0).value()).isCloseTo(4.08, within(1e-9));
        assertThat(ces.get(1).value()).isCloseTo(46.0, within(1e-9));
        assertThat(ces.get(2).value()).isCloseTo(-13, within(1e-9));
        var change = line(overview(second, CustomerAggregation.EVERY_RESPONSE), "csat").change();
        assertThat(change.statistic()).isCloseTo(-0.344, within(5e-4));
        assertThat(change.p()).isCloseTo(0.7307, within(5e-5));
        assertThat(change.verdict(0.05)).isEqualTo(Comparison.Verdict.NOT_SIGNIFICANT);
        assertThat(line(overview(second, CustomerAggregation.EVERY_RESPONSE), "csat").claim())
            .isEqualTo(Claim.NOT_REAL);
    }

    @Test
    void countsACustomerOnceOrByItsHighestContact() {
        var asked = Asked.questions(jdbc, "NAMED", Asked.scale("nps", "NPS", 0, 10, ""));
        var survey = asked.field("W1", MAY, "NAMED");
        for (int i = 0; i < 10; i++) {
            var customer = customer(jdbc, "Firm " + i);
            asked.answer(survey, MAY, customer, "1", "{\"role\":\"DECISION_MAKER\"}", "{\"nps\":10}");
            asked.answer(survey, MAY, customer, "1", "{\"role\":\"USER\"}", "{\"nps\":4}");
            asked.answer(survey, MAY, customer, "1", "{}", "{\"nps\":4}");
        }
        advance();
        assertThat(line(overview(survey, CustomerAggregation.EVERY_RESPONSE), "nps").main().value())
            .isCloseTo(-100 / 3.0, within(1e-9));
        var mean = line(overview(survey, CustomerAggregation.CUSTOMER_MEAN), "nps").main();
        assertThat(mean.value()).isEqualTo(-100);
        assertThat(mean.n()).isEqualTo(10);
        assertThat(line(overview(survey, CustomerAggregation.WATERFALL), "nps").main().value()).isEqualTo(100);
    }

    @Test
    void countsACustomerOnceUnderAFilterUnlessTheRestWouldBeFew() {
        var asked = Asked.questions(jdbc, "NAMED", Asked.scale("nps", "NPS", 0, 10, ""));
        var survey = asked.field("W1", MAY, "NAMED");
        for (int i = 0; i < 18; i++) {
            var customer = customer(jdbc, "Firm " + i);
            var tier = "{\"tier\":\"" + ((i < 8) ? 1 : (i < 16) ? 2 : 3) + "\",\"role\":\"";
            asked.answer(survey, MAY, customer, "1", tier + "DECISION_MAKER\"}", "{\"nps\":10}");
            asked.answer(survey, MAY, customer, "1", tier + "USER\"}", "{\"nps\":4}");
            asked.answer(survey, JUNE, customer, "1", tier + "USER\"}", "{\"nps\":4}");
        }
        advance();
        var first = as(() -> figures.open(survey, Filter.of("tier", "1")));
        var mean = line(as(() -> figures.overview(first, CustomerAggregation.CUSTOMER_MEAN)), "nps").main();
        assertThat(mean.n()).isEqualTo(8);
        assertThat(mean.value()).isEqualTo(-100);
        assertThat(line(as(() -> figures.overview(first, CustomerAggregation.WATERFALL)), "nps").main().value())
            .isEqualTo(100);
        var may = as(() -> figures.open(survey, new Filter(java.util.Map.of(), MAY.withDayOfMonth(1))));
        assertThat(line(as(() -> figures.overview(may, CustomerAggregation.CUSTOMER_MEAN)), "nps").main().n())
            .isEqualTo(18);
        for (int i = 0; i < 2; i++) {
            asked.answer(survey, MAY, customer(jdbc, "Late " + i), "1", "{\"tier\":\"2\"}", "{\"nps\":4}");
        }
        advance();
        as(() -> rolling.rebuild(survey));
        var most = as(() -> figures.open(survey, new Filter(java.util.Map.of(), MAY.withDayOfMonth(1))));
        assertThat(line(as(() -> figures.overview(most, CustomerAggregation.CUSTOMER_MEAN)), "nps").main().n())
            .isEqualTo(20);
        var june = as(() -> figures.open(survey, new Filter(java.util.Map.of(), JUNE.withDayOfMonth(1))));
        assertThat(line(as(() -> figures.overview(june, CustomerAggregation.CUSTOMER_MEAN)), "nps").main().known())
            .as("all but two customers")
            .isFalse();
    }

    @Test
    void hidesFewAndWhatWouldGiveThemAway() {
        var asked = Asked.questions(jdbc, "CONFIDENTIAL", Asked.scale("nps", "NPS", 0, 10, ""));
        var survey = asked.field("W1", MAY, "CONFIDENTIAL");
        asked.answers(survey, MAY, 9, "{\"tier\":\"1\"}", "{\"nps\":9}");
        asked.answers(survey, MAY, 3, "{\"tier\":\"2\"}", "{\"nps\":0}");
        asked.answers(survey, MAY, 40, "{\"tier\":\"3\"}", "{\"nps\":8}");
        advance();
        var segments = as(() -> figures.segments(figures.open(survey), "nps", "tier"));
        assertThat(segments.rows()).extracting(it -> it.figure().showing())
            .containsExactly(Showing.HIDDEN, Showing.HIDDEN, Showing.FULL);
        assertThat(segments.rows().getFirst().figure().n()).isNull();
        for (var tier : List.of("1", "2")) {
            var opened = as(() -> figures.open(survey, Filter.of("tier", tier)));
            assertThat(opened.closed()).isTrue();
            assertThat(as(() -> figures.overview(opened, CustomerAggregation.EVERY_RESPONSE)).respondents()).isNull();
        }
        assertThat(as(() -> figures.open(survey, Filter.of("tier", "3"))).closed()).isFalse();
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> as(() -> figures.open(survey,
                new Filter(java.util.Map.of("tier", "1", "language", "en", "channel", "LINK"), null))));
    }

    private long advance() {
        return rolling.advance();
    }

    private Overview overview(UUID survey, CustomerAggregation counting) {
        return as(() -> figures.overview(figures.open(survey), counting));
    }

    private static Overview.Line line(Overview overview, String key) {
        return overview.lines().stream().filter(it -> it.key().equals(key)).findFirst().orElseThrow();
    }

}
