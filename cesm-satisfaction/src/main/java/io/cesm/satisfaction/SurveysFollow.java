package io.cesm.satisfaction;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.cesm.domain.customer.FollowingTable;
import io.cesm.domain.customer.MergeFollower;
import io.cesm.domain.customer.MergeKind;

/** Surveys follow when their customer is merged into another. */
@Configuration(proxyBeanMethods = false)
class SurveysFollow {

    /** A survey that was taken in at both customers stays where it is. */
    @Bean
    MergeFollower surveysOfCustomersFollow(JdbcClient jdbc) {
        return new FollowingTable(jdbc, "surveys", MergeKind.CUSTOMER, "survey_wave", "customer_id",
                "not exists (select from survey_wave s where s.customer_id = :survivor and s.key = t.key)");
    }

}
