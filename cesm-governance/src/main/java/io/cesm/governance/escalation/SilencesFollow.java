package io.cesm.governance.escalation;

import io.cesm.domain.customer.FollowingTable;
import io.cesm.domain.customer.MergeFollower;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Silences at TOP issues follow when their customer is merged into another. */
@Configuration(proxyBeanMethods = false)
class SilencesFollow {

    @Bean
    MergeFollower silencesOfCustomersFollow(JdbcClient jdbc) {
        return FollowingTable.ofCustomer(jdbc, "top_issue_silences", "escalation", "customer_id");
    }

}
