package io.cesm.web.topissue;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.governance.escalation.WatchingSilentCustomers;
import io.cesm.governance.topissue.RankingTopIssues;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Keeps the places of TOP issues, some times a day; the last of a day counts. Looks for
 * customers who do not answer.
 */
@Configuration(proxyBeanMethods = false)
class TopIssueJobs {

    @Bean
    RecurringTask<Void> topIssuePlaces(RankingTopIssues ranking) {
        return Tasks.recurring("top-issue-places", FixedDelay.ofHours(2))
            .execute((instance, context) -> Acting.as(Actor.system("ranking"), ranking::snapshot));
    }

    @Bean
    RecurringTask<Void> topIssueSilences(WatchingSilentCustomers watching) {
        return Tasks.recurring("top-issue-silences", FixedDelay.ofMinutes(5))
            .execute((instance, context) -> watching.look());
    }

}
