package io.cesm.perception.visit;

import io.cesm.domain.customer.FollowingTable;
import io.cesm.domain.customer.MergeFollower;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Visits follow when customers or people are merged. */
@Configuration(proxyBeanMethods = false)
class VisitsFollow {

    @Bean
    MergeFollower visitsOfCustomersFollow(JdbcClient jdbc) {
        return FollowingTable.ofCustomer(jdbc, "visits", "customer_visit", "customer_id");
    }

    @Bean
    MergeFollower visitsOfPeopleFollow(JdbcClient jdbc) {
        return FollowingTable.ofContact(jdbc, "visits", "customer_visit", "contact_id");
    }

}
