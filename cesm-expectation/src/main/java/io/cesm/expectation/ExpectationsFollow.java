package io.cesm.expectation;

import io.cesm.domain.customer.FollowingTable;
import io.cesm.domain.customer.MergeFollower;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Expectations follow when their customer or contact is merged into another. */
@Configuration(proxyBeanMethods = false)
class ExpectationsFollow {

    @Bean
    MergeFollower expectationsOfCustomersFollow(JdbcClient jdbc) {
        return FollowingTable.ofCustomer(jdbc, "expectations", "expectation", "customer_id");
    }

    @Bean
    MergeFollower expectationsOfPeopleFollow(JdbcClient jdbc) {
        return FollowingTable.ofContact(jdbc, "expectations", "expectation", "contact_id");
    }

    @Bean
    MergeFollower conflictsFollow(JdbcClient jdbc) {
        return FollowingTable.ofCustomer(jdbc, "conflicts", "expectation_conflict", "customer_id");
    }

    @Bean
    MergeFollower requirementsFollow(JdbcClient jdbc) {
        return FollowingTable.ofCustomer(jdbc, "requirements", "requirement", "customer_id");
    }

    @Bean
    MergeFollower clarificationsFollow(JdbcClient jdbc) {
        return FollowingTable.ofContact(jdbc, "clarifications", "expectation", "clarified_with");
    }

    @Bean
    MergeFollower whatWasToldFollows(JdbcClient jdbc) {
        return FollowingTable.ofContact(jdbc, "told", "expectation", "told_contact");
    }

    @Bean
    MergeFollower answersFollow(JdbcClient jdbc) {
        return FollowingTable.ofContact(jdbc, "answers", "expectation", "answered_contact");
    }

    @Bean
    MergeFollower decisionsFollow(JdbcClient jdbc) {
        return FollowingTable.ofContact(jdbc, "decisions", "expectation_conflict", "decided_contact");
    }

    @Bean
    MergeFollower whatWasDecidedAndToldFollows(JdbcClient jdbc) {
        return FollowingTable.ofContact(jdbc, "decisions_told", "expectation_conflict", "told_contact");
    }

    @Bean
    MergeFollower linksFollow(JdbcClient jdbc) {
        return FollowingTable.ofContact(jdbc, "links", "confirmation_link", "contact_id");
    }

}
