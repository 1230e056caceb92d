package io.cesm.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;

import io.cesm.domain.kernel.FieldRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HolidayFileTests {

    @Test
    void readsDaysOffAndWorkingWeekends() {
        var days = HolidayFile.read(file("""
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20260501
                DTEND;VALUE=DATE:20260506
                SUMMARY:劳动节（休）
                END:VEVENT
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20260509
                SUMMARY:劳动节\\, 补
                 班
                END:VEVENT
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20260312
                SUMMARY:植树节
                END:VEVENT
                """), true);

        assertThat(days).hasSize(6).extracting(DayRule::kind).endsWith(DayKind.WORKDAY);
        assertThat(days.getFirst().date()).isEqualTo(LocalDate.of(2026, 5, 1));
        assertThat(days.get(4).date()).isEqualTo(LocalDate.of(2026, 5, 5));
        assertThat(days.getLast().name()).isEqualTo("劳动节, 补班");
    }

    @Test
    void believesTheMarkOfACalendarProgram() {
        var days = HolidayFile.read(file("""
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20260214
                SUMMARY:Spring Festival
                X-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY
                END:VEVENT
                """), true);

        assertThat(days).singleElement().extracting(DayRule::kind).isEqualTo(DayKind.WORKDAY);
    }

    @Test
    void repeatsWhatComesEveryYearAndLeavesOutWhatWasCancelled() {
        var days = HolidayFile.read(file("""
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20260101
                RRULE:FREQ=YEARLY
                SUMMARY:New Year
                END:VEVENT
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20260102
                STATUS:CANCELLED
                SUMMARY:Bridge day
                END:VEVENT
                """), false);

        assertThat(days).hasSize(10).extracting(it -> it.date().getDayOfMonth()).containsOnly(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "no calendar", "<html></html>", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT",
            "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20261301\r\nSUMMARY:x\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
            "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20260101\r\nDTEND:20280101\r\nSUMMARY:x\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
            "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20260101\r\nRRULE:FREQ=SECONDLY\r\nSUMMARY:x\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n" })
    void refusesWhatItCannotRead(String text) {
        assertThatExceptionOfType(FieldRefusal.class).isThrownBy(() -> HolidayFile.read(text, false));
    }

    private static String file(String events) {
        return ("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//x//EN\n" + events + "END:VCALENDAR\n").replace("\n",
                "\r\n");
    }

}
