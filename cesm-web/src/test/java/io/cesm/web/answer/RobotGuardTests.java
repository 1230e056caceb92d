package io.cesm.web.answer;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import io.cesm.domain.timeline.ChainKey;
import io.cesm.satisfaction.answer.AnswerSeal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;

/** What a program meets at a link that anybody may answer, and a person does not. */
class RobotGuardTests {

    private static final String SECRET = "the secret of this browser";

    private static final int PER_MINUTE = 2;

    private static final String NO_WORK = "";

    private final Ticking clock = new Ticking();

    private final RobotGuard guard = new RobotGuard(sealOf("one"), clock, PER_MINUTE);

    private String mark = "";

    @BeforeEach
    void theFormIsMade() {
        mark = guard.mark(SECRET);
    }

    @Test
    void aPersonWhoReadsTheFormIsLetThrough() {
        clock.pass(Duration.ofSeconds(3));

        assertThat(ask(null, mark, NO_WORK)).isNull();
        assertThat(ask("  ", mark, NO_WORK)).isNull();
    }

    @Test
    void aFieldThatPeopleDoNotSeeIsNotFilledInByPeople() {
        clock.pass(Duration.ofMinutes(1));

        assertThat(ask("https://example.com", mark, NO_WORK)).isEqualTo("answer.robot.field");
    }

    @Test
    void nobodyAnswersWithinThreeSeconds() {
        clock.pass(Duration.ofSeconds(2));
        assertThat(ask(null, mark, NO_WORK)).isEqualTo("answer.robot.fast");
    }

    @Test
    void aFormIsGoodForTwoDays() {
        clock.pass(Duration.ofDays(2));
        assertThat(ask(null, mark, NO_WORK)).isNull();

        clock.pass(Duration.ofSeconds(1));
        assertThat(ask(null, mark, NO_WORK)).isEqualTo("answer.robot.old");
    }

    @Test
    void theMomentOfTheFormCannotBeInvented() {
        var earlier = clock.instant().minusSeconds(60).getEpochSecond();
        clock.pass(Duration.ofMinutes(1));

        for (var invented : new String[] { "", "x", earlier + "", earlier + ".", earlier + mark.substring(10),
                "-1" + mark.substring(10), mark + "0" }) {
            assertThat(ask(null, invented, NO_WORK)).as(invented).isEqualTo("answer.robot.old");
        }
        assertThat(guard.objection("another browser's", null, mark, NO_WORK, from("203.0.113.7")))
            .as("a mark of somebody else's form")
            .isEqualTo("answer.robot.old");
        var strange = new RobotGuard(sealOf("two"), clock, PER_MINUTE);
        assertThat(strange.objection(SECRET, null, mark, NO_WORK, from("203.0.113.7"))).as("another key")
            .isEqualTo("answer.robot.old");
    }

    @Test
    void aNetworkAnswersSoOftenAMinuteAndWithWorkMoreOften() {
        clock.pass(Duration.ofSeconds(30));
        for (int i = 0; i < PER_MINUTE; i++) {
            assertThat(ask(null, mark, NO_WORK)).isNull();
        }
        assertThat(ask(null, mark, NO_WORK)).isEqualTo("answer.robot.many");
        assertThat(ask(null, mark, "12")).as("work that was not done").isEqualTo("answer.robot.many");
        assertThat(guard.objection(SECRET, null, mark, NO_WORK, from("198.51.100.9"))).as("another network").isNull();

        assertThat(ask(null, mark, work(mark))).as("work a browser does by itself").isNull();
    }

    @Test
    void workIsWorthAnHourOfAScriptAndNothingWithoutItsForm() {
        var done = work(mark);

        assertThat(RobotGuard.worked(mark, done)).isTrue();
        assertThat(RobotGuard.worked(mark + "x", done)).as("the work of another form").isFalse();
        assertThat(RobotGuard.worked(mark, "")).isFalse();
        assertThat(RobotGuard.worked(mark, "9".repeat(11))).isFalse();
        assertThat(RobotGuard.worked(mark, "1; drop")).isFalse();
        assertThat(Integer.parseInt(done)).as("tries it took").isGreaterThan(100);
    }

    private static AnswerSeal sealOf(String node) {
        return new AnswerSeal(
                new ChainKey("a key of thirty-two bytes and more, %s".formatted(node).getBytes(US_ASCII)));
    }

    private static String work(String challenge) {
        int tries = 0;
        while (!RobotGuard.worked(challenge, Integer.toString(tries))) {
            tries++;
        }
        return Integer.toString(tries);
    }

    private @Nullable String ask(@Nullable String site, String made, String work) {
        return guard.objection(SECRET, site, made, work, from("203.0.113.7"));
    }

    private static MockHttpServletRequest from(String address) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        return request;
    }

    private static final class Ticking extends Clock {

        private Instant now = Instant.parse("2026-03-02T08:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

    }

}
