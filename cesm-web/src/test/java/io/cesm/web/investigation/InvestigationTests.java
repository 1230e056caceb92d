package io.cesm.web.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.cesm.domain.complaint.CauseClass;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.FileComplaint;
import io.cesm.domain.complaint.FilingComplaints;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.StaleVersion;
import io.cesm.domain.people.StaffId;
import io.cesm.governance.investigation.Findings;
import io.cesm.governance.investigation.InvestigatingComplaints;
import io.cesm.governance.investigation.Investigation;
import io.cesm.governance.investigation.Investigation.ActionKind;
import io.cesm.web.support.Accounts;
import io.cesm.web.support.Api;
import io.cesm.web.support.People;
import io.cesm.web.support.SignedIn;
import io.cesm.web.support.WebTest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class InvestigationTests {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MockMvcTester web;

    @Autowired
    private People people;

    @Autowired
    private InvestigatingComplaints investigating;

    private Accounts.Made account = new Accounts.Made(null, null, null, null, null);

    private ComplaintId id = new ComplaintId(new UUID(0, 0));

    @BeforeEach
    void aComplaint() {
        account = new Accounts(context).make();
        id = people.as(account.csr(), () -> context.getBean(FilingComplaints.class)
            .file(FileComplaint.of(new CustomerId(account.customer()), new ContactId(account.contact()), "卷扬机刹车片磨损过快"),
                    List.of()));
    }

    @Test
    void endsOnlyWhenTheCauseIsConfirmedByAnotherAndTheActionsAreProven() {
        people.as(account.csr(), () -> investigating.write(id, null, findings("没有更换标准")));
        refused("investigation.four_eyes", account.csr(), () -> investigating.confirm(id, version()));
        people.as(account.fr(), () -> investigating.confirm(id, version()));
        people.as(account.csr(), () -> investigating.write(id, version(), findings("保养手册没有写更换标准")));
        assertThat(found().confirmedAt()).as("another cause has to be confirmed anew").isNull();
        refused("investigation.missing", account.csr(), () -> investigating.close(id, version()));
        people.as(account.fr(), () -> investigating.confirm(id, version()));
        people.as(account.csr(), () -> investigating.plan(id, ActionKind.CORRECTIVE, "换片并修订手册", null, account.fr(),
                LocalDate.now().plusDays(5)));
        var action = found().actions().getFirst().id();
        refused("investigation.action.state", account.fr(), () -> investigating.validated(id, action, null, "还没做"));
        people.as(account.fr(), () -> investigating.implemented(id, action, null));
        refused("investigation.missing", account.csr(), () -> investigating.close(id, version()));
        people.as(account.fr(), () -> investigating.validated(id, action, null, "三个月磨损小于一毫米"));
        people.as(account.csr(), () -> investigating.close(id, version()));
        assertThat(found().done()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        refused("investigation.closed", account.csr(), () -> investigating.write(id, version(), findings("又想到了")));
    }

    @Test
    void whoWroteTheCauseIsNotAskedToAgreeToIt() {
        people.as(account.csr(), () -> investigating.write(id, null, findings("没有更换标准")));
        var at = "/complaints/" + id + "/8d";
        assertThat(web.get().uri(at).with(SignedIn.as(account.csr()))).bodyText().doesNotContain(at + "/confirm");
        assertThat(web.get().uri(at).with(SignedIn.as(account.fr()))).bodyText().contains(at + "/confirm");
    }

    @Test
    void twoWhoWriteAtOnceDoNotOverwriteEachOther() {
        people.as(account.csr(), () -> investigating.write(id, null, findings("甲")));
        var seen = version();
        people.as(account.csr(), () -> investigating.write(id, seen, findings("乙")));
        assertThatExceptionOfType(StaleVersion.class)
            .isThrownBy(() -> people.as(account.fr(), () -> investigating.write(id, seen, findings("丙"))));
        assertThatExceptionOfType(StaleVersion.class).as("as if there were none")
            .isThrownBy(() -> people.as(account.fr(), () -> investigating.write(id, null, findings("丁"))));
    }

    @Test
    void theCustomerReadsOnlyWhatWasWrittenForThem() throws Exception {
        people.as(account.csr(), () -> investigating.write(id, null, findings("班组偷懒没有点检")));
        people.as(account.csr(), () -> {
            investigating.plan(id, ActionKind.CORRECTIVE, "处罚班组长", null, account.fr(), LocalDate.now().plusDays(5));
            investigating.plan(id, ActionKind.PREVENTIVE, "点检上系统，漏检报主管", "点检改为系统提醒", account.fr(),
                    LocalDate.now().plusDays(9));
        });
        var page = get("/complaints/" + id + "/8d/report");
        assertThat(page).hasStatusOk()
            .bodyText()
            .contains("点检周期过长", "点检改为系统提醒", "根本原因")
            .doesNotContain("偷懒", "处罚", "漏检报主管");
        var pdf = get("/complaints/" + id + "/8d/report.pdf");
        assertThat(pdf).hasStatusOk();
        assertThat(pdf.getResponse().getContentAsByteArray()).startsWith("%PDF".getBytes());
        assertThat(get("/complaints/" + id + "/8d")).hasStatusOk().bodyText().contains("班组偷懒没有点检");
        assertThat(get("/complaints/" + id)).hasStatusOk().bodyText().contains("id=\"investigation\"");
        var stranger = new Accounts(context).make().csr();
        for (var path : List.of("/8d", "/8d/report", "/8d/report.pdf")) {
            assertThat(web.get().uri("/complaints/" + id + path).with(SignedIn.as(stranger))).as(path).hasStatus(404);
        }
        var api = new Api(context, account.csr());
        assertThat(Api.<List<?>>read(api.get("/complaints/" + id + "/investigation"), "$.actions")).hasSize(2);
    }

    @Test
    void isFilledInOnOnePage() {
        var sent = web.post()
            .uri("/complaints/" + id + "/8d")
            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
            .param("team", account.fr().toString())
            .param("whatIs", "刹车片三个月磨穿")
            .param("occurrence", "磨损快", "间隙没调，还在拖磨", "", "", "")
            .param("occurrenceCause", "PROCESS")
            .param("escape", "", "", "", "", "")
            .with(SignedIn.as(account.csr()))
            .with(SecurityMockMvcRequestPostProcessors.csrf())
            .exchange();
        assertThat(sent).hasStatus3xxRedirection();
        assertThat(found().findings().occurrence()).containsExactly("磨损快", "间隙没调，还在拖磨");
        assertThat(found().teamNames()).hasSize(1);
    }

    private Findings findings(String cause) {
        return new Findings(Set.of(account.fr().id()), new Findings.Facts("刹车片磨损过快", "电机正常"),
                new Findings.Facts(null, null), new Findings.Facts(null, null), new Findings.Facts(null, null), "先换新片",
                null, List.of("磨损超限", cause), CauseClass.PROCESS, List.of(), null, "同型号全部核查", null,
                new Findings.ForCustomer("刹车片磨损过快", null, "点检周期过长", null));
    }

    private Investigation found() {
        return investigating.find(id).orElseThrow();
    }

    private long version() {
        return found().version();
    }

    private void refused(String code, StaffId who, Runnable work) {
        ThrowingCallable act = () -> people.as(who, work);
        assertThatExceptionOfType(Refusal.class).isThrownBy(act).satisfies(it -> assertThat(it.code()).isEqualTo(code));
    }

    private MvcTestResult get(String path) {
        return web.get().uri(path).header("Accept-Language", "en").with(SignedIn.as(account.csr())).exchange();
    }

}
