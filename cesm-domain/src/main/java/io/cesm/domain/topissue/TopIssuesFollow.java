package io.cesm.domain.topissue;

import io.cesm.domain.customer.FollowingTable;
import io.cesm.domain.customer.MergeFollower;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** TOP issues follow when their customer or contact is merged into another. */
@Configuration(proxyBeanMethods = false)
class TopIssuesFollow {

    @Bean
    MergeFollower issuesOfLeadingCustomersFollow(JdbcClient jdbc) {
        return FollowingTable.ofCustomer(jdbc, "top_issues", "top_issue", "customer_id");
    }

    @Bean
    MergeFollower affectedByTopIssuesFollow(JdbcClient jdbc) {
        return FollowingTable.ofCustomer(jdbc, "top_issue_customers", "top_issue_customer", "customer_id");
    }

    @Bean
    MergeFollower evidenceFollows(JdbcClient jdbc) {
        return FollowingTable.ofCustomer(jdbc, "top_issue_evidence", "top_issue_evidence", "customer_id");
    }

    @Bean
    MergeFollower approvalsOfCustomersFollow(JdbcClient jdbc) {
        return FollowingTable.ofCustomer(jdbc, "top_issue_approvals", "top_issue_approval", "customer_id");
    }

    @Bean
    MergeFollower approvalsOfPeopleFollow(JdbcClient jdbc) {
        return FollowingTable.ofContact(jdbc, "top_issue_approvals", "top_issue_approval", "contact_id");
    }

    @Bean
    MergeFollower statementsFollow(JdbcClient jdbc) {
        return FollowingTable.ofContact(jdbc, "top_issue_statements", "top_issue", "confirmed_contact");
    }

    @Bean
    MergeFollower issueLinksOfCustomersFollow(JdbcClient jdbc) {
        return FollowingTable.ofCustomer(jdbc, "top_issue_links", "top_issue_link", "customer_id");
    }

    @Bean
    MergeFollower issueLinksOfPeopleFollow(JdbcClient jdbc) {
        return FollowingTable.ofContact(jdbc, "top_issue_links", "top_issue_link", "contact_id");
    }

}
