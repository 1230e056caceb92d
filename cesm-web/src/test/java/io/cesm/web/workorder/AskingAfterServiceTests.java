package io.cesm.web.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.ComplaintMoved;
import io.cesm.domain.complaint.ComplaintState;
import io.cesm.domain.complaint.FileComplaint;
import io.cesm.domain.complaint.FilingComplaints;
import io.cesm.domain.customer.ContactDetails;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.customer.RegisteringContacts;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.governance.workorder.VisitDone;
import io.cesm.governance.workorder.WorkOrderId;
import io.cesm.perception.visit.CustomerVisited;
import io.cesm.web.support.Accounts;
import io.cesm.web.support.People;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Surveys are told who it was, not where mail for them goes: here two people share a mail
 * box, which one of them has left, and bear the same name.
 */
@WebTest
class AskingAfterServiceTests {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private Accounts.Made account = new Accounts.Made(null, null, null, null, null);

    private CustomerId customer = new CustomerId(new UUID(0, 0));

    @BeforeEach
    void twoWhoCannotBeToldApartByName() {
        account = new Accounts(context).make();
        customer = new CustomerId(account.customer());
        var other = Acting.as(Actor.system("test"), () -> context.getBean(RegisteringContacts.class)
            .register(customer, ContactDetails.named("周工"), List.of()));
        mail(account.contact(), true);
        mail(other.id(), false);
    }

    @Test
    void afterACaseWasClosed() {
        tell(new ComplaintMoved(complaint(), customer, ComplaintState.RESOLVED, ComplaintState.CLOSED, now()));
        assertThat(told("CASE_CLOSED")).containsExactly(account.contact());
    }

    @Test
    void afterAWorkOrder() {
        tell(new VisitDone(new WorkOrderId(Uuid7.next()), complaint(), customer, true, now()));
        assertThat(told("VISIT_DONE")).containsExactly(account.contact());
    }

    @Test
    void afterAVisit() {
        var visit = Uuid7.next();
        var today = new Accounts(context).today();
        jdbc.sql("""
                insert into customer_visit (id, customer_id, contact_id, staff_id, visited_on, noted_at)
                values (?, ?, ?, ?, ?, now())""")
            .params(visit, account.customer(), account.contact(), account.fr().id(), today)
            .update();
        tell(new CustomerVisited(visit, customer, new ContactId(account.contact()), today));
        assertThat(told("VISIT_DONE")).containsExactly(account.contact());
    }

    private ComplaintId complaint() {
        return people.as(account.csr(), () -> context.getBean(FilingComplaints.class)
            .file(FileComplaint.of(customer, new ContactId(account.contact()), "主轴又停了"), List.of()));
    }

    private void tell(Object fact) {
        transaction.executeWithoutResult(it -> context.publishEvent(fact));
    }

    private List<UUID> told(String event) {
        return jdbc.sql("select contact_id from survey_event where event = ? and customer_id = ?")
            .params(event, account.customer())
            .query(UUID.class)
            .list();
    }

    private void mail(UUID contact, boolean former) {
        jdbc.sql("""
                insert into contact_point (id, contact_id, kind, value, normal, former, created_at)
                values (?, ?, 'EMAIL', 'service@heavy.example', 'service@heavy.example', ?, now())""")
            .params(Uuid7.next(), contact, former)
            .update();
    }

    private Instant now() {
        return context.getBean(Clock.class).instant();
    }

}
