package io.cesm.satisfaction.aftercare;

import io.cesm.domain.customer.FollowingTable;
import io.cesm.domain.customer.MergeFollower;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Marks follow when their contact is merged into another. */
@Configuration(proxyBeanMethods = false)
class ScoresFollow {

    @Bean
    MergeFollower scoresOfPeopleFollow(JdbcClient jdbc) {
        return FollowingTable.ofContact(jdbc, "complaint_scores", "complaint_score", "contact_id");
    }

}
