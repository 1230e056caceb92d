package io.cesm.web.security;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Removes sessions and buckets whose time is over. */
@Configuration(proxyBeanMethods = false)
class Sweeping {

    @Bean
    RecurringTask<Void> sweepSignIns(SessionStore sessions, SignInThrottle throttle) {
        return Tasks.recurring("sweep-sign-ins", FixedDelay.of(Duration.ofMinutes(10))).execute((instance, context) -> {
            sessions.sweep();
            throttle.sweep();
        });
    }

}
