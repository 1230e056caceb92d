package io.cesm.satisfaction.fielding;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.cesm.domain.customer.FollowingTable;
import io.cesm.domain.customer.MergeFollower;

/** Frames and service events follow when their customer or contact is merged. */
@Configuration(proxyBeanMethods = false)
class FieldingFollows {

    @Bean
    MergeFollower framesOfCustomersFollow(JdbcClient jdbc) {
        return FollowingTable.ofCustomer(jdbc, "frames", "survey_frame", "customer_id");
    }

    @Bean
    MergeFollower framesOfPeopleFollow(JdbcClient jdbc) {
        return FollowingTable.ofContact(jdbc, "frames", "survey_frame", "contact_id");
    }

    @Bean
    MergeFollower eventsOfCustomersFollow(JdbcClient jdbc) {
        return FollowingTable.ofCustomer(jdbc, "events", "survey_event", "customer_id");
    }

    @Bean
    MergeFollower eventsOfPeopleFollow(JdbcClient jdbc) {
        return FollowingTable.ofContact(jdbc, "events", "survey_event", "contact_id");
    }

}
