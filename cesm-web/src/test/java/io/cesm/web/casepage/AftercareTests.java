package io.cesm.web.casepage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.complaint.CauseClass;
import io.cesm.domain.complaint.ComplaintChannel;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.FileComplaint;
import io.cesm.domain.complaint.FilingComplaints;
import io.cesm.domain.complaint.HandlingComplaints;
import io.cesm.domain.complaint.OfferingCaseLinks;
import io.cesm.domain.complaint.Step;
import io.cesm.domain.complaint.TakeStep;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.time.ScopedClock;
import io.cesm.satisfaction.aftercare.AskingAfterwards;
import io.cesm.satisfaction.aftercare.ScoringByLink;
import io.cesm.web.support.Accounts;
import io.cesm.web.support.Api;
import io.cesm.web.support.People;
import io.cesm.web.support.SignedIn;
import io.cesm.web.support.WebTest;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class AftercareTests {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MockMvcTester web;

    @Autowired
    private People people;

    @Autowired
    private HandlingComplaints handling;

    @Autowired
    private AskingAfterwards asking;

    @Autowired
    private ScoringByLink scoring;

    @Autowired
    private OfferingCaseLinks offering;

    @Autowired
    private JdbcClient jdbc;

    private Accounts.Made account = new Accounts.Made(null, null, null, null, null);

    @BeforeEach
    void aCustomer() {
        account = new Accounts(context).make();
        reach(account.contact(), "zhou@hongyuan.example");
    }

    @Test
    void theComplainantIsAskedOnceADayLaterAndBothMarksStandOnTheRecord() {
        var id = closed(account.contact());
        Acting.as(Actor.system("test"), asking::ask);
        assertThat(state(id)).as("not on the same day").isNull();
        asksTomorrow();
        assertThat(state(id)).isEqualTo("ASKED");
        asksTomorrow();
        assertThat(jdbc.sql("select count(*) from complaint_mail where complaint_id = ? and kind = 'SCORE'")
            .param(id.id())
            .query(Integer.class)
            .single()).isEqualTo(1);
        var token = token(id);
        var cookie = new Cookie("case-" + CaseCookie.ref(token), token);
        assertThat(web.get().uri("/c/cases/" + CaseCookie.ref(token)).header("Accept-Language", "en").cookie(cookie))
            .hasStatusOk()
            .bodyText()
            .contains("name=\"handling\"", "name=\"outcome\"");
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> scoring.score(token, 11, 5, null));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> scoring.score(token, 8, null, null));
        scoring.score(token, 8, 6, "结果一般");
        assertThatExceptionOfType(Refusal.class).as("twice").isThrownBy(() -> scoring.score(token, 10, 10, null));
        assertThat(web.get().uri("/complaints/" + id).header("Accept-Language", "en").with(SignedIn.as(account.csr())))
            .hasStatusOk()
            .bodyText()
            .contains("8 of 10", "6 of 10", "结果一般")
            .doesNotContain("??");
        assertThat(jdbc.sql("select value from level_reading where source_id = ? and level = 'P'")
            .param(id.id())
            .query(Double.class)
            .single()).isEqualTo(70.0);
    }

    @Test
    void nobodyAsksThemselvesAndTheGuardOfSurveysCounts() {
        var colleague = another("staff");
        jdbc.sql("update staff set email = 'One@us.example' where id = ?").param(account.fr().id()).update();
        reach(colleague, "one@us.example");
        var own = closed(colleague);
        var silent = closed(another("silent"));
        var refused = another("refused");
        reach(refused, "no@hongyuan.example");
        jdbc.sql("insert into consent (id, contact_id, purpose, given, at) values (?, ?, 'SURVEY', false, now())")
            .params(UUID.randomUUID(), refused)
            .update();
        var unwanted = closed(refused);
        var first = closed(account.contact());
        var second = closed(account.contact());
        asksTomorrow();
        assertThat(reason(own)).isEqualTo("ONE_OF_US");
        assertThat(reason(silent)).isEqualTo("NO_ADDRESS");
        assertThat(reason(unwanted)).isEqualTo("NO_CONSENT");
        assertThat(List.of(String.valueOf(state(first)), String.valueOf(state(second)))).as("not twice within days")
            .containsExactlyInAnyOrder("ASKED", "null");
        var other = token(own);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> scoring.score(other, 10, 10, null));
    }

    @Test
    void meansAreShownFromFiveOnAndNeverForAppraisal() throws Exception {
        var id = closed(account.contact());
        asksTomorrow();
        scoring.score(token(id), 9, 9, null);
        assertThat(web.get().uri("/complaints/scores").header("Accept-Language", "en").with(SignedIn.as(account.csr())))
            .hasStatusOk()
            .bodyText()
            .contains("fewer than 5", "not for judging people")
            .doesNotContain("9.0", "??");
        var api = new Api(context, account.csr());
        assertThat(api.get("/complaint-scores?purpose=APPRAISAL").andReturn().getResponse().getStatus()).isEqualTo(422);
        assertThat(Api.<String>read(api.get("/complaint-scores"), "$[0].handling.showing")).isEqualTo("HIDDEN");
        for (int i = 0; i < 5; i++) {
            jdbc.sql(
                    "insert into complaint_score (id, complaint_id, round, contact_id, state, at, handling, outcome, answered_at)"
                            + " values (?, ?, ?, ?, 'ANSWERED', now(), ?, 5, now())")
                .params(UUID.randomUUID(), id.id(), 10 + i, account.contact(), 6 + i % 2)
                .update();
        }
        assertThat(Api.<Integer>read(api.get("/complaint-scores"), "$[0].handling.n")).isEqualTo(6);
    }

    private void asksTomorrow() {
        var day = LocalDate.now(CompanyTime.ZONE).plusDays(2);
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        Instant moment = day.atTime(10, 0).atZone(CompanyTime.ZONE).toInstant();
        ScopedClock.at(moment, () -> Acting.as(Actor.system("test"), asking::ask));
    }

    private String token(ComplaintId id) {
        return people.as(account.csr(), () -> {
            var contact = jdbc.sql("select contact_id from complaint where id = ?")
                .param(id.id())
                .query(UUID.class)
                .single();
            return offering.token(id, offering.offer(id, new ContactId(contact)));
        });
    }

    private ComplaintId closed(UUID contact) {
        return people.as(account.csr(), () -> {
            var wish = FileComplaint.of(new CustomerId(account.customer()), new ContactId(contact), "主轴异响");
            var id = context.getBean(FilingComplaints.class)
                .file(new FileComplaint(wish.kind(), wish.customer(), wish.contact(), null, wish.verbatim(),
                        wish.channel(), null, null, null, "delivery", null, 4, 4, false, account.csr(), false),
                        List.of());
            handling.take(id, null, Step.ACKNOWLEDGE, TakeStep.telling("已登记", ComplaintChannel.PHONE));
            handling.take(id, null, Step.START, TakeStep.NOTHING);
            handling.take(id, null, Step.RESOLVE,
                    TakeStep.resolving(CauseClass.DESIGN, "管径不足", "更换管路", "已更换", ComplaintChannel.PHONE));
            handling.take(id, null, Step.CONFIRM, TakeStep.answer(null, new ContactId(contact), ComplaintChannel.PHONE,
                    new Accounts(context).today()));
            handling.take(id, null, Step.CLOSE, TakeStep.NOTHING);
            return id;
        });
    }

    private UUID another(String name) {
        var id = UUID.randomUUID();
        jdbc.sql("insert into contact (id, customer_id, kind, name, name_key, search, created_at, updated_at, version)"
                + " values (?, ?, 'CUSTOMER', ?, ?, '', now(), now(), 0)")
            .params(id, account.customer(), name, name)
            .update();
        return id;
    }

    private void reach(UUID contact, String mail) {
        jdbc.sql(
                "insert into contact_point (id, contact_id, kind, value, normal, created_at) values (?, ?, 'EMAIL', ?, ?, now())")
            .params(UUID.randomUUID(), contact, mail, mail)
            .update();
    }

    private String state(ComplaintId id) {
        return jdbc.sql("select state from complaint_score where complaint_id = ?")
            .param(id.id())
            .query((rs, i) -> rs.getString(1))
            .optional()
            .orElse(null);
    }

    private String reason(ComplaintId id) {
        return jdbc.sql("select reason from complaint_score where complaint_id = ?")
            .param(id.id())
            .query((rs, i) -> rs.getString(1))
            .optional()
            .orElse(null);
    }

}
