package io.cesm.web.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import io.cesm.domain.complaint.CauseClass;
import io.cesm.domain.complaint.ComplaintChannel;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.ComplaintKind;
import io.cesm.domain.complaint.FileComplaint;
import io.cesm.domain.complaint.FilingComplaints;
import io.cesm.domain.complaint.HandlingComplaints;
import io.cesm.domain.complaint.Step;
import io.cesm.domain.complaint.TakeStep;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.StaleVersion;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.governance.playbook.FollowingPlaybooks;
import io.cesm.governance.playbook.Playbook;
import io.cesm.governance.playbook.PlaybookRun;
import io.cesm.governance.playbook.WritingPlaybooks;
import io.cesm.web.support.Accounts;
import io.cesm.web.support.Api;
import io.cesm.web.support.People;
import io.cesm.web.support.SignedIn;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class PlaybookTests {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MockMvcTester web;

    @Autowired
    private People people;

    @Autowired
    private WritingPlaybooks writing;

    @Autowired
    private FollowingPlaybooks following;

    @Autowired
    private FilingComplaints filing;

    @Autowired
    private HandlingComplaints handling;

    private Accounts.Made account = new Accounts.Made(null, null, null, null, null);

    private StaffId office = new StaffId(null);

    @BeforeEach
    void aCustomer() {
        account = new Accounts(context).make();
        office = people.hire(Role.OFFICE);
    }

    /** Others file complaints in the same database. */
    @AfterEach
    void nothingStaysInUse() {
        context.getBean(JdbcClient.class).sql("update playbook set active = false").update();
    }

    @Test
    void isGivenOnceToWhatItFitsAndHoldsUpAStepUntilTheItemIsTicked() {
        var book = write(1, null, Playbook.Item.of("确认安全"),
                new Playbook.Item("原因已复核", "Cause confirmed", 24, true, Step.RESOLVE, 1));
        var grave = file(1);
        var slight = file(4);

        assertThat(runs(grave)).singleElement().satisfies(it -> assertThat(it.playbook()).isEqualTo(book));
        assertThat(runs(slight)).isEmpty();
        work(grave);
        assertThat(runs(grave)).as("given once however often it moves").hasSize(1);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> solve(grave)).satisfies(it -> {
            assertThat(it.code()).isEqualTo("playbook.required");
            assertThat(it.args()).hasSize(1);
        });
        var check = runs(grave).getFirst().checks().get(1);
        assertThat(check.dueAt()).isNotNull();
        assertThatExceptionOfType(Refusal.class)
            .isThrownBy(() -> act(account.csr(), () -> following.done(grave, check.id(), 0, " ")));
        assertThatExceptionOfType(Refusal.class).as("a step waits for it")
            .isThrownBy(() -> act(account.csr(), () -> following.skip(grave, check.id(), 0, "不适用")));
        act(account.csr(), () -> following.done(grave, check.id(), 0, "王工复核签字"));
        assertThatExceptionOfType(StaleVersion.class)
            .isThrownBy(() -> act(account.fr(), () -> following.done(grave, check.id(), 0, "再签一次")));
        solve(grave);
        assertThat(runs(grave).getFirst().done()).isEqualTo(1);
    }

    @Test
    void whatAComplaintWasGivenStaysWhenTheListChanges() {
        var book = write(4, null, Playbook.Item.of("旧的一项"));
        var id = file(2);
        var before = people.as(office, () -> writing.require(book));
        people.as(office, () -> writing.revise(book, before.version(), new Playbook(book, "", before.name(), null,
                ComplaintKind.COMPLAINT, 4, null, null, true, 0, List.of(Playbook.Item.of("新的一项")), 0)));
        assertThat(runs(id).getFirst().checks()).extracting(PlaybookRun.Check::words).containsExactly("旧的一项");
        assertThat(people.as(office, () -> writing.editions(book))).extracting(WritingPlaybooks.Edition::no)
            .containsExactly(2, 1);
    }

    @Test
    void fitsByCauseOnceTheCauseIsKnown() {
        write(null, CauseClass.SUPPLIER, Playbook.Item.of("锁定同批库存"));
        var id = file(2);
        assertThat(runs(id)).isEmpty();
        work(id);
        solve(id);
        assertThat(runs(id)).hasSize(1);
    }

    @Test
    void aStepSaysWhatItWaitsForBeforeItIsSent() {
        write(null, null, new Playbook.Item("原因已复核", "Cause confirmed", 24, false, Step.RESOLVE, 1),
                new Playbook.Item("影响已止住", null, 24, false, Step.CONTAIN, null), Playbook.Item.of("随时可做"));
        var grave = file(1);
        var slight = file(4);
        work(grave);
        work(slight);

        assertThat(step(grave, "resolve")).contains("waits for items of the checklist", "Cause confirmed", "#playbooks")
            .doesNotContain("影响已止住", "随时可做");
        assertThat(step(grave, "contain")).contains("影响已止住").doesNotContain("Cause confirmed");
        assertThat(step(slight, "resolve")).as("asked of grade 1 alone").doesNotContain("waits for items");
        var check = runs(grave).getFirst().checks().getFirst();
        act(account.csr(), () -> following.done(grave, check.id(), 0, null));
        assertThat(step(grave, "resolve")).doesNotContain("waits for items");
    }

    private String step(ComplaintId id, String step) {
        var page = web.get()
            .uri("/complaints/" + id + "/steps/" + step)
            .header("Accept-Language", "en")
            .with(SignedIn.as(account.csr()))
            .exchange();
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void pagesAndProgramsTickItemsAndStrangersFindNothing() throws Exception {
        write(4, null, Playbook.Item.of("现场拍照"));
        var id = file(3);
        var check = runs(id).getFirst().checks().getFirst();
        assertThat(web.get().uri("/complaints/" + id).header("Accept-Language", "en").with(SignedIn.as(account.csr())))
            .hasStatusOk()
            .bodyText()
            .contains("现场拍照", "0 of 1");
        var stranger = new Accounts(context).make().csr();
        assertThatExceptionOfType(UnknownThing.class)
            .isThrownBy(() -> act(stranger, () -> following.done(id, check.id(), 0, "看过")));
        assertThat(web.post()
            .uri("/complaints/" + id + "/checks/" + check.id() + "/done")
            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
            .param("version", "0")
            .param("evidence", "照片已传")
            .with(SignedIn.as(account.csr()))
            .with(SecurityMockMvcRequestPostProcessors.csrf())).hasStatus3xxRedirection();
        var api = new Api(context, account.csr());
        assertThat(Api.<String>read(api.get("/complaints/" + id + "/playbooks"), "$[0].checks[0].state"))
            .isEqualTo("DONE");
        for (var page : List.of("/playbooks", "/playbooks/new", "/playbooks/" + runs(id).getFirst().playbook(),
                "/playbooks/" + runs(id).getFirst().playbook() + "/edit", "/work")) {
            assertThat(web.get().uri(page).with(SignedIn.as(office))).as(page).hasStatusOk();
        }
        assertThat(web.post()
            .uri("/playbooks/new")
            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
            .param("name", "页面上写的清单")
            .param("words", "第一项，含逗号", "", "第二项")
            .param("wordsEn", "", "", "")
            .param("dueHours", "8", "", "")
            .param("evidence", "true", "false", "false")
            .param("requiredFor", "RESOLVE", "", "")
            .param("requiredTo", "", "", "")
            .with(SignedIn.as(office))
            .with(SecurityMockMvcRequestPostProcessors.csrf())).hasStatus3xxRedirection();
        assertThat(people.as(office, () -> writing.all())).filteredOn(it -> it.name().equals("页面上写的清单"))
            .singleElement()
            .satisfies(it -> assertThat(it.items()).extracting(Playbook.Item::words).containsExactly("第一项，含逗号", "第二项"));
    }

    private UUID write(Integer gradeTo, CauseClass cause, Playbook.Item... items) {
        return people.as(office, () -> writing.add(new Playbook(new UUID(0, 0), "", "清单", null, ComplaintKind.COMPLAINT,
                gradeTo, cause, null, true, 0, List.of(items), 0), false));
    }

    private List<PlaybookRun> runs(ComplaintId id) {
        return following.of(id);
    }

    /** Impact and urgency both as bad as said: the grade follows. */
    private ComplaintId file(int howBad) {
        var wish = FileComplaint.of(new CustomerId(account.customer()), new ContactId(account.contact()), "停机");
        return as(account.csr(),
                () -> filing.file(new FileComplaint(wish.kind(), wish.customer(), wish.contact(), null, "停机了",
                        ComplaintChannel.PHONE, null, null, null, null, null, howBad, howBad, howBad == 1,
                        account.csr(), false), List.of()));
    }

    private void work(ComplaintId id) {
        take(id, Step.ACKNOWLEDGE, TakeStep.telling("已登记", ComplaintChannel.PHONE));
        take(id, Step.START, TakeStep.NOTHING);
    }

    private void solve(ComplaintId id) {
        take(id, Step.RESOLVE, new TakeStep("已处理", null, ComplaintChannel.PHONE, null, null, CauseClass.SUPPLIER,
                "来料不良", "更换", null, null, null));
    }

    private void take(ComplaintId id, Step step, TakeStep wish) {
        act(account.csr(), () -> handling.take(id, null, step, wish));
    }

    private void act(StaffId who, Runnable work) {
        people.as(who, work);
    }

    private <T> T as(StaffId who, Supplier<T> work) {
        return people.as(who, work);
    }

}
