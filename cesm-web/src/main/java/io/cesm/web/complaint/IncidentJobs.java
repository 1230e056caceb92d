package io.cesm.web.complaint;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.cesm.domain.complaint.TellingIncidents;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells those who wait what was decided to tell everybody. */
@Configuration(proxyBeanMethods = false)
class IncidentJobs {

    @Bean
    RecurringTask<Void> incidentMessages(TellingIncidents telling) {
        return Tasks.recurring("incident-messages", FixedDelay.of(Duration.ofSeconds(5)))
            .execute((instance, context) -> Acting.as(Actor.system("incident"), () -> {
                telling.tell();
            }));
    }

}
