package io.cesm.satisfaction.analysis;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.cesm.domain.customer.FollowingTable;
import io.cesm.domain.customer.MergeFollower;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts what was answered. While answers keep coming it stays awake and looks every half
 * second; then it sleeps until it is due again.
 */
@Configuration(proxyBeanMethods = false)
class RollUpJobs {

    private static final long AWAKE = Duration.ofSeconds(5).toNanos();

    private static final long LONGEST = Duration.ofSeconds(30).toNanos();

    private static final long NAP = Duration.ofMillis(500).toNanos();

    @Bean
    RecurringTask<Void> countAnswers(RollingUp rolling) {
        return Tasks.recurring("count-answers", FixedDelay.of(Duration.ofMillis(500))).execute((instance, context) -> {
            long begin = System.nanoTime();
            long last = begin - AWAKE;
            do {
                if (rolling.advance() > 0) {
                    last = System.nanoTime();
                }
                else if (System.nanoTime() - last < AWAKE) {
                    LockSupport.parkNanos(NAP);
                }
            }
            while (System.nanoTime() - last < AWAKE && System.nanoTime() - begin < LONGEST
                    && !context.getSchedulerState().isShuttingDown());
        });
    }

    @Bean
    MergeFollower figuresOfCustomersFollow(JdbcClient jdbc) {
        return FollowingTable.ofCustomer(jdbc, "figures", "survey_figure_customer", "customer_id");
    }

}
