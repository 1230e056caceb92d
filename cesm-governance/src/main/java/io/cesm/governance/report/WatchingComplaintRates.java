package io.cesm.governance.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.cesm.domain.notice.Notices;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.people.UnitId;
import io.cesm.domain.timeline.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells managers, and the satisfaction office for the whole company, when the complaints
 * of the last whole month are more or fewer than chance explains: once for each month.
 */
@Service
@Transactional
public class WatchingComplaintRates {

    private static final UUID COMPANY = new UUID(0, 0);

    /** Of fewer complaints the limits, which are those of many, say too much. */
    private static final int FEWEST = 5;

    private final JdbcClient jdbc;

    private final ReadingDashboards dashboards;

    private final Notices notices;

    WatchingComplaintRates(JdbcClient jdbc, ReadingDashboards dashboards, Notices notices) {
        this.jdbc = jdbc;
        this.dashboards = dashboards;
        this.notices = notices;
    }

    /** A unit and who leads it. */
    private record Led(UUID unit, String name, StaffId manager) {
    }

    public void look() {
        var office = jdbc.sql("""
                select s.id from staff s join staff_role r on r.staff_id = s.id
                 where s.status = 'ACTIVE' and r.role = 'OFFICE' order by s.id""")
            .query((rs, i) -> new StaffId(rs.getObject(1, UUID.class)))
            .list();
        look(null, new Subject("COMPANY_CHART", COMPANY, "", null), office);
        var led = jdbc
            .sql("""
                    select u.id, u.name, s.id from staff s join staff_role r on r.staff_id = s.id join org_unit u on u.id = s.unit_id
                     where s.status = 'ACTIVE' and r.role = 'MANAGER' order by u.id, s.id""")
            .query((rs, i) -> new Led(rs.getObject(1, UUID.class), rs.getString(2),
                    new StaffId(rs.getObject(3, UUID.class))))
            .list();
        led.stream()
            .map(Led::unit)
            .distinct()
            .forEach(unit -> look(new UnitId(unit), subject(unit, led),
                    led.stream().filter(it -> it.unit().equals(unit)).map(Led::manager).toList()));
    }

    private static Subject subject(UUID unit, List<Led> led) {
        var name = led.stream().filter(it -> it.unit().equals(unit)).findFirst().orElseThrow().name();
        return new Subject("UNIT_CHART", unit, name, null);
    }

    private void look(@Nullable UnitId unit, Subject subject, List<StaffId> listeners) {
        if (listeners.isEmpty()) {
            return;
        }
        var months = dashboards.months(unit);
        var chart = ComplaintRates.chart(months, dashboards.standing(unit).customers());
        var point = chart.points().getLast();
        var alarm = point.alarm();
        if (alarm == null || (alarm.isHigh() && point.count() < FEWEST)) {
            return;
        }
        var month = ComplaintRates.whole(months).getLast().month().toString().substring(0, 7);
        var kind = (unit == null ? "COMPANY_COMPLAINTS_" : "UNIT_COMPLAINTS_") + (alarm.isHigh() ? "HIGH" : "LOW");
        listeners.forEach(it -> notices.tell(it, kind, subject, Map.of("count", String.valueOf(point.count()), "month",
                month, "value", String.format(Locale.ROOT, "%.1f", point.value())), subject.id() + "/" + month));
    }

    /** The job behind it. */
    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> watchComplaintRates(WatchingComplaintRates rates) {
            return Tasks.recurring("complaint-rates", FixedDelay.ofHours(6))
                .execute((instance, context) -> Acting.as(Actor.system("control charts"), () -> rates.look()));
        }

    }

}
