package io.cesm.satisfaction.questionnaire;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class MethodCheckerTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = { "en | Don't you agree that we are fast? | leading",
                    "en | How satisfied are you with the delivery? | leading",
                    "en | How satisfied or dissatisfied are you with the delivery? | ",
                    "en | How do you rate our world-class service? | loaded",
                    "en | How fast and friendly was the engineer? | double",
                    "en | The engineer did not leave without cleaning up. | negative",
                    "en | Deliveries are always on time. | absolute", "zh | 难道您不认为我们的响应很快吗？ | leading",
                    "zh | 您对这次服务满意吗？ | leading", "zh | 您对这次服务满意还是不满意？ | ", "zh | 您怎么评价我们优质的服务？ | loaded",
                    "zh | 工程师的响应速度和服务态度怎么样？ | double", "zh | 产品质量、交付速度怎么样？ | double", "zh | 与您的期望相比，我们做得怎么样？ | ",
                    "zh | 工程师没有不按时到场。 | negative", "zh | 交货总是准时。 | absolute" })
    void readsWordingAsAMethodologistWould(String language, String text, String code) {
        var found = Wording.of(text, language, true).stream().map(Wording.Hit::code).toList();

        if (code == null) {
            assertThat(found).isEmpty();
        }
        else {
            assertThat(found).contains(code);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = { "excellent, very good, good, poor | 3 : 1",
                    "very satisfied, satisfied, neither satisfied nor dissatisfied, dissatisfied, very dissatisfied |",
                    "很满意, 满意, 比较满意, 不满意 | 3 : 1", "很满意, 满意, 一般, 不满意, 很不满意 |" })
    void countsGoodAndBadAnswers(String labels, String lopsided) {
        assertThat(Balance.lopsided(List.of(labels.split(", "))).orElse(null)).isEqualTo(lopsided);
    }

    @Test
    void missesAWayOutAndWordsAtTheEnds() {
        var bare = Samples.of("{'id': 'q1', 'type': 'MATRIX', 'text': {'en': 'a'}, 'scale': {'min': 1, 'max': 5},"
                + " 'rows': [{'id': 'r1', 'text': {'en': 'row'}}]}");

        assertThat(codes(bare)).contains("ends", "no_na");
    }

    @Test
    void noticesChangedWordsOfACertifiedQuestion() {
        var model = Samples.of("{'id': 'q1', 'type': 'TEXT', 'text': {'en': 'What was missing?'}}")
            .questions()
            .getFirst();
        var same = DefinitionJson.tree(model);
        same.put("id", "q7").put("bank", "nps-company");
        var other = same.deepCopy();
        other.withObject("/text").put("en", "What went wrong?");

        var definition = Samples.of("{'id': 'q1', 'type': 'STATEMENT', 'text': {'en': 'a'}}");
        var certified = Map.of("nps-company", model);
        assertThat(MethodChecker.check(definition, DefinitionJson.question(same), certified)).isEmpty();
        assertThat(MethodChecker.check(definition, DefinitionJson.question(other), certified))
            .anyMatch(it -> it.code().equals("certified"));
    }

    static Stream<Map.Entry<String, Portable>> templates() {
        return new Templates().all().entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void hasNothingSeriousAgainstTheTemplates(Map.Entry<String, Portable> template) {
        var it = template.getValue();

        assertThat(MethodChecker.check(it.definition(), it.kind(), Map.of())).filteredOn(Finding::serious)
            .as(template.getKey())
            .isEmpty();
    }

    private static List<String> codes(Definition definition) {
        return MethodChecker.check(definition, SurveyKind.SERVICE, Map.of()).stream().map(Finding::code).toList();
    }

}
