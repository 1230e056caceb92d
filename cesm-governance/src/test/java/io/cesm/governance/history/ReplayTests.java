package io.cesm.governance.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import io.cesm.domain.calendar.BusinessTime;
import io.cesm.domain.calendar.CalendarDefinition;
import io.cesm.domain.calendar.WorkingHours;
import io.cesm.governance.history.Replay.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayTests {

    private static final BusinessTime ALWAYS = BusinessTime.of(new CalendarDefinition(ZoneId.of("UTC"),
            Arrays.stream(DayOfWeek.values())
                .collect(Collectors.toMap(it -> it, it -> WorkingHours.parse("00:00-24:00", "week"))),
            null, null), 2020, 2027);

    @Test
    void countsWhoseTurnItWasAndStandsStillForTheCustomerAndAfterTheSolution() {
        var it = Replay.of(List.of(event(0, PastState.QUEUED, "A"), event(2, PastState.WORKING, "A"),
                event(3, PastState.CUSTOMER, "A"), event(53, PastState.WORKING, "A"), event(54, PastState.DONE, "A"),
                event(100, PastState.WORKING, "A"), event(101, PastState.DONE, "A")), ALWAYS);
        assertThat(it.waiting()).isEqualTo(Duration.ofHours(2));
        assertThat(it.customer()).isEqualTo(Duration.ofHours(50));
        assertThat(it.used()).as("2 waiting, 1 + 1 + 1 at work").isEqualTo(Duration.ofHours(5));
        assertThat(it.ended()).isTrue();
    }

    @Test
    void tellsHandOffsFromThoseThatGoBack() {
        var it = Replay.of(List.of(event(0, PastState.WORKING, "A"), event(1, PastState.WORKING, "B"),
                event(2, PastState.WORKING, "A"), event(3, PastState.WORKING, ""), event(4, PastState.WORKING, "C"),
                event(5, PastState.WORKING, "B")), ALWAYS);
        assertThat(it.handOffs()).isEqualTo(4);
        assertThat(it.pingPongs()).as("back to A, back to B").isEqualTo(2);
        assertThat(it.holders()).isEqualTo(3);
        assertThat(it.ended()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({ "Accepted / In Progress, WORKING", "Queued / Awaiting Assignment, QUEUED",
            "Accepted / Wait - User, CUSTOMER", "Completed / Resolved, DONE", "Accepted / Assigned, QUEUED",
            "已关闭, DONE", "待分配, QUEUED", "等待客户反馈, CUSTOMER", "处理中, WORKING" })
    void understandsTheWordsOfOtherSystems(String said, PastState state) {
        assertThat(PastState.of(said)).isEqualTo(state);
    }

    @Test
    void readsMomentsInTheUsualWritings() {
        assertThat(PastCasesKind.moment("2010-03-31T15:59:42+01:00", false)).isEqualTo("2010-03-31T14:59:42Z");
        assertThat(PastCasesKind.moment("2026-11-27 09:00", false)).isEqualTo("2026-11-27T01:00:00Z");
        assertThat(PastCasesKind.moment("2026/03/07", true)).isEqualTo("2026-03-07T10:00:00Z");
        assertThat(PastCasesKind.moment("2019-12-31", true)).isEqualTo("2019-12-31T10:00:00Z");
        assertThat(PastCasesKind.moment("31/12/2019", false)).isNull();
    }

    private static Event event(int hours, PastState state, String holder) {
        return new Event(Instant.parse("2026-01-05T00:00:00Z").plus(Duration.ofHours(hours)), state, holder);
    }

}
