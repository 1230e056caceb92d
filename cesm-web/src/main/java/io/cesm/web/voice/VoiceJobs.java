package io.cesm.web.voice;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.satisfaction.voice.RereadingComments;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** After a change of the dictionary, reads all comments again, a little at a time. */
@Configuration(proxyBeanMethods = false)
class VoiceJobs {

    private static final int STEP = 500;

    private static final long PATIENCE = Duration.ofSeconds(5).toNanos();

    @Bean
    RecurringTask<Void> rereadComments(RereadingComments rereading) {
        return Tasks.recurring("reread-comments", FixedDelay.of(Duration.ofSeconds(5)))
            .execute((instance, context) -> Acting.as(Actor.system("voices"), () -> {
                long begin = System.nanoTime();
                while (rereading.read(STEP) == STEP && System.nanoTime() - begin < PATIENCE) {
                    Thread.onSpinWait();
                }
            }));
    }

}
