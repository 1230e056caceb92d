package io.cesm.web.fielding;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.satisfaction.fielding.FieldingSurveys;
import io.cesm.satisfaction.fielding.ScramblingMarks;
import io.cesm.satisfaction.fielding.SendingInvitations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens to surveys by itself: mails go out, days end, marks are mixed. */
@Configuration(proxyBeanMethods = false)
class FieldingJobs {

    @Bean
    RecurringTask<Void> surveyMails(SendingInvitations sending, MailCourier courier) {
        return Tasks.recurring("survey-mails", FixedDelay.of(Duration.ofSeconds(5)))
            .execute((instance, context) -> Acting.as(Actor.system("survey"), () -> {
                sending.invite();
                sending.remind();
                courier.deliver();
            }));
    }

    @Bean
    RecurringTask<Void> surveyDays(FieldingSurveys fielding) {
        return Tasks.recurring("survey-days", FixedDelay.of(Duration.ofMinutes(5)))
            .execute((instance, context) -> Acting.as(Actor.system("survey"), () -> {
                fielding.closeOverdue();
            }));
    }

    @Bean
    RecurringTask<Void> surveyMarks(ScramblingMarks scrambling) {
        return Tasks.recurring("survey-marks", FixedDelay.of(Duration.ofHours(1)))
            .execute((instance, context) -> scrambling.scramble());
    }

}
