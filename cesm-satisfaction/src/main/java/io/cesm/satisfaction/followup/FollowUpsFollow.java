package io.cesm.satisfaction.followup;

import io.cesm.domain.customer.FollowingTable;
import io.cesm.domain.customer.MergeFollower;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Follow-ups follow when their customer or contact is merged into another. */
@Configuration(proxyBeanMethods = false)
class FollowUpsFollow {

    @Bean
    MergeFollower followUpsOfCustomersFollow(JdbcClient jdbc) {
        return FollowingTable.ofCustomer(jdbc, "follow_ups", "follow_up", "customer_id");
    }

    @Bean
    MergeFollower followUpsOfPeopleFollow(JdbcClient jdbc) {
        return FollowingTable.ofContact(jdbc, "follow_ups", "follow_up", "contact_id");
    }

}
