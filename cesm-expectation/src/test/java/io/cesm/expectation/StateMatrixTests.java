package io.cesm.expectation;

import static io.cesm.expectation.ExpectationState.CAPTURED;
import static io.cesm.expectation.ExpectationState.CLARIFIED;
import static io.cesm.expectation.ExpectationState.COMMITTED;
import static io.cesm.expectation.ExpectationState.CONFIRMED;
import static io.cesm.expectation.ExpectationState.DECLINED;
import static io.cesm.expectation.ExpectationState.DELIVERED;
import static io.cesm.expectation.ExpectationState.MERGED;
import static io.cesm.expectation.ExpectationState.NOT_MET;
import static io.cesm.expectation.ExpectationState.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.cesm.domain.kernel.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StateMatrixTests {

    /**
     * The life as it is printed: which verb leads from where to where. Everything else is
     * refused.
     */
    private static final Map<Verb, Map<ExpectationState, ExpectationState>> LIFE = Map.of(Verb.CLARIFY,
            Map.of(CAPTURED, CLARIFIED, CLARIFIED, CLARIFIED), Verb.COMMIT,
            Map.of(CLARIFIED, COMMITTED, NOT_MET, COMMITTED), Verb.ADJUST,
            Map.of(CLARIFIED, COMMITTED, COMMITTED, COMMITTED, NOT_MET, COMMITTED), Verb.DECLINE,
            Map.of(CLARIFIED, DECLINED), Verb.DELIVER, Map.of(COMMITTED, DELIVERED), Verb.CONFIRM,
            Map.of(DELIVERED, CONFIRMED), Verb.NOT_MEET, Map.of(DELIVERED, NOT_MET), Verb.WITHDRAW, open(WITHDRAWN),
            Verb.MERGE, open(MERGED));

    private static Map<ExpectationState, ExpectationState> open(ExpectationState end) {
        return Map.of(CAPTURED, end, CLARIFIED, end, COMMITTED, end, DELIVERED, end, NOT_MET, end);
    }

    static Stream<Arguments> everyVerbInEveryState() {
        return Arrays.stream(Verb.values())
            .flatMap(verb -> Arrays.stream(ExpectationState.values()).map(state -> Arguments.of(verb, state)));
    }

    @ParameterizedTest
    @MethodSource("everyVerbInEveryState")
    void leadsWhereTheLifeSaysOrIsRefusedWithASentence(Verb verb, ExpectationState state) {
        var expectation = Lives.in(state);
        var next = LIFE.get(verb).get(state);
        if (next != null) {
            Lives.apply(verb, expectation);
            assertThat(expectation.state()).isEqualTo(next);
            return;
        }
        var before = ExpectationFacts.of(expectation);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Lives.apply(verb, expectation))
            .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(verb.reason()))
            .satisfies(refusal -> assertThat(refusal.args()).isEqualTo(List.of(state)));
        assertThat(ExpectationFacts.of(expectation)).isEqualTo(before);
    }

}
