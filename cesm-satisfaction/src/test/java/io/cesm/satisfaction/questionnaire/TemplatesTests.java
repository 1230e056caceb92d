package io.cesm.satisfaction.questionnaire;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class TemplatesTests {

    private static final Set<String> DIMENSIONS = Set.of("product_quality", "delivery", "service_response",
            "technical_support", "solution", "commercial", "communication", "innovation");

    static Stream<Map.Entry<String, Portable>> templates() {
        return new Templates().all().entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void areWholeInBothLanguages(Map.Entry<String, Portable> template) {
        var definition = template.getValue().definition();

        assertThat(Languages.missing(definition, "zh")).isEmpty();
        assertThat(Languages.missing(definition, "en")).isEmpty();
        assertThat(Portable.read(template.getValue().write())).isEqualTo(template.getValue());
    }

    @ParameterizedTest
    @MethodSource("templates")
    void measureInDimensionsThatExist(Map.Entry<String, Portable> template) {
        template.getValue().definition().questions().forEach(question -> {
            if (question.head().dimension() != null) {
                assertThat(DIMENSIONS).contains(question.head().dimension());
            }
            if (question instanceof Question.Matrix matrix) {
                assertThat(matrix.rows()).allSatisfy(row -> assertThat(DIMENSIONS).contains(row.dimension()));
            }
        });
    }

    @Test
    void askWhatTheMethodsAskFor() {
        var templates = new Templates().all();

        assertThat(templates.get("servqual").definition().questions()).filteredOn(it -> it.type() == QuestionType.PAIR)
            .hasSize(22);
        assertThat(templates.get("ecsi").definition().questions().stream().map(Question::id)).filteredOn(
                it -> it.matches("(image|expect|quality|value|satis|complain|loyal)[0-9]") && !it.equals("complain2"))
            .hasSize(24);
    }

}
