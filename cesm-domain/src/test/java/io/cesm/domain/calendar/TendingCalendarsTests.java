package io.cesm.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import io.cesm.domain.kernel.StaleVersion;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.people.NotAllowed;
import io.cesm.domain.people.Scope;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.support.PostgresSlice;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

@PostgresSlice
class TendingCalendarsTests {

    @Autowired
    private TendingCalendars tending;

    @Autowired
    private CalendarBook book;

    @Test
    void shipsTheYearsThatWereAnnouncedAndMarksTheOneThatWasNot() {
        var china = book.require("cn").definition();

        assertThat(workingDays(china, 2024)).isEqualTo(251);
        assertThat(workingDays(china, 2025)).isEqualTo(248);
        assertThat(workingDays(china, 2026)).isEqualTo(248);
        assertThat(china.getYears()).extracting(YearNotice::published).containsExactly(true, true, true, false);
        assertThat(china.getDays()).filteredOn(it -> it.kind() == DayKind.WORKDAY)
            .allSatisfy(it -> assertThat(it.date().getDayOfWeek().getValue()).isGreaterThan(5));
        var time = book.time(book.require("cn"));
        assertThat(time.add(Instant.parse("2026-02-14T09:00:00Z"), Duration.ofHours(2))).as("over Spring Festival 2026")
            .isEqualTo(Instant.parse("2026-02-24T02:00:00Z"));
        assertThat(book.time(book.require("always")).add(Instant.parse("2026-02-14T09:00:00Z"), Duration.ofHours(24)))
            .isEqualTo(Instant.parse("2026-02-15T09:00:00Z"));
    }

    @Test
    void everyChangeIsAVersionThatStaysReadable() {
        var day = new DayRule(LocalDate.of(2026, 12, 31), DayKind.HOLIDAY, null, "盘点", "Stocktaking");
        var after = system(() -> tending.mark("cn", 1, List.of(day), "年终盘点"));

        assertThat(after.version()).isEqualTo(2);
        assertThat(book.require("cn").definition().hoursOn(day.date()).isOff()).isTrue();
        assertThat(book.require("cn", 1).definition().hoursOn(day.date()).isOff()).isFalse();
        assertThat(book.versions("cn")).extracting(CalendarVersionRow::note).containsExactly("年终盘点", null);
        assertThat(system(() -> tending.mark("cn", 2, List.of(day), null)).version()).as("nothing changed")
            .isEqualTo(2);
    }

    @Test
    void nobodyOverwritesWhatTheyHaveNotSeen() {
        system(() -> tending.note("cn", 1, new YearNotice(2027, true, "公告")));

        assertThatExceptionOfType(StaleVersion.class)
            .isThrownBy(() -> system(() -> tending.note("cn", 1, new YearNotice(2028, false, null))));
    }

    @Test
    void isForThoseWhoKeepTheSettings() {
        var nobody = Actor.staff(StaffId.next(), "赵敏", Set.of(), Scope.all(), "page", null);

        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> Acting.as(nobody,
                () -> tending.unmark("cn", 1, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 3))));
    }

    private static long workingDays(CalendarDefinition calendar, int year) {
        return LocalDate.of(year, 1, 1)
            .datesUntil(LocalDate.of(year + 1, 1, 1))
            .filter(it -> !calendar.hoursOn(it).isOff())
            .count();
    }

    private static <T> T system(Supplier<T> work) {
        return Acting.as(Actor.system("test"), work);
    }

}
