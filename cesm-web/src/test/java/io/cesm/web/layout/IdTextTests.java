package io.cesm.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.FileComplaint;
import io.cesm.domain.complaint.FilingComplaints;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.web.support.Accounts;
import io.cesm.web.support.People;
import io.cesm.web.support.SignedIn;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Ids in forms and addresses that were typed, cut off or left empty. */
@WebTest
class IdTextTests {

    private static final String GARBLED = "0199b000-zzzz";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MockMvcTester web;

    @Autowired
    private People people;

    private StaffId office = StaffId.next();

    private ComplaintId complaint = new ComplaintId(Uuid7.next());

    @BeforeEach
    void aComplaint() {
        var account = new Accounts(context).make();
        office = people.hire(account.unit(), Role.OFFICE);
        complaint = people.as(account.csr(), () -> context.getBean(FilingComplaints.class)
            .file(FileComplaint.of(new CustomerId(account.customer()), new ContactId(account.contact()), "刹车片磨损过快"),
                    List.of()));
    }

    @Test
    void nameNothingInAddresses() {
        for (var address : List.of("/scorecards?customer=", "/scorecards/new?customer=", "/levels/readings?customer=",
                "/complaints?customer=", "/top-issues?owner=", "/expectations?contact=", "/follow-ups?unit=",
                "/dashboard?unit=", "/surveys?owner=", "/insights/gaps?unit=")) {
            assertThat(get(address + GARBLED)).as(address).hasStatus(404);
            assertThat(get(address).getResponse().getStatus()).as("%s left empty", address).isLessThan(400);
        }
    }

    @Test
    void nameNothingInFormsAndAreAskedForWhereTheyAreMissing() {
        var actions = "/complaints/" + complaint + "/8d/actions";
        assertThat(post(actions, "kind", "CORRECTIVE", "what", "换片", "owner", GARBLED, "dueOn", "2031-01-01"))
            .hasStatus(404);
        assertThat(post(actions, "kind", "CORRECTIVE", "what", "换片", "owner", "", "dueOn", "2031-01-01"))
            .hasStatus(422);
        var checks = "/complaints/" + complaint + "/checks/" + Uuid7.next() + "/owner";
        assertThat(post(checks, "version", "0", "owner", GARBLED)).hasStatus(404);
        assertThat(post(checks, "version", "0", "owner", "")).hasStatus(422);
    }

    private MvcTestResult get(String address) {
        return web.get().uri(address).header("Accept-Language", "en").with(SignedIn.as(office)).exchange();
    }

    private MvcTestResult post(String address, String... fields) {
        var request = web.post()
            .uri(address)
            .header("Accept-Language", "en")
            .with(SignedIn.as(office))
            .with(SecurityMockMvcRequestPostProcessors.csrf());
        for (int i = 0; i + 1 < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

}
