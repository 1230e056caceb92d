package io.cesm.satisfaction.fielding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.cesm.domain.kernel.FieldRefusal;

class FieldingRulesTests {

    private static final Guard GUARD = new Guard(60, 14, LocalTime.of(9, 0), LocalTime.of(19, 0), false,
            List.of(LocalDate.of(2026, 10, 1)), List.of(LocalDate.of(2026, 10, 10)), List.of(), 0);

    @Test
    void mailsWaitForTheDayAndItsHours() {
        assertThat(next("2026-09-30T02:00:00Z")).as("Wednesday at ten").isEqualTo("2026-09-30T02:00:00Z");
        assertThat(next("2026-09-29T22:00:00Z")).as("six in the morning").isEqualTo("2026-09-30T01:00:00Z");
        assertThat(next("2026-09-30T11:00:00Z")).as("evening before a holiday").isEqualTo("2026-10-02T01:00:00Z");
        assertThat(next("2026-10-09T12:00:00Z")).as("a Saturday at work").isEqualTo("2026-10-10T01:00:00Z");
        assertThat(next("2026-10-10T12:00:00Z")).as("over the Sunday").isEqualTo("2026-10-12T01:00:00Z");
    }

    @Test
    void aDrawCanBeRepeatedAndEverybodyHasTheSameChance() {
        var frame = IntStream.range(0, 40).boxed().toList();
        var order = RandomDraw.inOrder(RandomDraw.numbers(frame, 7), 0, it -> 0);
        assertThat(RandomDraw.inOrder(RandomDraw.numbers(frame, 7), 0, it -> 0)).isEqualTo(order);
        assertThat(RandomDraw.inOrder(RandomDraw.numbers(frame, 8), 0, it -> 0)).isNotEqualTo(order);
        var times = new int[40];
        for (long seed = 0; seed < 4_000; seed++) {
            RandomDraw.inOrder(RandomDraw.numbers(frame, seed * 7919), 0, it -> 0)
                .subList(0, 10)
                .forEach(it -> times[it.who()]++);
        }
        double chi = IntStream.of(times).mapToDouble(it -> (it - 1000.0) * (it - 1000.0) / 1000.0).sum();
        assertThat(chi).as("chi square of 40 equal chances, 99.99 % limit").isLessThan(83);
    }

    @Test
    void theSampleIsCountedForASmallFrame() {
        var plan = SamplePlan.of(Map.of(1, 20L, 2, 60L), 5, 95, 100, false);
        assertThat(plan.needed()).as("N = 80, e = .05").isEqualTo(67);
        assertThat(plan.tiers().get(1).needed() + plan.tiers().get(2).needed()).isBetween(67L, 68L);
        assertThat(SamplePlan.of(Map.of(0, 500L), 5, 95, 50, false).asked()).isEqualTo(436);
        assertThat(SamplePlan.of(Map.of(), 5, 95, 50, true).asked()).isZero();
        assertThatExceptionOfType(FieldRefusal.class).isThrownBy(() -> SamplePlan.of(Map.of(), 0, 95, 50, true))
            .satisfies(it -> assertThat(it.field()).isEqualTo("margin"));
    }

    @Test
    void mailsHaveNoLogicAndNeedTheirLink() {
        assertThat(MailPlaces.fill("{{contact}}, {{evil}} {{link}}", Map.of("contact", "{{link}} $1", "link", "L")))
            .isEqualTo("{{link}} $1,  L");
        for (var body : List.of("no place", "{{link}} {{constructor}}", "{{link}} {{ T(java.lang.Runtime) }}")) {
            assertThatExceptionOfType(FieldRefusal.class)
                .isThrownBy(() -> SurveySettings.usual().saying(Map.of("en", new MailText("Hello", body)), Map.of()));
        }
        for (var language : List.of("zh", "en")) {
            var usual = MailTexts.invitation(SurveySettings.usual(), language);
            assertThat(MailText.judged(usual, language)).isEqualTo(usual);
            assertThat(usual.body()).contains("{{link}}", "{{stop}}");
            assertThat(MailTexts.reminder(SurveySettings.usual(), language).body()).contains("{{link}}", "{{stop}}");
        }
    }

    @Test
    void anAddressIsInOurNetworkOrNot() {
        var ours = List.of("10.0.0.0/8", "2001:db8::/32", "192.0.2.7");
        assertThat(Networks.contain(ours, "10.200.3.4")).isTrue();
        assertThat(Networks.contain(ours, "11.0.0.1")).isFalse();
        assertThat(Networks.contain(ours, "192.0.2.7")).isTrue();
        assertThat(Networks.contain(ours, "192.0.2.8")).isFalse();
        assertThat(Networks.contain(ours, "2001:db8:1::1")).isTrue();
        assertThat(Networks.contain(ours, "example.com")).isFalse();
        for (var wrong : List.of("10.0.0.0/33", "10.0.0/x", "example.com", "10.0.0.1/8/9", "")) {
            assertThat(Networks.isOne(wrong)).as(wrong).isFalse();
        }
    }

    private static String next(String at) {
        return SendTimes.next(GUARD, Instant.parse(at)).toString();
    }

}
