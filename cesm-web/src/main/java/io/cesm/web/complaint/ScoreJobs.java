package io.cesm.web.complaint;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.satisfaction.aftercare.AskingAfterwards;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Asks complainants when their time has come. */
@Configuration(proxyBeanMethods = false)
class ScoreJobs {

    @Bean
    RecurringTask<Void> complaintScores(AskingAfterwards asking) {
        return Tasks.recurring("complaint-scores", FixedDelay.of(Duration.ofMinutes(10)))
            .execute((instance, context) -> Acting.as(Actor.system("aftercare"), () -> {
                asking.ask();
            }));
    }

}
