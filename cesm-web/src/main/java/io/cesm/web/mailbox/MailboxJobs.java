package io.cesm.web.mailbox;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks into the mail box once a minute, on one node at a time. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailboxSettings.class)
class MailboxJobs {

    @Bean
    RecurringTask<Void> mailbox(ReadingMailbox reading) {
        return Tasks.recurring("mailbox", FixedDelay.of(Duration.ofMinutes(1)))
            .execute((instance, context) -> reading.poll());
    }

}
