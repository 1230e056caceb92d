package io.cesm.domain.complaint;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;

import io.cesm.domain.calendar.BusinessTime;
import io.cesm.domain.calendar.CalendarDefinition;
import io.cesm.domain.calendar.WorkingHours;
import org.junit.jupiter.api.Test;

class ComplaintClockTests {

    private static final BusinessTime TIME = time("08:00-18:00");

    @Test
    void warnsAtThreeQuartersAndIsDueAtTheEnd() {
        var clock = begin("2026-03-10T16:00", 4);

        assertThat(clock.warnAt()).isEqualTo(at("2026-03-11T09:00"));
        assertThat(clock.dueAt()).isEqualTo(at("2026-03-11T10:00"));
        assertThat(clock.isNear(at("2026-03-11T09:30"))).isTrue();
        assertThat(clock.isOverdue(at("2026-03-11T10:00"))).isFalse();
        assertThat(clock.isOverdue(at("2026-03-11T10:01"))).isTrue();
    }

    @Test
    void aPauseOfThreeHoursMovesTheDueTimeByThreeHours() {
        var clock = begin("2026-03-10T09:00", 6).pause(TIME, at("2026-03-10T11:00"))
            .resume(TIME, at("2026-03-10T14:00"));

        assertThat(clock.dueAt()).isEqualTo(at("2026-03-10T18:00"));
        assertThat(clock.pausedTimes()).isEqualTo(1);
    }

    @Test
    void aMachineWhoseClockWasSetBackUsesNoTime() {
        var stopped = begin("2026-03-10T10:00", 2).stop(TIME, at("2026-03-10T09:00"));

        assertThat(stopped.used()).isZero();
        assertThat(stopped.state()).isEqualTo(ClockState.MET);
    }

    @Test
    void manyPausesLoseNotASecond() {
        var clock = begin("2026-03-10T09:00", 8);
        var now = at("2026-03-10T09:00");
        for (int i = 0; i < 500; i++) {
            now = now.plus(Duration.ofMillis(7_777));
            clock = clock.pause(TIME, now);
            now = now.plus(Duration.ofMillis(3_333));
            clock = clock.resume(TIME, now);
        }

        assertThat(clock.used()).isEqualTo(Duration.ofMillis(500 * 7_777));
        assertThat(TIME.between(now, requireNonNull(clock.dueAt())))
            .isEqualTo(Duration.ofHours(8).minus(Duration.ofMillis(500 * 7_777)));
    }

    @Test
    void whilePausedNothingIsDueHoweverLongItTakes() {
        var clock = begin("2026-03-10T09:00", 2).pause(TIME, at("2026-03-10T10:00"));

        assertThat(clock.dueAt()).isNull();
        assertThat(clock.isOverdue(at("2027-01-01T00:00"))).isFalse();
        assertThat(clock.resume(TIME, at("2026-06-10T10:00")).dueAt()).isEqualTo(at("2026-06-10T11:00"));
    }

    @Test
    void stoppedInTimeIsMetAndLaterIsLate() {
        assertThat(begin("2026-03-10T16:00", 4).stop(TIME, at("2026-03-11T10:00")).state()).isEqualTo(ClockState.MET);
        assertThat(begin("2026-03-10T16:00", 4).stop(TIME, at("2026-03-11T10:01")).state()).isEqualTo(ClockState.LATE);
        assertThat(begin("2026-03-10T16:00", 4).end(TIME, at("2026-03-10T17:00")).state()).isEqualTo(ClockState.ENDED);
    }

    @Test
    void timeThatIsOverdueCannotBeWonBackByAPause() {
        var clock = begin("2026-03-10T09:00", 2).pause(TIME, at("2026-03-10T13:00"))
            .resume(TIME, at("2026-03-11T09:00"));

        assertThat(clock.isOverdue(at("2026-03-11T09:01"))).isTrue();
        assertThat(clock.stop(TIME, at("2026-03-11T09:02")).state()).isEqualTo(ClockState.LATE);
    }

    @Test
    void anotherTargetKeepsTheTimeThatWasUsed() {
        var clock = begin("2026-03-10T09:00", 8).retarget("二级", Duration.ofHours(3), TIME, at("2026-03-10T11:00"));

        assertThat(clock.dueAt()).isEqualTo(at("2026-03-10T12:00"));
        assertThat(clock.policy()).isEqualTo("二级");
    }

    private static ComplaintClock begin(String local, int hours) {
        return ComplaintClock.begin(ClockKind.RESOLUTION, "三级", Duration.ofHours(hours), TIME, at(local));
    }

    private static BusinessTime time(String hours) {
        Map<DayOfWeek, WorkingHours> week = new EnumMap<>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            week.put(day, WorkingHours.parse(day.getValue() > 5 ? "" : hours, "hours"));
        }
        return BusinessTime.of(new CalendarDefinition(ZoneId.of("Asia/Shanghai"), week, null, null), 2026, 2027);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }

}
