package io.cesm.web.calendar;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.cesm.domain.calendar.BusinessCalendar;
import io.cesm.domain.calendar.CalendarDefinition;
import io.cesm.domain.calendar.DayKind;
import io.cesm.domain.calendar.DayRule;
import io.cesm.domain.calendar.TendingCalendars;
import io.cesm.domain.calendar.WorkingHours;
import io.cesm.domain.kernel.FieldRefusal;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What people fill in about calendars. */
final class CalendarForms {

    private CalendarForms() {
    }

    static ZoneId zone(@Nullable String text) {
        try {
            return ZoneId.of(text == null ? "" : text.strip());
        }
        catch (DateTimeException unknown) {
            throw new FieldRefusal("zone", "calendar.zone");
        }
    }

    /** Name, zone and the hours of the week; the code only for a new one. */
    record WeekForm(@Size(max = 40) @Nullable String code, @NotBlank @Size(max = 80) @Nullable String name,
            @Size(max = 80) @Nullable String nameEn, @NotBlank @Size(max = 60) @Nullable String zone,
            @Size(max = 200) @Nullable String monday, @Size(max = 200) @Nullable String tuesday,
            @Size(max = 200) @Nullable String wednesday, @Size(max = 200) @Nullable String thursday,
            @Size(max = 200) @Nullable String friday, @Size(max = 200) @Nullable String saturday,
            @Size(max = 200) @Nullable String sunday, @Size(max = 500) @Nullable String note, @Nullable Long version) {

        static WeekForm blank() {
            var office = "09:00-12:00, 13:30-18:00";
            return new WeekForm(null, null, null, "Asia/Shanghai", office, office, office, office, office, null, null,
                    null, null);
        }

        static WeekForm of(BusinessCalendar it) {
            var week = it.definition().getWeek();
            return new WeekForm(it.code(), it.name(), it.nameEn(), it.definition().getZone().getId(),
                    text(week, DayOfWeek.MONDAY), text(week, DayOfWeek.TUESDAY), text(week, DayOfWeek.WEDNESDAY),
                    text(week, DayOfWeek.THURSDAY), text(week, DayOfWeek.FRIDAY), text(week, DayOfWeek.SATURDAY),
                    text(week, DayOfWeek.SUNDAY), null, (long) it.version());
        }

        private static String text(Map<DayOfWeek, WorkingHours> week, DayOfWeek day) {
            return week.getOrDefault(day, WorkingHours.NONE).toString();
        }

        CalendarDefinition over(@Nullable CalendarDefinition before) {
            return before == null ? new CalendarDefinition(CalendarForms.zone(zone), week(), null, null)
                    : before.open(CalendarForms.zone(zone), week());
        }

        private Map<DayOfWeek, WorkingHours> week() {
            Map<DayOfWeek, WorkingHours> week = new EnumMap<>(DayOfWeek.class);
            week.put(DayOfWeek.MONDAY, WorkingHours.parse(monday, "monday"));
            week.put(DayOfWeek.TUESDAY, WorkingHours.parse(tuesday, "tuesday"));
            week.put(DayOfWeek.WEDNESDAY, WorkingHours.parse(wednesday, "wednesday"));
            week.put(DayOfWeek.THURSDAY, WorkingHours.parse(thursday, "thursday"));
            week.put(DayOfWeek.FRIDAY, WorkingHours.parse(friday, "friday"));
            week.put(DayOfWeek.SATURDAY, WorkingHours.parse(saturday, "saturday"));
            week.put(DayOfWeek.SUNDAY, WorkingHours.parse(sunday, "sunday"));
            return week;
        }

    }

    /** A stretch of days that are otherwise. */
    record DaysForm(@NotNull @Nullable LocalDate from, @Nullable LocalDate to, @NotNull @Nullable DayKind kind,
            @Size(max = 200) @Nullable String hours, @NotBlank @Size(max = 60) @Nullable String name,
            @Size(max = 60) @Nullable String nameEn, @Nullable Long version) {

        static DaysForm blank(long version) {
            return new DaysForm(null, null, DayKind.HOLIDAY, null, null, null, version);
        }

        List<DayRule> rules() {
            var first = requireNonNull(from);
            var last = to == null ? first : to;
            TendingCalendars.checkStretch(first, last);
            var own = WorkingHours.parse(hours, "hours");
            List<DayRule> rules = new ArrayList<>();
            for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
                rules.add(new DayRule(day, requireNonNull(kind), own, name == null ? "" : name,
                        nameEn == null ? "" : nameEn));
            }
            return rules;
        }

    }

}
