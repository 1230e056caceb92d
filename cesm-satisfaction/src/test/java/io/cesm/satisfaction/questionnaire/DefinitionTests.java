package io.cesm.satisfaction.questionnaire;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class DefinitionTests {

    private static final String EVERYTHING = """
            {'id': 'q1', 'type': 'NPS', 'text': {'en': 'a'}, 'role': 'LOYALTY', 'required': true,
             'scale': {'min': 0, 'max': 10}, 'na': [{'id': 'na', 'text': {'en': 'cannot say'}}]},
            {'id': 'q2', 'type': 'MATRIX', 'text': {'en': 'a'}, %1$s, 'shuffle': true,
             'rows': [{'id': 'r1', 'text': {'en': 'row'}, 'dimension': 'delivery', 'role': 'PERCEPTION'}]},
            {'id': 'q3', 'type': 'PAIR', 'text': {'en': 'a'}, %1$s, 'expected': {'en': 'e'}, 'perceived': {'en': 'p'}},
            {'id': 'q4', 'type': 'KANO', 'text': {'en': 'a'}, 'functional': {'en': 'f'}, 'dysfunctional': {'en': 'd'},
             'answers': [{'en': '1'}, {'en': '2'}, {'en': '3'}, {'en': '4'}, {'en': '5'}]},
            {'id': 'q5', 'type': 'MULTI', 'text': {'en': 'a'}, 'atMost': 2,
             'options': [{'id': 'a', 'text': {'en': 'A'}}, {'id': 'b', 'text': {'en': 'B'}, 'other': true}],
             'show': {'tests': [{'of': 'q1', 'op': 'AT_MOST', 'values': ['6']}]}},
            {'id': 'q6', 'type': 'RANKING', 'text': {'en': 'a'}, 'top': 1,
             'options': [{'id': 'a', 'text': {'en': 'A'}}, {'id': 'b', 'text': {'en': 'B'}, 'fixed': true}]},
            {'id': 'q7', 'type': 'TEXT', 'text': {'en': 'a'}, 'lines': true, 'max': 500, 'form': 'EMAIL'},
            {'id': 'q8', 'type': 'NUMBER', 'text': {'en': 'a'}, 'min': 0, 'max': 99.5, 'decimals': 1, 'unit': {'en': 'h'}},
            {'id': 'q9', 'type': 'DATE', 'text': {'en': 'a'}, 'min': '2026-01-01'},
            {'id': 'q10', 'type': 'FILE', 'text': {'en': 'a'}, 'megabytes': 3, 'picturesOnly': true},
            {'id': 'q11', 'type': 'CONSENT', 'text': {'en': 'a'}, 'label': {'en': 'I agree'}},
            {'id': 'q12', 'type': 'STATEMENT', 'text': {'en': 'a'}}"""
        .formatted(Samples.SCALE);

    @Test
    void isTheSameAfterWritingAndReading() {
        var definition = Samples.of(EVERYTHING);

        assertThat(DefinitionJson.read(DefinitionJson.text(definition))).isEqualTo(definition);
        assertThat(definition.questions()).hasSize(12);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "{'id':'q1','type':'NPS','text':{'en':'a'},'scale':{'min':1,'max':10}} | pages.0.blocks.0.questions.0.scale.max | scale_of_nps",
            "{'id':'Q 1','type':'STATEMENT','text':{'en':'a'}} | pages.0.blocks.0.questions.0.id | id",
            "{'id':'q1','type':'STATEMENT','text':{'zh':'a'}} | pages.0.blocks.0.questions.0.text | base_language",
            "{'id':'q1','type':'STATEMENT','text':{'en':'a'},'colour':'red'} | pages.0.blocks.0.questions.0.colour | unknown_field",
            "{'id':'b1','type':'STATEMENT','text':{'en':'a'}} | pages.0.blocks.0.questions.0.id | twice",
            "{'id':'q1','type':'SINGLE','text':{'en':'a'},'options':[{'id':'a','text':{'en':'A'}}]} | pages.0.blocks.0.questions.0.options | two_options",
            "{'id':'q1','type':'STATEMENT','text':{'en':'a'},'show':{'tests':[{'of':'q9','op':'ANSWERED'}]}} | pages.0.blocks.0.questions.0.show.tests.0.of | earlier",
            "{'id':'q1','type':'NUMBER','text':{'en':'a'},'min':9,'max':1} | pages.0.blocks.0.questions.0.max | order",
            "{'id':'q1','type':'TELEPATHY','text':{'en':'a'}} | pages.0.blocks.0.questions.0.type | choice" })
    void saysWhereAndWhatIsWrong(String question, String path, String code) {
        var refused = catchThrowableOfType(FaultyDefinition.class, () -> Samples.of(question));

        assertThat(refused.faults()).anySatisfy(fault -> {
            assertThat(fault.path()).isEqualTo(path);
            assertThat(fault.code()).isEqualTo(code);
        });
    }

    @Test
    void isNotReadFromJsonThatIsNone() {
        assertThat(catchThrowableOfType(FaultyDefinition.class, () -> DefinitionJson.read("{\n\"a\": }")).faults())
            .containsExactly(Fault.of("", "no_json", 2));
        assertThat(catchThrowableOfType(FaultyDefinition.class, () -> DefinitionJson.read("[]")).faults())
            .contains(Fault.of("", "object"));
        assertThat(catchThrowableOfType(FaultyDefinition.class,
                () -> DefinitionJson.read("[".repeat(3000) + "]".repeat(3000)))
            .faults()).hasSize(1);
    }

    @Test
    void losesNothingWhenQuestionsMove() {
        var two = Edits.addPage(Samples.of(EVERYTHING));
        var moved = Edits.move(two, "q12", false);

        assertThat(moved.pages().get(1).questions()).extracting(Question::id).containsExactly("q12");
        assertThat(Edits.move(moved, "q12", true).pages().get(0).questions()).hasSize(12);
        assertThat(Edits.moveTo(two, "q12", "b1", 0).questions()).extracting(Question::id).startsWith("q12", "q1");
    }

}
