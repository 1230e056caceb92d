package io.cesm.satisfaction.analysis;

import java.time.Clock;
import java.time.LocalDate;
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
import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.timeline.Subject;
import io.cesm.satisfaction.figures.ControlChart;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks at the control charts of surveys and tells the owner and the satisfaction office
 * of a month that chance does not explain: once for each month, item and side, whatever
 * becomes of the month afterwards.
 */
@Service
@Transactional
public class WatchingControlCharts {

    /** Of fewer months no limits are believed. */
    private static final int FEWEST = 6;

    private final JdbcClient jdbc;

    private final ReadingFigures figures;

    private final Notices notices;

    private final Clock clock;

    WatchingControlCharts(JdbcClient jdbc, ReadingFigures figures, Notices notices, Clock clock) {
        this.jdbc = jdbc;
        this.figures = figures;
        this.notices = notices;
        this.clock = clock;
    }

    /** Somebody who is to hear of it. */
    private record Listener(StaffId staff, String language) {
    }

    /** Looks at this month and the one before in every survey that was answered since. */
    public void look() {
        var since = CompanyTime.today(clock).withDayOfMonth(1).minusMonths(1);
        jdbc.sql("""
                select c.survey_id from survey_figure_cell c
                 where c.kind = '' and c.item = '' and c.survey_id in (
                     select f.survey_id from survey_figure_state f where f.as_of >= :since)
                 group by c.survey_id having count(distinct c.month) >= :fewest and max(c.month) >= :since
                 order by c.survey_id""")
            .param("since", since)
            .param("fewest", FEWEST)
            .query((rs, i) -> rs.getObject(1, UUID.class))
            .list()
            .forEach(survey -> look(figures.open(survey), since));
    }

    private void look(Opened opened, LocalDate since) {
        opened.ownItems().stream().filter(it -> it.measure().headline()).forEach(item -> {
            var trend = figures.trend(opened, item.key());
            var control = trend.control();
            if (control == null || control.points().stream().filter(it -> it.value() != null).count() < FEWEST) {
                return;
            }
            for (int i = 0; i < control.points().size(); i++) {
                var month = trend.months().get(i).month();
                if (!month.isBefore(since)) {
                    tell(opened.survey().head(), item, month, control.points().get(i));
                }
            }
        });
    }

    private void tell(SurveyHead survey, Opened.Item item, LocalDate month, ControlChart.Point point) {
        var alarm = point.alarm();
        var share = point.value();
        if (alarm == null || share == null) {
            return;
        }
        for (var it : listeners(survey.id())) {
            var name = survey.number() + " " + survey.title().in(it.language(), List.of("zh", "en"));
            notices.tell(it.staff(), alarm.isHigh() ? "CONTROL_HIGH" : "CONTROL_LOW",
                    new Subject("SURVEY_CHART", survey.id(), name, null),
                    Map.of("item", item.measure().name().in(it.language(), List.of("zh", "en")), "key", item.key(),
                            "month", month.toString().substring(0, 7), "share",
                            String.format(Locale.ROOT, "%.1f", 100 * share)),
                    survey.id() + "/" + item.key() + "/" + month);
        }
    }

    private List<Listener> listeners(UUID survey) {
        return jdbc
            .sql("""
                    select s.id, coalesce(s.language, 'zh') from staff s where s.status = 'ACTIVE' and (
                           s.id = (select owner_id from survey where id = :survey)
                        or exists (select from staff_role r where r.staff_id = s.id and r.role = 'OFFICE')) order by s.id""")
            .param("survey", survey)
            .query((rs, i) -> new Listener(new StaffId(rs.getObject(1, UUID.class)), rs.getString(2)))
            .list();
    }

    /** The job behind it. */
    @Configuration(proxyBeanMethods = false)
    static class Watch {

        @Bean
        RecurringTask<Void> watchControlCharts(WatchingControlCharts charts) {
            return Tasks.recurring("control-charts", FixedDelay.ofMinutes(15))
                .execute((instance, context) -> Acting.as(Actor.system("control charts"), () -> charts.look()));
        }

    }

}
