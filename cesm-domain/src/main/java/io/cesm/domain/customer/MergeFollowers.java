package io.cesm.domain.customer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What of this module follows a merge. */
@Configuration(proxyBeanMethods = false)
class MergeFollowers {

    @Bean
    MergeFollower contactsFollow(JdbcClient jdbc) {
        return FollowingTable.ofCustomer(jdbc, "contacts", "contact", "customer_id");
    }

    @Bean
    MergeFollower childrenFollow(JdbcClient jdbc) {
        return FollowingTable.ofCustomer(jdbc, "children", "customer", "parent_id");
    }

    @Bean
    MergeFollower competitorsFollow(JdbcClient jdbc) {
        return FollowingTable.ofCustomer(jdbc, "competitors", "competitor", "customer_id");
    }

    @Bean
    MergeFollower referencesFollow(JdbcClient jdbc) {
        return FollowingTable.ofCustomer(jdbc, "references", "customer_reference", "customer_id");
    }

    /** Goes first: it looks at who holds a place before anybody moves. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    MergeFollower placesAreGivenUp(JdbcClient jdbc) {
        return new GivenUpPlaces(jdbc);
    }

    /**
     * Whoever looks after both customers in the same role at the same time stays once.
     */
    @Bean
    MergeFollower teamFollows(JdbcClient jdbc) {
        return new FollowingTable(jdbc, "team", MergeKind.CUSTOMER, "account_team", "customer_id", """
                not exists (select from account_team s where s.customer_id = :survivor and s.staff_id = t.staff_id
                               and s.role = t.role and s.valid_from <= coalesce(t.valid_to, 'infinity')
                               and coalesce(s.valid_to, 'infinity') >= t.valid_from)""");
    }

    @Bean
    MergeFollower readingsFollow(JdbcClient jdbc) {
        return new FollowingTable(jdbc, "readings", MergeKind.CUSTOMER, "level_reading", "customer_id",
                "not exists (select from level_reading s where s.customer_id = :survivor"
                        + " and s.source_id = t.source_id and s.level = t.level and s.read_on = t.read_on"
                        + " and s.dimension_code = t.dimension_code)");
    }

    @Bean
    MergeFollower recordedReadingsFollow(JdbcClient jdbc) {
        return FollowingTable.ofCustomer(jdbc, "recorded_readings", "recorded_reading", "customer_id");
    }

    @Bean
    MergeFollower readingsOfPeopleFollow(JdbcClient jdbc) {
        return FollowingTable.ofContact(jdbc, "readings", "level_reading", "contact_id");
    }

    @Bean
    MergeFollower pointsFollow(JdbcClient jdbc) {
        return new FollowingTable(jdbc, "points", MergeKind.CONTACT, "contact_point", "contact_id",
                "not exists (select from contact_point s where s.contact_id = :survivor and s.kind = t.kind"
                        + " and s.normal = t.normal)");
    }

    @Bean
    MergeFollower consentsFollow(JdbcClient jdbc) {
        return FollowingTable.ofContact(jdbc, "consents", "consent", "contact_id");
    }

}
