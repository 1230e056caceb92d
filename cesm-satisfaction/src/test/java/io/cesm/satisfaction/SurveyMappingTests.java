package io.cesm.satisfaction;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.level.Scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SurveyMappingTests {

    private static final String HEAD = "column,item,dimension,level,min,max,reversed,missing\n";

    @Test
    void readsPairsScalesAndMissingCodes() {
        var mapping = SurveyMappingFile
            .read("\uFEFF" + HEAD + "Q1 expected,Q1,delivery,E,1,7,,0|99\nQ1 felt,Q1,delivery,p,1,5,yes,\n");

        assertThat(mapping.items())
            .containsExactly(new SurveyItem("Q1", "delivery", Scale.of(1, 7), Scale.of(1, 5).turned()));
        var expected = mapping.columns().getFirst();
        assertThat(expected.answer(" 99 ")).isEmpty();
        assertThat(expected.answer("")).isEmpty();
        assertThat(expected.answer("7")).hasValue(new BigDecimal("7"));
    }

    @Test
    void findsColumnsByHeadingWhereverTheyStand() {
        var mapping = SurveyMappingFile.read(HEAD + "b,Q1,delivery,E,1,7,,\na  c,Q2,delivery,E,1,7,,\n");

        assertThat(mapping.places(List.of("x", " a c", "b")).values()).containsExactly(2, 1);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> mapping.places(List.of("b", "x")));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> mapping.places(List.of("b", "a c", "b")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "8", "0", "seven", "1e999999999", "7777777777777777777777777777777" })
    void refusesWhatIsNoAnswer(String cell) {
        var column = SurveyMappingFile.read(HEAD + "b,Q1,delivery,E,1,7,,\n").columns().getFirst();

        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> column.answer(cell));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "b,Q1,delivery,C,1,7,,\n", "b,Q1,delivery,E,7,1,,\n", "b,Q1,delivery,E,one,7,,\n",
            "b,,delivery,E,1,7,,\n", "b,Q1,delivery,E,1,7,,\nb,Q2,delivery,E,1,7,,\n",
            "b,Q1,delivery,E,1,7,,\nc,Q1,delivery,E,1,7,,\n", "b,Q1,delivery,E,1,7,,\nc,Q1,solution,P,1,7,,\n",
            "\"b,Q1" })
    void refusesAMappingThatCannotBeMeant(String lines) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> SurveyMappingFile.read(HEAD + lines));
    }

}
