package io.cesm.web.start;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;

/** Facts that a listener could not take are told again, by one node at a time. */
@Configuration(proxyBeanMethods = false)
class EventJobs {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Bean
    RecurringTask<Void> outstandingFacts(FailedEventPublications failed) {
        return Tasks.recurring("outstanding-facts", FixedDelay.of(Duration.ofMinutes(1)))
            .execute((instance, context) -> failed
                .resubmit(ResubmissionOptions.defaults().withMinAge(PATIENCE).withBatchSize(100)));
    }

}
