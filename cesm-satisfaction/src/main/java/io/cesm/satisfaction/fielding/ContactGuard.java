package io.cesm.satisfaction.fielding;

import java.sql.Array;
import java.sql.Date;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.cesm.domain.kernel.StaleVersion;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Subject;
import io.cesm.domain.timeline.Timeline;

/** The contact guard of the company, read and revised. */
@Service
@Transactional
public class ContactGuard {

    private static final UUID SETTING = new UUID(0L, 0x6755L);

    private final JdbcClient jdbc;

    private final CurrentActor current;

    private final Timeline timeline;

    ContactGuard(JdbcClient jdbc, CurrentActor current, Timeline timeline) {
        this.jdbc = jdbc;
        this.current = current;
        this.timeline = timeline;
    }

    @Transactional(readOnly = true)
    public Guard now() {
        return jdbc.sql("select * from contact_guard")
            .query((rs, i) -> new Guard(rs.getInt("contact_days"), rs.getInt("customer_days"),
                    rs.getObject("from_time", LocalTime.class), rs.getObject("to_time", LocalTime.class),
                    rs.getBoolean("weekends"), days(rs.getArray("holidays")), days(rs.getArray("workdays")),
                    Arrays.asList((String[]) rs.getArray("own_networks").getArray()), rs.getLong("version")))
            .single();
    }

    /** Changes the rules, if nobody else has done so since. */
    public void revise(Guard guard) {
        current.actor().requireMay(Right.SETTINGS);
        var before = now();
        StaleVersion.check(guard.version(), before.version());
        jdbc.sql("""
                update contact_guard set contact_days = :contact, customer_days = :customer, from_time = :from,
                       to_time = :to, weekends = :weekends, holidays = cast(:holidays as date[]),
                       workdays = cast(:workdays as date[]), own_networks = :networks, version = version + 1""")
            .param("contact", guard.contactDays())
            .param("customer", guard.customerDays())
            .param("from", guard.from())
            .param("to", guard.to())
            .param("weekends", guard.weekends())
            .param("holidays", texts(guard.holidays()))
            .param("workdays", texts(guard.workdays()))
            .param("networks", guard.ownNetworks().toArray(String[]::new))
            .update();
        var change = Change.of(new Subject("SETTING", SETTING, "contact guard", null), "GUARD_REVISED")
            .with("contactDays", before.contactDays(), guard.contactDays())
            .with("customerDays", before.customerDays(), guard.customerDays())
            .with("sendFrom", before.from(), guard.from())
            .with("sendTo", before.to(), guard.to())
            .with("weekends", before.weekends(), guard.weekends())
            .with("holidays", before.holidays(), guard.holidays())
            .with("workdays", before.workdays(), guard.workdays())
            .with("ownNetworks", before.ownNetworks(), guard.ownNetworks());
        if (!change.isEmpty()) {
            timeline.record(change);
        }
    }

    private static String[] texts(List<LocalDate> days) {
        return days.stream().map(LocalDate::toString).toArray(String[]::new);
    }

    private static List<LocalDate> days(Array array) throws SQLException {
        return Arrays.stream((Date[]) array.getArray()).map(Date::toLocalDate).toList();
    }

}
