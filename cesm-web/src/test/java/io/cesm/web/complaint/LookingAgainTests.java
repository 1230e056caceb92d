package io.cesm.web.complaint;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import io.cesm.domain.complaint.CauseClass;
import io.cesm.domain.complaint.CaseByLink;
import io.cesm.domain.complaint.ClockKind;
import io.cesm.domain.complaint.ComplaintBook;
import io.cesm.domain.complaint.ComplaintChannel;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.ComplaintState;
import io.cesm.domain.complaint.FileComplaint;
import io.cesm.domain.complaint.FilingComplaints;
import io.cesm.domain.complaint.HandingComplaints;
import io.cesm.domain.complaint.HandlingComplaints;
import io.cesm.domain.complaint.OfferOccasion;
import io.cesm.domain.complaint.OfferingCaseLinks;
import io.cesm.domain.complaint.Step;
import io.cesm.domain.complaint.TakeStep;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.Refusal;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class LookingAgainTests {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MockMvcTester web;

    @Autowired
    private People people;

    @Autowired
    private FilingComplaints filing;

    @Autowired
    private HandlingComplaints handling;

    @Autowired
    private HandingComplaints handing;

    @Autowired
    private ComplaintBook book;

    @Autowired
    private OfferingCaseLinks links;

    @Autowired
    private CaseByLink cases;

    @Autowired
    private JdbcClient jdbc;

    private Accounts.Made account = new Accounts.Made(null, null, null, null, null);

    private ComplaintId id = new ComplaintId(new UUID(0, 0));

    @BeforeEach
    void aDecisionOfTheCsrWhileTheCsrHadIt() {
        account = new Accounts(context).make();
        id = by(account.csr(), () -> {
            var filed = filing.file(
                    FileComplaint.of(new CustomerId(account.customer()), new ContactId(account.contact()), "主轴异响"),
                    List.of());
            handling.assign(filed, null, account.csr());
            handling.take(filed, null, Step.ACKNOWLEDGE, TakeStep.telling("已登记", ComplaintChannel.PHONE));
            handling.take(filed, null, Step.START, TakeStep.NOTHING);
            handling.take(filed, null, Step.RESOLVE, solution());
            return filed;
        });
    }

    @Test
    void whoTookNoPartIsOfferedItWhenTheCustomerDisagreesAndWhoDecidedNeitherDecidesNorCloses() {
        declined();
        var offer = requireNonNull(by(account.fr(), () -> handing.open(id)));
        assertThat(offer.to()).isEqualTo(account.fr());
        refused(account.csr(), Step.CLOSE,
                new TakeStep("谈不拢", null, null, null, null, null, null, null, null, "仲裁", null));
        take(account.csr(), Step.REOPEN, TakeStep.saying("按客户意见再查"));
        take(account.csr(), Step.START, TakeStep.NOTHING);
        refused(account.csr(), Step.RESOLVE, solution());
        by(account.fr(), () -> {
            handing.accept(id);
            return id;
        });
        refused(account.csr(), Step.RESOLVE, solution());
        take(account.fr(), Step.RESOLVE, solution());
        assertThat(state()).isEqualTo(ComplaintState.RESOLVED);
    }

    @Test
    void whoIsOfferedItReadsWhyAndFindsItOnTheDesk() {
        declined();
        assertThat(requireNonNull(by(account.fr(), () -> handing.open(id))).occasion())
            .isEqualTo(OfferOccasion.LOOK_AGAIN);
        assertThat(read("/complaints/" + id, account.fr())).contains("请您接手本单", "您没有参与其中");
        assertThat(read("/complaints/" + id, account.csr())).doesNotContain("请您接手本单").contains("须由未参与的人重新查看");
        assertThat(read("/notices", account.fr())).contains("客户不认可原来的决定，您没有参与其中");
        assertThat(read("/work", account.fr())).contains("/complaints?offered=true");
        assertThat(read("/complaints?offered=true", account.fr())).contains("/complaints/" + id);
        assertThat(read("/complaints?offered=true", account.csr())).doesNotContain("/complaints/" + id);
    }

    @Test
    void whoRefusesTellsTheGiverTheReason() {
        by(account.csr(), () -> {
            handing.offer(id, account.fr(), "请接手");
            return id;
        });
        by(account.fr(), () -> {
            handing.refuse(id, "下周不在现场");
            return id;
        });
        assertThat(read("/notices", account.csr())).contains("拒绝接手投诉", "理由：下周不在现场");
    }

    private String read(String path, StaffId who) {
        var seen = web.get().uri(path).header("Accept-Language", "zh-CN").with(SignedIn.as(who)).exchange();
        assertThat(seen).hasStatusOk();
        return new String(seen.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void whoHadItThenTookPartWhoeverTypedTheDecision() {
        var third = people.hire(account.unit(), Role.MANAGER);
        declined();
        by(account.csr(), () -> {
            handling.take(id, null, Step.REOPEN, TakeStep.saying("再查"));
            handling.take(id, null, Step.START, TakeStep.NOTHING);
            return id;
        });
        take(third, Step.RESOLVE, solution());
        declined();
        refused(account.csr(), Step.CLOSE,
                new TakeStep(null, null, null, null, null, null, null, null, null, "仲裁", null));
        refused(third, Step.CLOSE, new TakeStep(null, null, null, null, null, null, null, null, null, "仲裁", null));
        take(account.fr(), Step.CLOSE, new TakeStep(null, null, null, null, null, null, null, null, null, "仲裁", null));
        assertThat(state()).isEqualTo(ComplaintState.CLOSED);
    }

    @Test
    void theSameGoesForWhatTheCustomerOpensAgain() {
        take(account.csr(), Step.CONFIRM,
                TakeStep.answer("好", new ContactId(account.contact()), ComplaintChannel.PHONE, today()));
        take(account.fr(), Step.CLOSE, TakeStep.NOTHING);
        take(account.fr(), Step.REOPEN, TakeStep.saying("又响了"));
        assertThat(requireNonNull(by(account.fr(), () -> handing.open(id))).to()).isEqualTo(account.fr());
        take(account.fr(), Step.START, TakeStep.NOTHING);
        refused(account.csr(), Step.RESOLVE, solution());
        take(account.fr(), Step.RESOLVE, solution());
    }

    @Test
    void aClockSaysByWhenWhoDisagreedHearsFromUs() {
        declined();
        assertThat(by(account.csr(), () -> book.clocks(id)))
            .anySatisfy(it -> assertThat(it.kind() == ClockKind.NEXT_UPDATE && it.dueAt() != null).isTrue());
    }

    @Test
    void theRecordNamesWhoCouldDecideAndOffersNoStepThatWouldBeRefused() {
        declined();
        assertThat(page("/complaints/" + id)).contains("新的决定须由未参与的人作出").doesNotContain("/steps/close\"");
        assertThat(page("/complaints/" + id + "/steps/close")).contains("您参与过客户不认可的决定");
    }

    @Test
    void whatIsWorkedOnAgainIsAheadOnItsLifeLine() {
        declined();
        take(account.csr(), Step.REOPEN, TakeStep.saying("再查"));
        take(account.csr(), Step.START, TakeStep.NOTHING);
        assertThat(page("/complaints/" + id)).containsPattern("<li class=\"now\"[^>]*><span>处理中</span>")
            .contains("<li><span>已解决</span>");
    }

    @Test
    void aStepSaysWhichWordsItNeedsAndKeepsThemWhileSomethingElseIsDoneFirst() {
        assertThat(page("/complaints/" + id + "/steps/decline")).contains("data-draft=\"complaint-" + id + "-decline\"")
            .containsPattern("<label for=\"words\"><span>客户原话</span> <span class=\"must\">");
        assertThat(page("/complaints/" + id + "/steps/confirm"))
            .doesNotContainPattern("<label for=\"words\"><span>[^<]*</span> <span class=\"must\">");
    }

    @Test
    void whereNobodyElseIsLeftTheSamePeopleDecideAndTheCustomerIsToldSo() {
        var token = by(account.csr(), () -> links.token(id, links.offer(id, null)));
        assertThat(requireNonNull(cases.look(token).about()).another()).isTrue();
        List<UUID> others = jdbc.sql("select id from staff where status = 'ACTIVE' and id <> ?")
            .param(account.csr().id())
            .query((rs, i) -> requireNonNull(rs.getObject(1, UUID.class)))
            .list();
        try {
            status("DISABLED", others);
            assertThat(requireNonNull(cases.look(token).about()).another()).isFalse();
            declined();
            assertThat(requireNonNull(cases.look(token).about()).looksAlone()).isTrue();
            assertThat(page("/complaints/" + id)).contains("没有未参与的同事可以接手");
            take(account.csr(), Step.CLOSE,
                    new TakeStep(null, null, null, null, null, null, null, null, null, "仲裁", null));
            assertThat(state()).isEqualTo(ComplaintState.CLOSED);
        }
        finally {
            status("ACTIVE", others);
        }
    }

    private void status(String status, List<UUID> staff) {
        jdbc.sql("update staff set status = :status where id = any(:staff)")
            .param("status", status)
            .param("staff", staff.toArray(UUID[]::new))
            .update();
    }

    private void declined() {
        take(account.csr(), Step.DECLINE,
                TakeStep.answer("赔偿不够", new ContactId(account.contact()), ComplaintChannel.PHONE, today()));
    }

    private void take(StaffId who, Step step, TakeStep wish) {
        by(who, () -> {
            handling.take(id, null, step, wish);
            return id;
        });
    }

    private void refused(StaffId who, Step step, TakeStep wish) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> take(who, step, wish))
            .satisfies(it -> assertThat(it.messageKey()).isEqualTo("refusal.complaint.look_again"));
    }

    private static TakeStep solution() {
        return TakeStep.resolving(CauseClass.DESIGN, "管径不足", "更换管路", "已更换", ComplaintChannel.PHONE);
    }

    private java.time.LocalDate today() {
        return new Accounts(context).today();
    }

    private ComplaintState state() {
        return by(account.csr(), () -> book.require(id)).state();
    }

    private String page(String path) {
        var answer = web.get().uri(path).header("Accept-Language", "zh").with(SignedIn.as(account.csr())).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private <T> T by(StaffId who, Supplier<T> work) {
        return people.as(who, work);
    }

}
