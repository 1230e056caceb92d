package io.cesm.domain.complaint;

import java.time.Duration;
import java.time.Instant;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Timers of complaints: rows written with the change that makes a look necessary. A timer
 * is only a hint to look; what counts is what the complaint says when it is looked at.
 */
@Component
class ComplaintTimers {

    private static final String LOOK = "complaint-look";

    /** So often a timer tries; then the sweeper does, at longer intervals. */
    private static final int TRIES = 12;

    private final SchedulerClient jobs;

    ComplaintTimers(@Lazy SchedulerClient jobs) {
        this.jobs = jobs;
    }

    void arm(ComplaintId id, Instant at) {
        jobs.scheduleIfNotExists(new TaskInstance<>(LOOK, id + "@" + at.getEpochSecond()), at);
    }

    /** The jobs behind the timers, and the sweeper that finds what no timer found. */
    @Configuration(proxyBeanMethods = false)
    static class Jobs {

        @Bean
        OneTimeTask<Void> complaintLook(ObjectProvider<ComplaintWatch> watch) {
            return Tasks.oneTime(LOOK)
                .onFailure(FailureHandler.<Void>maxRetries(TRIES).retryEvery(Duration.ofSeconds(10)).thenRemove())
                .execute((instance, context) -> watch.ifAvailable(it -> it
                    .lookIfDue(ComplaintId.of(instance.getId().substring(0, instance.getId().indexOf('@'))))));
        }

        @Bean
        RecurringTask<Void> complaintSweep(SweepingComplaints sweeping) {
            return Tasks.recurring("complaint-sweep", FixedDelay.of(SweepingComplaints.EVERY))
                .execute((instance, context) -> sweeping.sweep());
        }

    }

}
