package io.cesm.satisfaction.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.support.PostgresSlice;
import io.cesm.satisfaction.figures.Bootstrap;
import io.cesm.satisfaction.figures.Columns;
import io.cesm.satisfaction.figures.DriverAnalysis;
import io.cesm.satisfaction.figures.KanoCategory;
import io.cesm.satisfaction.questionnaire.Templates;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static io.cesm.satisfaction.analysis.Rolled.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Printed results of the sources, from answers in the database. */
@PostgresSlice
class StoredVectorsTests {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 7);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RollingUp rolling;

    @Autowired
    ReadingFigures figures;

    @Autowired
    Studying studying;

    @Autowired
    Weighing weighing;

    @Autowired
    Templates templates;

    @Test
    void reliabilityOfThreeItemsIsThePrintedOne() {
        var asked = Asked.questions(jdbc, "NAMED", Asked.scale("t1", "RATING", 1, 5, ",\"role\":\"DRIVER\""),
                Asked.scale("t2", "RATING", 1, 5, ",\"role\":\"DRIVER\""),
                Asked.scale("t3", "RATING", 1, 5, ",\"role\":\"DRIVER\""));
        var survey = asked.field("W1", MAY, "NAMED");
        int[][] rows = { { 3, 4, 3 }, { 2, 3, 4 }, { 4, 4, 5 }, { 3, 2, 3 }, { 4, 4, 4 } };
        for (int[] row : rows) {
            asked.answer(survey, MAY, "{}", "{\"t1\":%d,\"t2\":%d,\"t3\":%d}".formatted(row[0], row[1], row[2]));
        }
        asked.answer(survey, MAY, "{}", "{\"t1\":5,\"t2\":1}");
        rolling.advance();
        var group = as(() -> studying.reliability(figures.open(survey))).groups().getFirst();
        assertThat(group.items()).containsExactly("t1", "t2", "t3");
        assertThat(group.reliability().alpha().value()).isCloseTo(0.732558140, within(1e-9));
        assertThat(group.reliability().alpha().n()).isEqualTo(5);
    }

    @Test
    void gapsOfFiveDimensionsAreThePrintedOnes() {
        var asked = Asked.template(jdbc, templates, "servqual", "CONFIDENTIAL");
        var survey = asked.field("W1", MAY, "CONFIDENTIAL");
        int[] hundredths = { 65, 110, 83, 70, 101 };
        int[] weights = { 11, 32, 22, 19, 16 };
        var dimensions = new LinkedHashMap<String, List<String>>();
        templates.find("servqual").orElseThrow().definition().questions().forEach(question -> {
            if (question instanceof io.cesm.satisfaction.questionnaire.Question.Pair) {
                dimensions.computeIfAbsent(String.valueOf(question.head().dimension()), it -> new ArrayList<>())
                    .add(question.id());
            }
        });
        for (int i = 0; i < 100; i++) {
            var items = new ArrayList<String>();
            int d = 0;
            for (var dimension : dimensions.values()) {
                int gap = hundredths[d] / 100 + ((i < hundredths[d] % 100) ? 1 : 0);
                for (var id : dimension) {
                    items.add("\"%s.e\":6,\"%s.p\":%d".formatted(id, id, 6 - gap));
                }
                d++;
                items.add("\"weight%d\":%d".formatted(d, weights[d - 1]));
            }
            asked.answer(survey, MAY, "{}", "{" + String.join(",", items) + "}");
        }
        rolling.advance();
        var opened = as(() -> figures.open(survey));
        var study = as(() -> studying.gaps(opened));
        assertThat(study.overall().gap().value()).isCloseTo(-0.858, within(1e-9));
        assertThat(study.weighted().gap().value()).isCloseTo(-0.9007, within(1e-9));
        var first = as(() -> figures.gaps(opened)).items().getFirst();
        assertThat(first.gap().value()).isCloseTo(-0.65, within(1e-9));
        assertThat(first.expected().value()).isEqualTo(6);
        assertThat(first.perceived().value()).isCloseTo(5.35, within(1e-9));
        assertThat(first.claim()).isEqualTo(Claim.LOWER);
        assertThat(as(() -> figures.open(survey, Filter.of("language", "en"))).cells()
            .differences(first.key(), opened.survey().measures().pairs().getFirst().scale())
            .mean()).isCloseTo(-0.65, within(1e-9));
    }

    @Test
    void kanoCoefficientsAreTheGivenOnes() {
        var asked = Asked.template(jdbc, templates, "kano", "CONFIDENTIAL");
        var survey = asked.field("W1", MAY, "CONFIDENTIAL");
        Map<String, Integer> pairs = Map.of("like/neutral", 35, "like/dislike", 25, "must/dislike", 20,
                "neutral/neutral", 15, "dislike/like", 3, "like/like", 2);
        pairs.forEach((pair, n) -> asked.answers(survey, MAY, n, "{}",
                "{\"remote.f\":\"%s\",\"remote.d\":\"%s\"}".formatted(pair.split("/")[0], pair.split("/")[1])));
        rolling.advance();
        var remote = as(() -> figures.kano(figures.open(survey))).features().getFirst();
        assertThat(remote.category()).isEqualTo(KanoCategory.ATTRACTIVE);
        assertThat(remote.better().value()).isCloseTo(0.631578947, within(1e-9));
        assertThat(remote.worse().value()).isCloseTo(-0.473684211, within(1e-9));
        assertThat(remote.reverse().value()).isCloseTo(3, within(1e-9));
    }

    @Test
    void weightsOfAnswersCostWhatKishSays() {
        var asked = Asked.questions(jdbc, "NAMED", Asked.scale("nps", "NPS", 0, 10, ""));
        var survey = asked.field("W1", MAY, "NAMED");
        for (var weight : List.of("1", "1", "1", "1", "2", "2", "4")) {
            asked.answer(survey, MAY, null, weight, "{}", "{\"nps\":9}");
        }
        rolling.advance();
        var quality = as(() -> figures.quality(figures.open(survey)));
        assertThat(quality.effective()).isCloseTo(5.142857143, within(1e-9));
        assertThat(quality.designEffect()).isCloseTo(1.361111111, within(1e-9));
    }

    @Test
    void anIndexOfThreeItemsIsTheGivenOne() {
        var asked = Asked.questions(jdbc, "NAMED", Asked.scale("s1", "RATING", 1, 10, ",\"role\":\"OVERALL\""),
                Asked.scale("s2", "RATING", 1, 10, ",\"role\":\"EXPECTANCY\""),
                Asked.scale("s3", "RATING", 1, 10, ",\"role\":\"IDEAL\""));
        var survey = asked.field("W1", MAY, "NAMED");
        for (int i = 0; i < 20; i++) {
            asked.answer(survey, MAY, "{}",
                    "{\"s1\":%d,\"s2\":%d,\"s3\":%d}".formatted(8 + i % 2 * 2 - 1, 7 + i % 2, 6 + i % 2 * 2));
        }
        rolling.advance();
        var index = as(() -> studying.index(figures.open(survey)));
        assertThat(index.acsiType().value()).isCloseTo(72.222222222, within(1e-8));
        assertThat(index.acsiType().n()).isEqualTo(20);
    }

    @Test
    void theIndexOfTheTemplateIsFittedThoughNobodyIsAskedBothQuestionsAboutComplaints() {
        var asked = Asked.template(jdbc, templates, "ecsi", "CONFIDENTIAL");
        var survey = asked.field("W1", MAY, "CONFIDENTIAL");
        var dice = new Random(11);
        for (int i = 0; i < 120; i++) {
            var items = new ArrayList<String>();
            double taste = 6 + 1.5 * dice.nextGaussian();
            for (var item : List.of("image1", "image2", "image3", "image4", "image5", "expect1", "expect2", "expect3",
                    "quality1", "quality2", "quality3", "quality4", "quality5", "quality6", "quality7", "value1",
                    "value2", "satis1", "satis2", "satis3", "loyal1", "loyal3",
                    (i % 3 == 0) ? "complain1" : "complain2")) {
                items.add("\"%s\":%d".formatted(item, Math.clamp(Math.round(taste + dice.nextGaussian()), 1, 10)));
            }
            items.add("\"complained\":\"%s\"".formatted((i % 3 == 0) ? "yes" : "no"));
            asked.answer(survey, MAY, "{}", "{" + String.join(",", items) + "}");
        }
        rolling.advance();
        var index = as(() -> studying.index(figures.open(survey)));
        assertThat(index.why()).isNull();
        assertThat(index.ecsi().n()).isEqualTo(120);
        assertThat(index.ecsi().constructs()).extracting(it -> it.name())
            .containsExactly("image", "expectation", "quality", "value", "satisfaction", "complaints", "loyalty");
        assertThat(index.acsiType().n()).isEqualTo(120);
    }

    @Test
    void driversAreThoseOfTheAnswers() {
        var asked = Asked.questions(jdbc, "NAMED", Asked.scale("y", "RATING", 1, 10, ",\"role\":\"OVERALL\""),
                Asked.scale("a", "RATING", 1, 10, ",\"role\":\"DRIVER\""),
                Asked.scale("b", "RATING", 1, 10, ",\"role\":\"DRIVER\""));
        var survey = asked.field("W1", MAY, "NAMED");
        var dice = new Random(3);
        var columns = new double[3][80];
        for (int i = 0; i < 80; i++) {
            columns[1][i] = 1 + dice.nextInt(10);
            columns[2][i] = 1 + dice.nextInt(10);
            columns[0][i] = Math.clamp(Math.round(columns[1][i] * .6 + columns[2][i] * .2 + dice.nextInt(3)), 1, 10);
            asked.answer(survey, MAY, "{}",
                    "{\"y\":%.0f,\"a\":%.0f,\"b\":%.0f}".formatted(columns[0][i], columns[1][i], columns[2][i]));
        }
        rolling.advance();
        var expected = DriverAnalysis.shapley(Columns.of(List.of("y", "a", "b"), columns), "y", List.of("a", "b"),
                Bootstrap.NONE);
        var opened = as(() -> figures.open(survey));
        var found = as(() -> studying.drivers(opened, "y", List.of("a", "b"), null)).drivers();
        assertThat(found.n()).isEqualTo(80);
        assertThat(found.rSquared().value()).isCloseTo(expected.rSquared().value(), within(1e-12));
        assertThat(found.drivers().getFirst().share().value()).isCloseTo(expected.drivers().getFirst().share().value(),
                within(1e-12));
        assertThat(found.drivers().getFirst().percent().interval()).isNotNull();
        assertThat(as(() -> studying.drivers(opened, "y", List.of("a", "b"), null))).as("read again, as it was kept")
            .isEqualTo(as(() -> studying.drivers(opened, "y", List.of("a", "b"), null)));
    }

    @Test
    void rakedAnswersHaveTheSharesOfEverybody() {
        var asked = Asked.questions(jdbc, "NAMED", Asked.scale("nps", "NPS", 0, 10, ""));
        var survey = asked.field("W1", MAY, "NAMED");
        asked.answers(survey, MAY, 60, "{\"tier\":\"1\"}", "{\"nps\":10}");
        asked.answers(survey, MAY, 40, "{\"tier\":\"2\"}", "{\"nps\":0}");
        for (int i = 0; i < 4; i++) {
            invite(survey, (i < 2) ? 1 : 2);
        }
        rolling.advance();
        var weighted = as(() -> weighing.weigh(figures.open(survey), List.of("tier"), Weighted.Basis.INVITED));
        assertThat(weighted.why()).isNull();
        assertThat(weighted.items().getFirst().plain().value()).isCloseTo(20, within(1e-9));
        assertThat(weighted.items().getFirst().weighted().value()).isCloseTo(0, within(1e-6));
        assertThat(weighted.shares()).allSatisfy(it -> assertThat(it.weighted()).isCloseTo(50, within(1e-6)));
        assertThat(weighted.designEffect()).isCloseTo(1 + .04 / .96, within(1e-6));
    }

    @Test
    void nothingHiddenFollowsFromWhatIsShown() {
        var dice = new Random(5);
        for (int round = 0; round < 3_000; round++) {
            Map<String, Long> parts = new LinkedHashMap<>();
            long total = 0;
            for (int i = 0; i < 1 + dice.nextInt(6); i++) {
                long n = (dice.nextInt(3) == 0) ? dice.nextInt(6) : dice.nextInt(60);
                parts.put("p" + i, n);
                total += n;
            }
            total += dice.nextInt(3);
            var hidden = Gate.hidden(parts, total);
            long unseen = total;
            for (var part : parts.entrySet()) {
                boolean shown = !hidden.contains(part.getKey());
                assertThat(shown && part.getValue() > 0 && part.getValue() < 5).as(parts + " " + hidden).isFalse();
                unseen -= shown ? part.getValue() : 0;
            }
            assertThat(unseen == 0 || unseen >= 5 || total < 5 || unseen == total)
                .as(parts + " of " + total + " " + hidden)
                .isTrue();
        }
    }

    private void invite(UUID survey, int tier) {
        var customer = Uuid7.next();
        jdbc.sql(
                """
                        insert into customer (id, number, kind, status, name, name_key, tier, search, created_at, updated_at, version)
                        values (?, ?, 'COMPANY', 'CUSTOMER', 'x', 'x', ?, ''::tsvector, now(), now(), 0)
                        """)
            .params(customer, "K-" + customer, tier)
            .update();
        jdbc.sql(
                """
                        insert into survey_invitation (id, survey_id, customer_id, channel, language, state, not_before, created_at,
                            version) values (?, ?, ?, 'MAIL', 'zh', 'SENT', now(), now(), 0)
                        """)
            .params(Uuid7.next(), survey, customer)
            .update();
    }

}
