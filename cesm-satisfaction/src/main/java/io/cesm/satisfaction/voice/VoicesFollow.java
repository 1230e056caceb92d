package io.cesm.satisfaction.voice;

import io.cesm.domain.customer.FollowingTable;
import io.cesm.domain.customer.MergeFollower;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Comments follow when their customer or contact is merged into another. */
@Configuration(proxyBeanMethods = false)
class VoicesFollow {

    @Bean
    MergeFollower commentsOfCustomersFollow(JdbcClient jdbc) {
        return FollowingTable.ofCustomer(jdbc, "comments", "survey_comment", "customer_id");
    }

    @Bean
    MergeFollower commentsOfPeopleFollow(JdbcClient jdbc) {
        return FollowingTable.ofContact(jdbc, "comments", "survey_comment", "contact_id");
    }

}
