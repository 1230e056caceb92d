package io.cesm.satisfaction.measure.scorecard;

import io.cesm.domain.customer.FollowingTable;
import io.cesm.domain.customer.MergeFollower;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Scorecards follow when their customer is merged into another. */
@Configuration(proxyBeanMethods = false)
class ScorecardsFollow {

    @Bean
    MergeFollower scorecardsOfCustomersFollow(JdbcClient jdbc) {
        return FollowingTable.ofCustomer(jdbc, "scorecards", "scorecard", "customer_id");
    }

}
