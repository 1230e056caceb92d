package io.cesm.domain.intake;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The jobs of importing. A job whose machine died is found and begun again; it goes on
 * behind the last batch that was written.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImportSettings.class)
class ImportConfiguration {

    static final String WALK = "import-walk";

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Bean
    OneTimeTask<ImportWork> importWalk(ImportRunner runner) {
        return Tasks.oneTime(WALK, ImportWork.class)
            .onFailure(new FailureHandler.OnFailureRetryLater<>(PATIENCE))
            .execute((instance, context) -> runner.run(instance.getData(),
                    context.getExecution().consecutiveFailures >= 5));
    }

    @Bean
    RecurringTask<Void> importSweep(ImportingFiles importing) {
        return Tasks.recurring("import-sweep", FixedDelay.ofHours(1)).execute((instance, context) -> importing.sweep());
    }

}
