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

    @Bean
    MergeFollower clarificationsFollow(JdbcClient jdbc) {
        return ofPeople(jdbc, "clarifications", "expectation", "clarified_with");
    }

    @Bean
    MergeFollower whatWasToldFollows(JdbcClient jdbc) {
        return ofPeople(jdbc, "told", "expectation", "told_contact");
    }

    @Bean
    MergeFollower answersFollow(JdbcClient jdbc) {
        return ofPeople(jdbc, "answers", "expectation", "answered_contact");
    }

    @Bean
    MergeFollower decisionsFollow(JdbcClient jdbc) {
        return ofPeople(jdbc, "decisions", "expectation_conflict", "decided_contact");
    }

    @Bean
    MergeFollower whatWasDecidedAndToldFollows(JdbcClient jdbc) {
        return ofPeople(jdbc, "decisions_told", "expectation_conflict", "told_contact");
    }

    @Bean
    MergeFollower linksFollow(JdbcClient jdbc) {
        return ofPeople(jdbc, "links", "confirmation_link", "contact_id");
    }

    private static MergeFollower ofPeople(JdbcClient jdbc, String part, String table, String column) {
        return new FollowingTable(jdbc, part, MergeKind.CONTACT, table, column);
    }

}
