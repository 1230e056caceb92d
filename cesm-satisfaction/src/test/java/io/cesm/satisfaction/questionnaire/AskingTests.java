package io.cesm.satisfaction.questionnaire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AskingTests {

    private static final String RECOMMEND = "{'id': 'q1', 'type': 'NPS', 'text': {'en': 'Recommend?'}, 'required': true,"
            + " 'scale': {'min': 0, 'max': 10}, 'na': [{'id': 'na', 'text': {'en': 'Cannot say'}}]}";

    private static final Definition WHY = Samples.of(RECOMMEND
            + """
                    , {'id': 'q2', 'type': 'TEXT', 'text': {'en': 'You said {{q1}}. What was missing, {{contact|dear reader}}?'},
                       'required': true, 'show': {'tests': [{'of': 'q1', 'op': 'AT_MOST', 'values': ['6']}]}},
                      {'id': 'q3', 'type': 'TEXT', 'text': {'en': 'What was good?'},
                       'show': {'tests': [{'of': 'q1', 'op': 'AT_LEAST', 'values': ['9']}]}},
                      {'id': 'q4', 'type': 'TEXT', 'text': {'en': 'For the first tier'},
                       'show': {'tests': [{'of': 'data.tier', 'op': 'IS', 'values': ['1']}]}}""");

    private static final Definition RIVALS = Samples
        .whole("""
                {'languages': ['en'], 'title': {'en': 'Try'}, 'pages': [
                  {'id': 'p1', 'blocks': [{'id': 'b1', 'questions': [
                    {'id': 'known', 'type': 'MULTI', 'text': {'en': 'Whom do you know?'}, 'options': [
                      {'id': 'a', 'text': {'en': 'Alpha'}}, {'id': 'b', 'text': {'en': 'Beta'}},
                      {'id': 'o', 'text': {'en': 'Other'}, 'other': true},
                      {'id': 'none', 'text': {'en': 'None'}, 'exclusive': true}]}]}]},
                  {'id': 'p2', 'blocks': [{'id': 'b2', 'title': {'en': 'About {{each}}'}, 'repeat': {'over': 'known', 'most': 2},
                    'questions': [{'id': 'q5', 'type': 'RATING', 'text': {'en': 'Quality'}, 'role': 'COMPETITOR', %s}]}]}]}"""
            .formatted(Samples.SCALE));

    @ParameterizedTest
    @CsvSource({ "6, q1 q2", "0, q1 q2", "7, q1", "9, q1 q3", "10, q1 q3", "na, q1", ", q1" })
    void showsWhatTheAnswersAskFor(String recommend, String keys) {
        assertThat(asked(WHY, Circumstances.unknown(1), answers("q1", recommend))).isEqualTo(List.of(keys.split(" ")));
    }

    @Test
    void knowsTheCustomerBeforehand() {
        var first = new Circumstances(1, Map.of("tier", "1"), Map.of());

        assertThat(asked(WHY, first, Answers.none())).containsExactly("q1", "q4");
    }

    @Test
    void namesEveryFieldThatCanComeUp() {
        assertThat(new Asking(WHY, Circumstances.unknown(1)).fields()).containsExactlyInAnyOrder("q1", "q2", "q3",
                "q4");
        assertThat(new Asking(RIVALS, Circumstances.unknown(1)).fields()).contains("known", "known.o", "q5@a", "q5@o")
            .doesNotContain("q5", "q5@z");
    }

    @Test
    void forgetsWhatIsNoLongerAsked() {
        var said = answers("q1", "9", "q2", "left over", "q3", "the people");
        var pages = new Asking(WHY, Circumstances.unknown(1)).pages(said);

        assertThat(Extraction.of(pages, said)).extracting(ItemAnswer::item).containsExactly("q1", "q3");
    }

    @Test
    void putsWhatIsKnownIntoTheWords() {
        var said = answers("q1", "3");
        var sheets = new Sheets(WHY, Circumstances.unknown(1), "en");
        var sheet = sheets.sheet(sheets.asking().pages(said), 0, said, List.of());

        assertThat(sheet.sections().getFirst().items().get(1).text())
            .isEqualTo("You said 3. What was missing, dear reader?");
    }

    @Test
    void asksAgainForEachThatWasChosen() {
        var said = answers("known", "b,o,a", "known.o", "Gamma", "q5@o", "6");
        var sheets = new Sheets(RIVALS, Circumstances.unknown(1), "en");
        var pages = sheets.asking().pages(said);

        assertThat(pages.get(1).keys()).containsExactly("q5@a", "q5@b");
        assertThat(sheets.sheet(pages, 1, said, List.of()).sections()).extracting(Sheet.Section::title)
            .containsExactly("About Alpha", "About Beta");
        assertThat(sheets.asking().pages(answers("known", "none"))).hasSize(1);
    }

    @Test
    void keepsItsOrderForOneRespondentAndMixesForMany() {
        var definition = Samples.of("""
                {'id': 'q1', 'type': 'SINGLE', 'text': {'en': 'Which?'}, 'shuffle': true, 'options': [
                  {'id': 'a', 'text': {'en': 'A'}}, {'id': 'b', 'text': {'en': 'B'}}, {'id': 'c', 'text': {'en': 'C'}},
                  {'id': 'z', 'text': {'en': 'Other'}, 'fixed': true}]}""");
        var seen = new LinkedHashMap<String, Integer>();
        for (long seed = 0; seed < 600; seed++) {
            var asking = new Asking(definition, Circumstances.unknown(seed));
            var options = ((Question.Choice) definition.questions().getFirst()).options();
            var order = asking.options(options, true, "q1").stream().map(Option::id).toList();
            assertThat(order).last().isEqualTo("z");
            assertThat(asking.options(options, true, "q1").stream().map(Option::id)).isEqualTo(order);
            seen.merge(order.getFirst(), 1, Integer::sum);
        }
        assertThat(seen.values()).allMatch(times -> times > 150);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = { "q1 |  | required", "q1 | 11 | choice", "q1 | 4,5 | choice", "q1 | 5 | fine", "q1 | na | fine" })
    void judgesAnAnswer(String key, String value, String code) {
        assertThat(judge(Samples.of(RECOMMEND), answers(key, value))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~',
            value = { "NUMBER | 'min': 1, 'max': 5, 'decimals': 1 | 5.5 | between",
                    "NUMBER | 'decimals': 1 | 5,5 | fine", "NUMBER | 'decimals': 0 | 5.5 | whole_number",
                    "NUMBER | 'decimals': 0 | NaN | whole_number", "NUMBER | 'decimals': 0 | 1e9999 | whole_number",
                    "DATE | 'min': '2026-01-01' | 2025-12-31 | not_before", "DATE | | 2026-02-31 | day",
                    "TEXT | 'max': 3 | four | too_long", "TEXT | 'form': 'EMAIL' | a@b | email",
                    "TEXT | 'form': 'EMAIL' | a@b.cn | fine", "TEXT | 'form': 'PHONE' | 021-6888 0000 | fine",
                    "CONSENT | 'label': {'en': 'I agree'}, 'required': true | | consent" })
    void judgesWhatIsWritten(String type, String more, String value, String code) {
        var definition = Samples
            .of("{'id': 'q1', 'type': '%s', 'text': {'en': 'a'}%s}".formatted(type, more == null ? "" : ", " + more));

        assertThat(judge(definition, answers("q1", value))).isEqualTo(code);
    }

    @Test
    void judgesPlacesAndChoices() {
        var ranking = Samples
            .of("""
                    {'id': 'q1', 'type': 'RANKING', 'text': {'en': 'a'}, 'top': 2, 'options': [{'id': 'a', 'text': {'en': 'A'}},
                     {'id': 'b', 'text': {'en': 'B'}}, {'id': 'c', 'text': {'en': 'C'}}]}""");
        assertThat(judge(ranking, answers("q1.a", "1", "q1.c", "2"))).isEqualTo("fine");
        assertThat(judge(ranking, answers("q1.a", "1", "q1.c", "1"))).isEqualTo("place_twice");
        assertThat(judge(ranking, answers("q1.a", "2"))).isEqualTo("places");
        assertThat(judge(ranking, Answers.none())).isEqualTo("fine");
        assertThat(judge(RIVALS, answers("known", "a,none"))).isEqualTo("exclusive");
        assertThat(judge(RIVALS, answers("known", "x"))).isEqualTo("choice");
    }

    @Test
    void takesExpectationAndPerceptionOutAsLevels() {
        var pair = Samples.of("{'id': 'q1', 'type': 'PAIR', 'text': {'en': 'a'}, 'dimension': 'delivery', "
                + "'expected': {'en': 'e'}, 'perceived': {'en': 'p'}, " + Samples.SCALE + "}");
        var said = answers("q1.e", "7", "q1.p", "4");

        assertThat(Extraction.of(new Asking(pair, Circumstances.unknown(1)).pages(said), said)).satisfiesExactly(e -> {
            assertThat(e.role()).isEqualTo(ItemRole.EXPECTATION);
            assertThat(e.level()).isEqualByComparingTo("100");
        }, p -> {
            assertThat(p.role()).isEqualTo(ItemRole.PERCEPTION);
            assertThat(p.dimension()).isEqualTo("delivery");
            assertThat(p.level()).isEqualByComparingTo("50");
        });
    }

    private static String judge(Definition definition, Answers answers) {
        var page = new Asking(definition, Circumstances.unknown(1)).pages(answers).getFirst();
        var faults = Judging.page(page, answers);
        return faults.isEmpty() ? "fine" : faults.getFirst().code();
    }

    private static List<String> asked(Definition definition, Circumstances circumstances, Answers answers) {
        return new Asking(definition, circumstances).pages(answers)
            .stream()
            .flatMap(page -> page.keys().stream())
            .toList();
    }

    private static Answers answers(String... pairs) {
        var values = new LinkedHashMap<String, List<String>>();
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i + 1] != null) {
                values.put(pairs[i], List
                    .of(pairs[i + 1].startsWith("5,") ? new String[] { pairs[i + 1] } : pairs[i + 1].split(",")));
            }
        }
        return new Answers(values);
    }

}
