package io.cesm.web.followup;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.satisfaction.reading.ReadingAnswers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads new answers soon after they came in, a little at a time. */
@Configuration(proxyBeanMethods = false)
class ReadingJobs {

    private static final int STEP = 200;

    private static final long PATIENCE = Duration.ofSeconds(5).toNanos();

    @Bean
    RecurringTask<Void> readAnswers(ReadingAnswers reading) {
        return Tasks.recurring("read-answers", FixedDelay.of(Duration.ofSeconds(2)))
            .execute((instance, context) -> Acting.as(Actor.system("follow-ups"), () -> {
                long begin = System.nanoTime();
                while (reading.read(STEP) == STEP && System.nanoTime() - begin < PATIENCE) {
                    Thread.onSpinWait();
                }
            }));
    }

}
