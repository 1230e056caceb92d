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
 * Counts what was answered. While answers keep coming it stays awake and counts once a
 * second what came in since: a batch changes every count once, however many answers it
 * holds, so that a batch for every few answers would cost many times as much. Then it
 * sleeps until it is due again.
 */
@Configuration(proxyBeanMethods = false)
class RollUpJobs {

    private static final long AWAKE = Duration.ofSeconds(5).toNanos();

    private static final long LONGEST = Duration.ofSeconds(30).toNanos();

    private static final long BEAT = Duration.ofSeconds(1).toNanos();

    @Bean
    RecurringTask<Void> countAnswers(RollingUp rolling) {
        return Tasks.recurring("count-answers", FixedDelay.of(Duration.ofMillis(500))).execute((instance, context) -> {
            long begin = System.nanoTime();
            long last = begin - AWAKE;
            do {
                long beat = System.nanoTime();
                long counted = rolling.advance();
                if (counted > 0) {
                    last = System.nanoTime();
                }
                if (counted < RollingUp.STEP && System.nanoTime() - last < AWAKE) {
                    LockSupport.parkNanos(beat + BEAT - System.nanoTime());
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
