package io.cesm.web.audit;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Notes the ends of the timeline's chains every five minutes. */
@Configuration(proxyBeanMethods = false)
class AuditJobs {

    @Bean
    RecurringTask<Void> noteTimelineAnchors(AnchorFile file) {
        return Tasks.recurring("timeline-anchors", FixedDelay.of(Duration.ofMinutes(5)))
            .execute((instance, context) -> file.note());
    }

}
