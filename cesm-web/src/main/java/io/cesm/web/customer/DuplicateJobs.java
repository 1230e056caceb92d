package io.cesm.web.customer;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.cesm.domain.customer.FindingDuplicates;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Compares new and changed records with all others, a little at a time. */
@Configuration(proxyBeanMethods = false)
class DuplicateJobs {

    private static final int STEP = 100;

    private static final long PATIENCE = Duration.ofSeconds(2).toNanos();

    @Bean
    RecurringTask<Void> duplicates(FindingDuplicates finding) {
        return Tasks.recurring("find-duplicates", FixedDelay.of(Duration.ofSeconds(15)))
            .execute((instance, context) -> {
                long begin = System.nanoTime();
                while (finding.look(STEP) > 0 && System.nanoTime() - begin < PATIENCE) {
                    Thread.onSpinWait();
                }
            });
    }

}
