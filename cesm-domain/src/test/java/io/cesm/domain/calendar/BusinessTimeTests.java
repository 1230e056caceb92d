package io.cesm.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessTimeTests {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static final DayRule MAY_DAY = rule("2026-05-01", DayKind.HOLIDAY);

    @Test
    void fourHoursFromFourInTheAfternoonAreDueAtTenTheNextWorkingDay() {
        var time = time("08:00-18:00");

        assertThat(time.add(at("2026-03-10T16:00"), Duration.ofHours(4))).isEqualTo(at("2026-03-11T10:00"));
        assertThat(time.add(at("2026-03-13T16:00"), Duration.ofHours(4))).isEqualTo(at("2026-03-16T10:00"));
    }

    @Test
    void sixteenHoursOfEightHourDaysAreTwoBusinessDays() {
        var time = time("09:00-12:00, 13:00-18:00");

        assertThat(time.add(at("2026-03-10T09:00"), Duration.ofHours(16))).isEqualTo(at("2026-03-11T18:00"));
        assertThat(time.between(at("2026-03-10T09:00"), at("2026-03-12T09:00"))).isEqualTo(Duration.ofHours(16));
    }

    @Test
    void aDayHasSeveralBlocksAndTheBreakDoesNotCount() {
        var time = time("08:00-12:00, 13:30-18:00");

        assertThat(time.add(at("2026-03-10T12:30"), Duration.ofHours(1))).isEqualTo(at("2026-03-10T14:30"));
        assertThat(time.add(at("2026-03-10T11:30"), Duration.ofHours(1))).isEqualTo(at("2026-03-10T14:00"));
        assertThat(time.isOpen(at("2026-03-10T12:30"))).isFalse();
    }

    @Test
    void holidaysDoNotCountAndWorkingWeekendsDo() {
        var time = BusinessTime.of(week("08:00-18:00").with(List.of(MAY_DAY, rule("2026-05-04", DayKind.HOLIDAY),
                rule("2026-05-05", DayKind.HOLIDAY), rule("2026-05-09", DayKind.WORKDAY))), 2026, 2026);

        assertThat(time.add(at("2026-04-30T17:00"), Duration.ofHours(2))).isEqualTo(at("2026-05-06T09:00"));
        assertThat(time.add(at("2026-05-08T17:00"), Duration.ofHours(2))).as("调休 Saturday")
            .isEqualTo(at("2026-05-09T09:00"));
        assertThat(time.between(at("2026-05-09T00:00"), at("2026-05-10T00:00"))).isEqualTo(Duration.ofHours(10));
    }

    @Test
    void whatEndsWithTheDayIsDueAtItsEndAndNeverAtNight() {
        var time = time("08:00-18:00");

        assertThat(time.add(at("2026-03-10T16:00"), Duration.ofHours(2))).isEqualTo(at("2026-03-10T18:00"));
        assertThat(time.add(at("2026-03-10T23:59"), Duration.ofMinutes(1))).isEqualTo(at("2026-03-11T08:01"));
        assertThat(time.add(at("2026-03-13T22:00"), Duration.ZERO)).isEqualTo(at("2026-03-16T08:00"));
    }

    @Test
    void anotherZoneIsAnotherDay() {
        var berlin = new CalendarDefinition(ZoneId.of("Europe/Berlin"), week("09:00-17:00").getWeek(), null, null);
        var time = BusinessTime.of(berlin, 2026, 2026);

        assertThat(time.add(at("2026-03-10T09:00"), Duration.ofHours(1)))
            .isEqualTo(Instant.parse("2026-03-10T09:00:00Z"));
    }

    @Test
    void hoursTheWallClockSkipsDoNotCountAndHoursItShowsTwiceCountTwice() {
        var always = new CalendarDefinition(ZoneId.of("Europe/Berlin"), everyDay("00:00-24:00"), null, null);
        var nights = new CalendarDefinition(ZoneId.of("Europe/Berlin"), everyDay("01:00-04:00"), null, null);
        var spring = Instant.parse("2026-03-28T23:00:00Z");
        var autumn = Instant.parse("2026-10-24T22:00:00Z");

        assertThat(BusinessTime.of(always, 2026, 2026).between(spring, spring.plus(Duration.ofHours(23))))
            .isEqualTo(Duration.ofHours(23));
        assertThat(BusinessTime.of(nights, 2026, 2026).between(spring, spring.plus(Duration.ofHours(23))))
            .isEqualTo(Duration.ofHours(2));
        assertThat(BusinessTime.of(nights, 2026, 2026).between(autumn, autumn.plus(Duration.ofHours(25))))
            .isEqualTo(Duration.ofHours(4));
    }

    @Test
    void addingAndMeasuringUndoEachOther() {
        var time = time("08:00-12:00, 13:30-18:00");
        var due = time.add(at("2026-03-10T12:30"), Duration.ofSeconds(98_765));

        assertThat(time.between(at("2026-03-10T12:30"), due)).isEqualTo(Duration.ofSeconds(98_765));
        assertThat(time.between(due, at("2026-03-10T12:30"))).isEqualTo(Duration.ofSeconds(-98_765));
    }

    @Test
    void saysThatItKnowsNothingOfYearsItDoesNotCover() {
        var time = time("08:00-18:00");

        assertThatExceptionOfType(Refusal.class)
            .isThrownBy(() -> time.add(at("2026-12-30T16:00"), Duration.ofHours(4_000)));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> time.nextOpen(at("1999-01-01T00:00")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "9-12", "09:00-08:00", "09:00-12:00, 11:00-13:00", "25:00-26:00", "09:61-10:00",
            "09:00-24:30", "morning" })
    void refusesHoursNobodyCanWork(String text) {
        assertThatExceptionOfType(FieldRefusal.class).isThrownBy(() -> WorkingHours.parse(text, "monday"))
            .satisfies(it -> assertThat(it.field()).isEqualTo("monday"));
    }

    @Test
    void readsHoursAsPeopleTypeThem() {
        assertThat(WorkingHours.parse("9:00–12:00，13:30至18:00", "monday")).hasToString("09:00-12:00, 13:30-18:00");
        assertThat(WorkingHours.parse("00:00-24:00", "monday").minutes()).isEqualTo(1440);
        assertThat(WorkingHours.parse(" ", "monday").isOff()).isTrue();
    }

    @Test
    void equalsTheSlowModelOnRandomCalendars() {
        long seed = Long.getLong("cesm.seed", System.nanoTime());
        System.out.println("BusinessTimeTests seed: " + seed);
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 60; i++) {
            var calendar = randomCalendar(random);
            var time = BusinessTime.of(calendar, 2025, 2027);
            var slow = new SlowBusinessTime(calendar, Duration.ofMinutes(1));
            for (int j = 0; j < 8; j++) {
                var from = at("2026-01-10T00:00").plus(Duration.ofMinutes(random.nextInt(480_000)));
                var amount = Duration.ofMinutes(random.nextInt(1_500));
                var to = from.plus(Duration.ofMinutes(random.nextInt(8_000)));
                var what = "seed " + seed + ", " + calendar.getZone() + " " + calendar.getWeek() + " " + from + " + "
                        + amount;
                assertThat(time.add(from, amount)).as(what).isEqualTo(slow.add(from, amount));
                assertThat(time.between(from, to)).as(what + " to " + to).isEqualTo(slow.between(from, to));
                assertThat(time.isOpen(from)).as(what).isEqualTo(slow.isOpen(from));
            }
        }
    }

    private static CalendarDefinition randomCalendar(SplittableRandom random) {
        var zones = List.of("Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe",
                "Asia/Kathmandu");
        Map<DayOfWeek, WorkingHours> week = new EnumMap<>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            week.put(day, random.nextInt(4) == 0 ? WorkingHours.NONE : randomHours(random));
        }
        week.put(DayOfWeek.TUESDAY, randomHours(random));
        List<DayRule> days = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            var kind = DayKind.values()[random.nextInt(3)];
            days.add(new DayRule(LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365)), kind,
                    kind == DayKind.HOLIDAY ? null : randomHours(random), "x", "x"));
        }
        return new CalendarDefinition(ZoneId.of(zones.get(random.nextInt(zones.size()))), week, days, null);
    }

    private static WorkingHours randomHours(SplittableRandom random) {
        List<WorkingHours.Block> blocks = new ArrayList<>();
        int at = random.nextInt(300);
        for (int i = 0; i <= random.nextInt(3); i++) {
            int end = Math.min(1440, at + 30 + random.nextInt(500));
            if (end - at >= 1) {
                blocks.add(new WorkingHours.Block(at, end));
            }
            at = Math.min(1440, end + random.nextInt(120));
        }
        return new WorkingHours(blocks);
    }

    private static BusinessTime time(String hours) {
        return BusinessTime.of(week(hours), 2025, 2026);
    }

    private static CalendarDefinition week(String hours) {
        Map<DayOfWeek, WorkingHours> week = everyDay(hours);
        week.remove(DayOfWeek.SATURDAY);
        week.remove(DayOfWeek.SUNDAY);
        return new CalendarDefinition(SHANGHAI, week, null, null);
    }

    private static Map<DayOfWeek, WorkingHours> everyDay(String hours) {
        Map<DayOfWeek, WorkingHours> week = new EnumMap<>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            week.put(day, WorkingHours.parse(hours, "hours"));
        }
        return week;
    }

    private static DayRule rule(String day, DayKind kind) {
        return new DayRule(LocalDate.parse(day), kind, null, "劳动节", "Labour Day");
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

}
