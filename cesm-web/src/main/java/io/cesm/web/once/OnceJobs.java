package io.cesm.web.once;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets used keys after a day. */
@Configuration(proxyBeanMethods = false)
class OnceJobs {

    @Bean
    RecurringTask<Void> usedKeys(OnceLedger ledger) {
        return Tasks.recurring("once-keys", FixedDelay.of(Duration.ofHours(1)))
            .execute((instance, context) -> ledger.sweep());
    }

}
