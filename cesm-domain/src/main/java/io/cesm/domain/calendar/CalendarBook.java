package io.cesm.domain.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.time.CompanyTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The calendars there are, and the time of each. A version never changes, so the time
 * that was worked out for it is kept.
 */
@Component
@Transactional(readOnly = true)
public class CalendarBook {

    private static final int FIRST_YEAR = 2005;

    private static final int YEARS_AHEAD = 15;

    private static final int KEPT = 64;

    private static final String SELECT = """
            select c.id, c.code, c.name, c.name_en, v.version, v.definition
              from business_calendar c
              join business_calendar_version v on v.calendar_id = c.id and v.version =\s""";

    private final JdbcClient jdbc;

    private final JsonMapper json;

    private final Clock clock;

    private final Map<Kept, BusinessTime> times = new ConcurrentHashMap<>();

    CalendarBook(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    private record Kept(CalendarId calendar, int version, int lastYear) {
    }

    /** All calendars as they are now, by name. */
    public List<BusinessCalendar> all() {
        return jdbc.sql(SELECT + "c.version order by c.name, c.id").query(this::calendar).list();
    }

    public Optional<BusinessCalendar> find(String code) {
        return jdbc.sql(SELECT + "c.version where c.code = :code").param("code", code).query(this::calendar).optional();
    }

    /**
     * The calendar of that code as it is now.
     * @throws UnknownThing if there is none
     */
    public BusinessCalendar require(String code) {
        return find(code).orElseThrow(UnknownThing::new);
    }

    /** The calendar as one of its versions said it. */
    public BusinessCalendar require(String code, int version) {
        return jdbc.sql(SELECT + ":version where c.code = :code")
            .param("code", code)
            .param("version", version)
            .query(this::calendar)
            .optional()
            .orElseThrow(UnknownThing::new);
    }

    /** What the calendar was through time, newest first. */
    public List<CalendarVersionRow> versions(String code) {
        return jdbc.sql("""
                select v.version, v.made_at, s.name as made_by, v.note
                  from business_calendar_version v
                  join business_calendar c on c.id = v.calendar_id
                  left join staff s on s.id = v.made_by
                 where c.code = :code order by v.version desc limit 100""")
            .param("code", code)
            .query((rs, i) -> new CalendarVersionRow(rs.getInt("version"),
                    rs.getObject("made_at", OffsetDateTime.class).toInstant(), rs.getString("made_by"),
                    rs.getString("note")))
            .list();
    }

    /** The time of a calendar, some years back and ahead. */
    public BusinessTime time(BusinessCalendar calendar) {
        int lastYear = lastYear();
        if (times.size() > KEPT) {
            times.clear();
        }
        return times.computeIfAbsent(new Kept(calendar.id(), calendar.version(), lastYear),
                it -> BusinessTime.of(calendar.definition(), FIRST_YEAR, lastYear));
    }

    /**
     * The time of the calendar of that code as it is now; what it says is read only if it
     * is not known yet.
     */
    public BusinessTime timeOf(String code) {
        var now = jdbc.sql("select c.id, c.version from business_calendar c where c.code = :code")
            .param("code", code)
            .query((rs, i) -> new Kept(new CalendarId(rs.getObject(1, UUID.class)), rs.getInt(2), lastYear()))
            .optional()
            .orElseThrow(UnknownThing::new);
        var known = times.get(now);
        return known != null ? known : time(require(code, now.version()));
    }

    /** The time of a version of a calendar, which never changes. */
    public BusinessTime timeOf(CalendarId id, String code, int version) {
        var known = times.get(new Kept(id, version, lastYear()));
        return known != null ? known : time(require(code, version));
    }

    private int lastYear() {
        return CompanyTime.today(clock).getYear() + YEARS_AHEAD;
    }

    private BusinessCalendar calendar(ResultSet rs, int i) throws SQLException {
        return new BusinessCalendar(new CalendarId(rs.getObject("id", UUID.class)), rs.getString("code"),
                rs.getString("name"), rs.getString("name_en"), rs.getInt("version"),
                json.readValue(rs.getString("definition"), CalendarDefinition.class));
    }

}
