package io.cesm.domain.export;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/**
 * The jobs of exporting. A job whose machine died is found and begun again; one that
 * finds too many at work comes back in a moment.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ExportSettings.class)
class ExportConfiguration {

    static final String WRITE = "export-write";

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Bean
    OneTimeTask<ExportWork> exportWrite(ExportRunner runner, @Lazy SchedulerClient jobs, Clock clock) {
        return Tasks.oneTime(WRITE, ExportWork.class)
            .onFailure(new FailureHandler.OnFailureRetryLater<>(PATIENCE))
            .execute((instance, context) -> {
                var work = instance.getData();
                if (!runner.run(new ExportId(work.exportId()), context.getExecution().consecutiveFailures >= 5)) {
                    jobs.scheduleIfNotExists(new TaskInstance<>(WRITE, UUID.randomUUID().toString(), work),
                            clock.instant().plus(PATIENCE));
                }
            });
    }

    @Bean
    RecurringTask<Void> exportSweep(RequestingExports requesting) {
        return Tasks.recurring("export-sweep", FixedDelay.ofHours(1))
            .execute((instance, context) -> requesting.sweep());
    }

}
