package io.cesm.domain.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.StaleVersion;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Subject;
import io.cesm.domain.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeping business calendars. Whatever changes makes a new version; due times that were
 * counted with an older one stay as they are.
 */
@Service
@Transactional
public class TendingCalendars {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{1,39}");

    private static final int LONGEST_NAME = 80;

    private static final int LONGEST_STRETCH = 60;

    private final CalendarBook book;

    private final CurrentActor current;

    private final Timeline timeline;

    private final Clock clock;

    private final JdbcClient jdbc;

    private final JsonMapper json;

    TendingCalendars(CalendarBook book, CurrentActor current, Timeline timeline, Clock clock, JdbcClient jdbc,
            JsonMapper json) {
        this.book = book;
        this.current = current;
        this.timeline = timeline;
        this.clock = clock;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Begins a calendar. */
    public BusinessCalendar add(String code, String name, @Nullable String nameEn, CalendarDefinition definition) {
        current.actor().requireMay(Right.SETTINGS);
        if (!CODE.matcher(code).matches()) {
            throw new FieldRefusal("code", "calendar.code");
        }
        if (book.find(code).isPresent()) {
            throw new FieldRefusal("code", "calendar.code.taken", code);
        }
        var made = new BusinessCalendar(new CalendarId(Uuid7.next()), code, Texts.required(name, LONGEST_NAME, "name"),
                Texts.optional(nameEn, LONGEST_NAME, "nameEn"), 1, definition);
        jdbc.sql("insert into business_calendar (id, code, name, name_en, version) values (:id, :code, :name, :en, 1)")
            .param("id", made.id().id())
            .param("code", code)
            .param("name", made.name())
            .param("en", made.nameEn())
            .update();
        keep(made, null);
        timeline.record(Change.of(subject(made), "ADDED").with("name", null, made.name()));
        return made;
    }

    /** Changes name, zone and hours of the week. */
    public BusinessCalendar revise(String code, long seen, String name, @Nullable String nameEn,
            CalendarDefinition definition, @Nullable String note) {
        return change(code, seen, "REVISED", note,
                it -> new BusinessCalendar(it.id(), it.code(), Texts.required(name, LONGEST_NAME, "name"),
                        Texts.optional(nameEn, LONGEST_NAME, "nameEn"), it.version(), definition));
    }

    /** Gives a stretch of days a rule of their own. */
    public BusinessCalendar mark(String code, long seen, Collection<DayRule> days, @Nullable String note) {
        return change(code, seen, "DAYS_MARKED", note, it -> defined(it, it.definition().with(days)));
    }

    /** Makes the days of a stretch like their weekdays again. */
    public BusinessCalendar unmark(String code, long seen, LocalDate from, LocalDate to) {
        checkStretch(from, to);
        return change(code, seen, "DAYS_UNMARKED", null, it -> defined(it, it.definition().without(from, to)));
    }

    /** Says whether the days of a year were announced. */
    public BusinessCalendar note(String code, long seen, YearNotice notice) {
        return change(code, seen, "YEAR_NOTED", null, it -> defined(it, it.definition().with(notice)));
    }

    /** Refuses a stretch that runs backwards or is too long to be meant. */
    public static void checkStretch(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw new FieldRefusal("to", "period.ends_before_it_begins");
        }
        if (from.plusDays(LONGEST_STRETCH).isBefore(to)) {
            throw new FieldRefusal("to", "calendar.stretch", LONGEST_STRETCH);
        }
    }

    private BusinessCalendar change(String code, long seen, String action, @Nullable String note,
            UnaryOperator<BusinessCalendar> how) {
        current.actor().requireMay(Right.SETTINGS);
        var before = book.require(code);
        StaleVersion.check(seen, before.version());
        var wished = how.apply(before);
        if (wished.equals(before)) {
            return before;
        }
        var after = new BusinessCalendar(wished.id(), wished.code(), wished.name(), wished.nameEn(),
                before.version() + 1, wished.definition());
        int hit = jdbc
            .sql("update business_calendar set name = :name, name_en = :en, version = :next"
                    + " where id = :id and version = :seen")
            .param("name", after.name())
            .param("en", after.nameEn())
            .param("next", after.version())
            .param("id", after.id().id())
            .param("seen", before.version())
            .update();
        if (hit == 0) {
            throw new StaleVersion(seen, before.version() + 1L);
        }
        var words = Texts.optional(note, 500, "note");
        keep(after, words);
        timeline.record(Change.of(subject(after), action)
            .with("name", before.name(), after.name())
            .with("calendarVersion", before.version(), after.version())
            .note(words));
        return after;
    }

    private static BusinessCalendar defined(BusinessCalendar it, CalendarDefinition definition) {
        return new BusinessCalendar(it.id(), it.code(), it.name(), it.nameEn(), it.version(), definition);
    }

    private void keep(BusinessCalendar it, @Nullable String note) {
        var by = current.actor().staff();
        jdbc.sql("insert into business_calendar_version (calendar_id, version, definition, note, made_at, made_by)"
                + " values (:id, :version, cast(:definition as jsonb), :note, :at, :by)")
            .param("id", it.id().id())
            .param("version", it.version())
            .param("definition", json.writeValueAsString(it.definition()))
            .param("note", note)
            .param("at", clock.instant().atOffset(ZoneOffset.UTC))
            .param("by", by == null ? null : by.id())
            .update();
    }

    private static Subject subject(BusinessCalendar it) {
        return new Subject("CALENDAR", it.id().id(), it.name(), null);
    }

}
