package io.cesm.web.answer;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.cesm.satisfaction.answer.ReleasingAnswers;
import io.cesm.satisfaction.answer.SweepingDrafts;
import io.cesm.satisfaction.answer.TellingAnswers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What follows from answers, and what becomes of those that were never finished. */
@Configuration(proxyBeanMethods = false)
class AnswerJobs {

    private static final long PATIENCE = Duration.ofSeconds(5).toNanos();

    @Bean
    RecurringTask<Void> tellAnswers(TellingAnswers telling) {
        return Tasks.recurring("answers-told", FixedDelay.of(Duration.ofSeconds(2))).execute((instance, context) -> {
            long begin = System.nanoTime();
            while (telling.tell() > 0 && System.nanoTime() - begin < PATIENCE) {
                Thread.onSpinWait();
            }
        });
    }

    @Bean
    RecurringTask<Void> releaseAnonymousAnswers(ReleasingAnswers releasing) {
        return Tasks.recurring("answers-released", FixedDelay.of(Duration.ofMinutes(10)))
            .execute((instance, context) -> releasing.release());
    }

    @Bean
    RecurringTask<Void> sweepDrafts(SweepingDrafts sweeping) {
        return Tasks.recurring("answers-swept", FixedDelay.of(Duration.ofHours(1)))
            .execute((instance, context) -> sweeping.sweep());
    }

}
