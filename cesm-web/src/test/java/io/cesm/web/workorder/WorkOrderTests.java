package io.cesm.web.workorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.FileComplaint;
import io.cesm.domain.complaint.FilingComplaints;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.support.Statements;
import io.cesm.governance.workorder.DispatchWork;
import io.cesm.governance.workorder.DispatchingWork;
import io.cesm.governance.workorder.FinishWork;
import io.cesm.governance.workorder.NotDone;
import io.cesm.governance.workorder.WorkOrder;
import io.cesm.governance.workorder.WorkOrderBook;
import io.cesm.governance.workorder.WorkOrderFilter;
import io.cesm.governance.workorder.WorkOrderId;
import io.cesm.governance.workorder.WorkOrderState;
import io.cesm.web.support.Accounts;
import io.cesm.web.support.Api;
import io.cesm.web.support.People;
import io.cesm.web.support.SignedIn;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class WorkOrderTests {

    /** A picture of one pixel. */
    private static final String PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MockMvcTester web;

    @Autowired
    private People people;

    @Autowired
    private DispatchingWork dispatching;

    @Autowired
    private WorkOrderBook book;

    private Accounts.Made account = new Accounts.Made(null, null, null, null, null);

    /** Somebody who goes out and is not in the team of the customer. */
    private StaffId fitter = new StaffId(null);

    @BeforeEach
    void aCustomer() {
        account = new Accounts(context).make();
        fitter = people.hire(Role.FR);
    }

    @Test
    void goesFromPlanToSignatureOnAPhone() {
        var id = send(file());
        assertThat(step(id, "leave")).hasStatus3xxRedirection();
        assertThat(step(id, "arrive")).hasStatus3xxRedirection();
        assertThat(web.get().uri("/work-orders/" + id).with(SignedIn.as(fitter))).hasStatusOk()
            .bodyText()
            .contains("capture=\"environment\"", "data-sign=\"signature\"", "/js/sign");
        var unsigned = done(id).param("solved", "true").param("outcome", "更换油封").exchange();
        assertThat(unsigned).hasStatus(422);
        assertThat(done(id).param("solved", "true")
            .param("outcome", "更换油封，试车半小时")
            .param("part", "油封 TC-60", "润滑脂", "")
            .param("quantity", "2", "0.5", "")
            .param("serial", "", "批号 2611", "")
            .param("signedName", "周工")
            .param("signature", "data:image/png;base64," + PIXEL)
            .exchange()).hasStatus3xxRedirection();

        var it = people.as(fitter, () -> book.require(id));
        assertThat(it.state()).isEqualTo(WorkOrderState.DONE);
        assertThat(it.signature()).isNotNull();
        assertThat(book.evidence(id).parts()).extracting(WorkOrder.Part::name).containsExactly("油封 TC-60", "润滑脂");
        assertThat(web.get().uri("/files/" + it.signature()).with(SignedIn.as(fitter))).hasStatusOk();
        assertThat(web.get().uri("/files/" + it.signature()).with(SignedIn.as(people.hire(Role.FR)))).hasStatus(404);
        assertThat(web.get().uri("/work-orders/" + id).with(SignedIn.as(account.csr()))).hasStatusOk()
            .bodyText()
            .contains("更换油封，试车半小时", "周工", "批号 2611");
    }

    @Test
    void onlyWhoWasSentNotesItAndOthersFindNothing() {
        var id = send(file());
        assertThatExceptionOfType(Refusal.class)
            .isThrownBy(() -> people.as(account.csr(), () -> dispatching.leave(id, 0)))
            .satisfies(it -> assertThat(it.code()).isEqualTo("workorder.not_yours"));
        assertThatExceptionOfType(UnknownThing.class)
            .isThrownBy(() -> people.as(people.hire(Role.FR), () -> book.require(id)));
        assertThatExceptionOfType(Refusal.class).as("not before it began")
            .isThrownBy(() -> people.as(fitter,
                    () -> dispatching.finish(id, 0, new FinishWork(true, "好了", List.of(), List.of(), "周工", null))))
            .satisfies(it -> assertThat(it.code()).isEqualTo("workorder.wrong_state"));
        people.as(fitter, () -> dispatching.fail(id, 0, NotDone.ABSENT, "门卫不让进"));
        assertThat(people.as(fitter, () -> book.require(id)).state()).isEqualTo(WorkOrderState.NOT_DONE);
    }

    @Test
    void aForgedSignatureIsRefused() {
        var id = send(file());
        step(id, "arrive");
        assertThat(done(id).param("solved", "false")
            .param("outcome", "x")
            .param("signedName", "周工")
            .param("signature", "data:image/png;base64," + Base64.getEncoder().encodeToString("<svg>".getBytes()))
            .exchange()).hasStatus(422);
        assertThat(done(id).param("solved", "false")
            .param("outcome", "x")
            .param("signedName", "周工")
            .param("signature", "data:text/html;base64,PHA+")
            .exchange()).hasStatus(422);
    }

    @Test
    void firstTimeFixCountsWhatOneVisitSolved() {
        visit(file(), true);
        visit(file(), true);
        var again = file();
        visit(again, false);
        visit(again, true);
        var rows = people.as(account.csr(), () -> book.firstTimeFix(WorkOrderBook.By.UNIT,
                Instant.now().minus(Duration.ofDays(1)), Instant.now().plus(Duration.ofDays(1))));
        assertThat(rows).singleElement().satisfies(it -> {
            assertThat(it.fixed().n()).isEqualTo(3);
            assertThat(it.fixed().part()).as("not the one that took two").isEqualTo(2);
            assertThat(it.fixed().low()).isBetween(20.0, 21.0);
        });
    }

    @Test
    void listsCostTheSameAndCalendarsAndProgramsKnowThem() throws Exception {
        for (int i = 0; i < 5; i++) {
            send(file());
        }
        assertThat(statements(2)).hasSameSizeAs(statements(5)).hasSize(1);
        var days = people.as(fitter, () -> context.getBean(VisitDays.class)
            .due(fitter, LocalDate.now().minusDays(2), LocalDate.now().plusDays(5), Locale.CHINESE));
        assertThat(days).hasSize(5);
        for (var page : List.of("/work-orders", "/work-orders?view=mine", "/work-orders?view=all",
                "/work-orders/figures", "/work-orders/figures?by=PRODUCT", "/work-orders/export.csv",
                "/work-orders/figures/export.csv", "/complaints/" + file() + "/work-orders/new", "/work")) {
            assertThat(web.get().uri(page).with(SignedIn.as(account.csr()))).as(page).hasStatusOk();
        }
        var api = new Api(context, account.csr());
        var made = api.post("/work-orders", """
                {"complaint": "%s", "assignee": "%s", "task": "测振动", "from": "2026-12-01T01:00:00Z",
                 "to": "2026-12-01T03:00:00Z"}""".formatted(file(), account.csr()));
        var id = Api.<String>read(made, "$.id.id");
        assertThat(Api.<String>read(api.post("/work-orders/" + id + "/leave", 0, "{}"), "$.state"))
            .isEqualTo("ON_THE_WAY");
    }

    @Test
    void linksTheCustomerToThoseOnlyWhoMayOpenThem() {
        var complaint = file();
        var id = send(complaint);
        var links = List.of("/customers/" + account.customer(), "href=\"/complaints/" + complaint);
        for (var page : List.of("/work-orders/" + id, "/work-orders?view=mine", "/work")) {
            assertThat(web.get().uri(page).with(SignedIn.as(fitter))).as(page)
                .hasStatusOk()
                .bodyText()
                .contains("检查主轴")
                .doesNotContain(links);
        }
        assertThat(web.get().uri("/work-orders/" + id).with(SignedIn.as(account.csr()))).bodyText().contains(links);
        assertThat(web.get().uri("/work-orders?view=all").with(SignedIn.as(account.csr()))).bodyText()
            .contains(links.getFirst());
    }

    private List<String> statements(int size) {
        return people.as(account.csr(), () -> {
            try {
                return Statements.of(() -> book.slice(WorkOrderFilter.ALL, size, null));
            }
            catch (Exception ex) {
                throw new IllegalStateException(ex);
            }
        });
    }

    private void visit(ComplaintId complaint, boolean solved) {
        var id = send(complaint);
        people.as(fitter, () -> {
            dispatching.arrive(id, 0);
            dispatching.finish(id, 1, new FinishWork(solved, "处理", List.of(), List.of(), "周工", null));
        });
    }

    private WorkOrderId send(ComplaintId complaint) {
        return people.as(account.csr(), () -> dispatching.dispatch(complaint, new DispatchWork(fitter, "检查主轴", null,
                Instant.now().plus(Duration.ofHours(1)), Instant.now().plus(Duration.ofHours(3))), false));
    }

    private ComplaintId file() {
        return people.as(account.csr(),
                () -> context.getBean(FilingComplaints.class)
                    .file(FileComplaint.of(new CustomerId(account.customer()), new ContactId(account.contact()),
                            "主轴漏油 " + UUID.randomUUID()), List.of()));
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult step(WorkOrderId id, String what) {
        return post(id, what).param("version", version(id)).exchange();
    }

    private String version(WorkOrderId id) {
        return String.valueOf(people.as(fitter, () -> book.require(id)).version());
    }

    private MockMvcTester.MockMvcRequestBuilder post(WorkOrderId id, String what) {
        return web.post()
            .uri("/work-orders/" + id + "/" + what)
            .header("Accept-Language", "en")
            .with(SignedIn.as(fitter))
            .with(SecurityMockMvcRequestPostProcessors.csrf());
    }

    private MockMvcTester.MockMvcRequestBuilder done(WorkOrderId id) {
        return post(id, "done").param("version", version(id));
    }

}
