package io.cesm.satisfaction.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PublishCheckTests {

    static Stream<Map.Entry<String, Portable>> templates() {
        return new Templates().all().entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void greetingsOfTemplatesHoldInEveryMode(Map.Entry<String, Portable> template) {
        for (var mode : Anonymity.values()) {
            assertThat(promises(template.getValue().definition(), mode)).as(mode.name()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(value = Anonymity.class, names = { "NAMED", "CONFIDENTIAL" })
    void namesTheWordsThatPromiseWhatTheModeDoesNotKeep(Anonymity mode) {
        assertThat(promises(greeting("本次调查匿名，约六分钟。", "This survey is anonymous."), mode))
            .containsExactlyInAnyOrder("匿名", "anonymous");
    }

    @Test
    void acceptsAGreetingThatPromisesWhatTheModeKeeps() {
        assertThat(promises(greeting("本次调查匿名，约六分钟。", "This survey is anonymous."), Anonymity.ANONYMOUS)).isEmpty();
        assertThat(promises(greeting("您的姓名只有满意度办公室可以看到。", "Only our office sees your name."), Anonymity.CONFIDENTIAL))
            .isEmpty();
        assertThat(promises(greeting("您的姓名只有满意度办公室可以看到。", "Only our office sees your name."), Anonymity.NAMED))
            .containsExactlyInAnyOrder("只有满意度办公室可以看到", "Only our office sees");
    }

    private static Definition greeting(String zh, String en) {
        return Samples.whole("""
                {'languages': ['en', 'zh'], 'title': {'en': 'Try', 'zh': '试'}, 'intro': {'zh': '%s', 'en': '%s'},
                 'pages': [{'id': 'p1', 'blocks': [{'id': 'b1', 'questions': []}]}]}""".formatted(zh, en));
    }

    private static List<Object> promises(Definition it, Anonymity mode) {
        return PublishCheck.of(it, mode, Set.of())
            .stream()
            .filter(one -> one.code().equals("promise"))
            .flatMap(one -> one.args().stream())
            .toList();
    }

}
