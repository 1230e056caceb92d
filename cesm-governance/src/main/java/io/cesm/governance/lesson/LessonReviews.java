package io.cesm.governance.lesson;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import io.cesm.domain.notice.Notices;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.timeline.Subject;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminds owners that a lesson is to be looked at again, and that a change it asked for
 * is overdue: once for each day that was agreed on.
 */
@Component
@Transactional
public class LessonReviews {

    private final Notices notices;

    private final Clock clock;

    private final JdbcClient jdbc;

    LessonReviews(Notices notices, Clock clock, JdbcClient jdbc) {
        this.notices = notices;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    private record Reminder(StaffId who, String kind, UUID lesson, String number, LocalDate day, UUID about) {
    }

    /** Tells everybody what has come due. */
    public void remind() {
        due(CompanyTime.today(clock)).forEach(it -> notices.tell(it.who(), it.kind(),
                new Subject("LESSON", it.lesson(), it.number(), null), Map.of(), it.about() + "/" + it.day()));
    }

    private List<Reminder> due(LocalDate today) {
        return jdbc.sql("""
                select l.owner_id, 'LESSON_REVIEW', l.id, l.number, l.review_on, l.id from lesson l
                 where l.state = 'PUBLISHED' and l.review_on <= :today
                union all
                select a.owner_id, 'LESSON_ACTION_DUE', l.id, l.number, a.due_on, a.id
                  from lesson_action a join lesson l on l.id = a.lesson_id
                 where a.state = 'OPEN' and a.due_on <= :today""")
            .param("today", today)
            .query((rs, i) -> new Reminder(new StaffId(rs.getObject(1, UUID.class)), rs.getString(2),
                    rs.getObject(3, UUID.class), rs.getString(4), rs.getObject(5, LocalDate.class),
                    rs.getObject(6, UUID.class)))
            .list();
    }

    /** The daily look. */
    @Configuration(proxyBeanMethods = false)
    static class Jobs {

        @Bean
        RecurringTask<Void> lessonReminders(LessonReviews reviews) {
            return Tasks.recurring("lesson-reminders", new Daily(CompanyTime.ZONE, LocalTime.of(8, 30)))
                .execute((instance, context) -> reviews.remind());
        }

    }

}
