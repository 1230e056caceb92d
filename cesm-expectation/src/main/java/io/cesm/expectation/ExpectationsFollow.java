package io.cesm.expectation;

import io.cesm.domain.customer.FollowingTable;
import io.cesm.domain.customer.MergeFollower;
import io.cesm.domain.customer.MergeKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Expectations follow when their customer or contact is merged into another. */
@Configuration(proxyBeanMethods = false)
class ExpectationsFollow {

    @Bean
    MergeFollower expectationsOfCustomersFollow(JdbcClient jdbc) {
        return new FollowingTable(jdbc, "expectations", MergeKind.CUSTOMER, "expectation", "customer_id");
    }

    @Bean
    MergeFollower expectationsOfPeopleFollow(JdbcClient jdbc) {
        return new FollowingTable(jdbc, "expectations", MergeKind.CONTACT, "expectation", "contact_id");
    }

    @Bean
    MergeFollower conflictsFollow(JdbcClient jdbc) {
        return new FollowingTable(jdbc, "conflicts", MergeKind.CUSTOMER, "expectation_conflict", "customer_id");
    }

    @Bean
    MergeFollower requirementsFollow(JdbcClient jdbc) {
        return new FollowingTable(jdbc, "requirements", MergeKind.CUSTOMER, "requirement", "customer_id");
    }

}
