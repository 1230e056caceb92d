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

    @Bean
    MergeFollower invitationsOfCustomersFollow(JdbcClient jdbc) {
        return FollowingTable.ofCustomer(jdbc, "invitations", "survey_invitation", "customer_id");
    }

    @Bean
    MergeFollower invitationsOfPeopleFollow(JdbcClient jdbc) {
        return FollowingTable.ofContact(jdbc, "invitations", "survey_invitation", "contact_id");
    }

    @Bean
    MergeFollower answersOfCustomersFollow(JdbcClient jdbc) {
        return FollowingTable.ofCustomer(jdbc, "survey_answers", "survey_response", "customer_id");
    }

    @Bean
    MergeFollower answersOfPeopleFollow(JdbcClient jdbc) {
        return FollowingTable.ofContact(jdbc, "survey_answers", "survey_response", "contact_id");
    }

}
