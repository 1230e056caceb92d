package io.cesm.satisfaction.measure.scorecard;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import io.cesm.domain.notice.Notices;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Subject;
import io.cesm.domain.timeline.Timeline;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the calendar of scorecards: writes new periods, reminds the owner when one is
 * late, and notes after the days of grace that it did not come.
 */
@Component
@Transactional
class ScorecardCalendar {

    private final JdbcClient jdbc;

    private final Notices notices;

    private final Timeline timeline;

    private final Clock clock;

    ScorecardCalendar(JdbcClient jdbc, Notices notices, Timeline timeline, Clock clock) {
        this.jdbc = jdbc;
        this.notices = notices;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** A period that needs somebody's eye. */
    private record Late(UUID period, UUID card, String number, UUID customer, UUID owner, LocalDate starts,
            Cadence cadence, LocalDate dueOn) {
    }

    /** Does what the day asks for; doing it again changes nothing. */
    void keep() {
        var today = CompanyTime.today(clock);
        jdbc.sql(
                "select id, cadence, starts_on, ended_on, due_days from scorecard where ended_on is null or ended_on >= ?")
            .param(today.minusYears(1))
            .query((rs, i) -> KeepingScorecards.plan(jdbc, rs.getObject(1, UUID.class),
                    Cadence.valueOf(rs.getString(2)), rs.getObject(3, LocalDate.class),
                    rs.getObject(4, LocalDate.class), rs.getInt(5), today))
            .list();
        for (var it : late("p.due_on + s.grace_days < :today", today)) {
            int changed = jdbc.sql(
                    "update scorecard_period set state = 'NOT_RECEIVED', version = version + 1 where id = ? and state = 'DUE'")
                .param(it.period())
                .update();
            if (changed == 1) {
                timeline.record(
                        Change.of(subject(it), "NOT_RECEIVED").with("period", null, it.cadence().label(it.starts())));
                tell(it, "SCORECARD_MISSED");
            }
        }
        late("p.due_on < :today", today).forEach(it -> tell(it, "SCORECARD_LATE"));
        late("p.due_on between :today and :today + 7", today).forEach(it -> tell(it, "SCORECARD_DUE"));
    }

    private List<Late> late(String which, LocalDate today) {
        return jdbc
            .sql("""
                    select p.id, s.id, s.number, s.customer_id, s.owner_id, p.starts_on, s.cadence, p.due_on
                      from scorecard_period p join scorecard s on s.id = p.scorecard_id
                     where p.state = 'DUE' and %s order by p.due_on limit 5000"""
                .formatted(which.replace(":today", "cast(:today as date)")))
            .param("today", today)
            .query((rs, i) -> new Late(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class), rs.getString(3),
                    rs.getObject(4, UUID.class), rs.getObject(5, UUID.class), rs.getObject(6, LocalDate.class),
                    Cadence.valueOf(rs.getString(7)), rs.getObject(8, LocalDate.class)))
            .list();
    }

    @SuppressWarnings("NullAway")
    private void tell(Late it, String kind) {
        if (it.owner() != null) {
            notices.tell(new StaffId(it.owner()), kind, subject(it),
                    Map.of("period", it.cadence().label(it.starts()), "due", it.dueOn().toString()),
                    it.period().toString());
        }
    }

    private static Subject subject(Late it) {
        return new Subject("SCORECARD", it.card(), it.number(), it.customer());
    }

    /** The job behind it. */
    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> keepScorecardCalendar(ScorecardCalendar calendar) {
            return Tasks.recurring("scorecard-calendar", FixedDelay.ofHours(1))
                .execute((instance, context) -> calendar.keep());
        }

    }

}
