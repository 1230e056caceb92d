package io.cesm.domain.complaint;

import io.cesm.domain.customer.FollowingTable;
import io.cesm.domain.customer.MergeFollower;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Complaints follow when their customer or contact is merged into another. */
@Configuration(proxyBeanMethods = false)
class ComplaintsFollow {

    @Bean
    MergeFollower complaintsOfCustomersFollow(JdbcClient jdbc) {
        return FollowingTable.ofCustomer(jdbc, "complaints", "complaint", "customer_id");
    }

    @Bean
    MergeFollower complaintsOfPeopleFollow(JdbcClient jdbc) {
        return FollowingTable.ofContact(jdbc, "complaints", "complaint", "contact_id");
    }

    @Bean
    MergeFollower answersToComplaintsFollow(JdbcClient jdbc) {
        return FollowingTable.ofContact(jdbc, "complaint_answers", "complaint", "answered_contact");
    }

    @Bean
    MergeFollower messagesFollow(JdbcClient jdbc) {
        return FollowingTable.ofContact(jdbc, "complaint_messages", "complaint_message", "contact_id");
    }

    @Bean
    MergeFollower linksToComplaintsFollow(JdbcClient jdbc) {
        return FollowingTable.ofContact(jdbc, "complaint_links", "complaint_link", "contact_id");
    }

    @Bean
    MergeFollower mailsAboutComplaintsFollow(JdbcClient jdbc) {
        return FollowingTable.ofContact(jdbc, "complaint_mails", "complaint_mail", "contact_id");
    }

    @Bean
    MergeFollower partiesFollow(JdbcClient jdbc) {
        return FollowingTable.ofContact(jdbc, "complaint_parties", "complaint_party", "contact_id");
    }

    @Bean
    MergeFollower intakeFormsFollow(JdbcClient jdbc) {
        return FollowingTable.ofCustomer(jdbc, "intake_forms", "intake_link", "customer_id");
    }

}
