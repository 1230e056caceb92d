package io.cesm.web.casepage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

import io.cesm.domain.complaint.CaseMail;
import io.cesm.domain.complaint.CauseClass;
import io.cesm.domain.complaint.ComplaintBook;
import io.cesm.domain.complaint.ComplaintChannel;
import io.cesm.domain.complaint.ComplaintDetails;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.ComplaintState;
import io.cesm.domain.complaint.DeliveringCaseMails;
import io.cesm.domain.complaint.FileComplaint;
import io.cesm.domain.complaint.FilingComplaints;
import io.cesm.domain.complaint.HandlingComplaints;
import io.cesm.domain.complaint.MessageKind;
import io.cesm.domain.complaint.OfferingCaseLinks;
import io.cesm.domain.complaint.Step;
import io.cesm.domain.complaint.TakeStep;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.time.ScopedClock;
import io.cesm.web.support.Accounts;
import io.cesm.web.support.People;
import io.cesm.web.support.SignedIn;
import io.cesm.web.support.WebTest;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class CasePagesTests {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

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
    private ComplaintBook book;

    @Autowired
    private OfferingCaseLinks offering;

    @Autowired
    private JdbcClient jdbc;

    private Accounts.Made account = new Accounts.Made(null, null, null, null, null);

    @BeforeEach
    void aCustomer() {
        account = new Accounts(context).make();
        jdbc.sql("update contact set language = 'zh' where id = ?").param(account.contact()).update();
        jdbc.sql(
                "insert into contact_point (id, contact_id, kind, value, normal, created_at) values (?, ?, 'EMAIL', ?, ?, now())")
            .params(UUID.randomUUID(), account.contact(), "zhou@hongyuan.example", "zhou@hongyuan.example")
            .update();
        jdbc.sql("delete from confirmation_miss").update();
    }

    @Test
    void showsWhereItStandsWithoutOurNotes() {
        var id = filed();
        people.as(account.csr(), () -> {
            handling.take(id, null, Step.ACKNOWLEDGE, TakeStep.telling("已安排工程师", ComplaintChannel.PHONE));
            handling.say(id, MessageKind.INTERNAL, "客户可能索赔，先别提", null);
            return id;
        });
        var token = token(id);
        var page = show(open(token), token);
        assertThat(page).hasStatusOk()
            .bodyText()
            .contains("我们已了解情况", "下一步", "最晚答复时间", "主轴异响", "已安排工程师", record(id).number())
            .doesNotContain("索赔", token, "??", "<script>");
        assertThat(people.as(account.csr(), () -> offering.of(id)).getFirst().lastOpenedAt()).isNotNull();
        assertThat(staffPage("/complaints/" + id)).hasStatusOk().bodyText().contains("opened").doesNotContain("??");
        assertThat(staffPage("/complaints/" + id + "/links")).hasStatusOk().bodyText().doesNotContain(token, "??");
    }

    @Test
    void lookingChangesNothingHoweverOftenAScannerDoes() {
        var id = filed();
        var token = token(id);
        var before = record(id).version();
        for (int i = 0; i < 3; i++) {
            assertThat(web.head().uri("/c/case/" + token)).hasStatus3xxRedirection();
            show(open(token), token);
        }
        assertThat(record(id).version()).isEqualTo(before);
        assertThat(record(id).state()).isEqualTo(ComplaintState.RECEIVED);
        assertThat(web.post()
            .uri("/c/cases/" + CaseCookie.ref(token) + "/withdraw")
            .cookie(open(token))
            .param("words", "x")
            .param("version", "0")).hasStatus(403);
    }

    @Test
    void theCustomerWritesWithFilesAndWeGoOn() {
        var id = resolved(Step.WAIT);
        var token = token(id);
        var cookie = open(token);
        var page = show(cookie, token);
        var photo = new MockMultipartFile("files", "照片.txt", "text/plain", "温度 95 度".getBytes(StandardCharsets.UTF_8));
        var sent = web.post()
            .uri("/c/cases/" + CaseCookie.ref(token) + "/messages")
            .multipart()
            .file(photo)
            .cookie(cookie, csrf(page))
            .param("words", "样件已寄出")
            .param("_csrf", find(CSRF, page))
            .exchange();
        assertThat(sent).hasStatus3xxRedirection();
        assertThat(record(id).state()).as("the clocks run again").isEqualTo(ComplaintState.IN_PROGRESS);
        var again = show(cookie, token);
        assertThat(again).bodyText().contains("样件已寄出", "照片.txt");
        var file = find(Pattern.compile("/files/([0-9a-f-]{36})"), again);
        assertThat(web.get().uri("/c/cases/" + CaseCookie.ref(token) + "/files/" + file).cookie(cookie)).hasStatusOk()
            .containsHeader("Content-Disposition");
        var other = token(filed());
        assertThat(web.get().uri("/c/cases/" + CaseCookie.ref(other) + "/files/" + file).cookie(open(other)))
            .as("a file of another complaint")
            .hasStatus(404);
        assertThat(jdbc.sql("select count(*) from notice where subject_id = ? and kind = 'COMPLAINT_CUSTOMER_WROTE'")
            .param(id.id())
            .query(Integer.class)
            .single()).isEqualTo(1);
    }

    @Test
    void theCustomerAgreesOnceAndItIsTheirsNotOurs() {
        var id = resolved(Step.RESOLVE);
        var token = token(id);
        var cookie = open(token);
        var page = show(cookie, token);
        var accepted = decide(page, cookie, token, "accept", "温度正常了");
        assertThat(accepted).hasStatus3xxRedirection();
        var it = record(id);
        assertThat(it.state()).isEqualTo(ComplaintState.CONFIRMED);
        var answer = Objects.requireNonNull(it.answer());
        assertThat(answer.proxy()).as("nobody of us recorded it").isNull();
        assertThat(answer.contact().id()).isEqualTo(account.contact());
        assertThat(decide(page, cookie, token, "decline", "又不行了")).as("the second click").hasStatus(409);
        assertThat(record(id).state()).isEqualTo(ComplaintState.CONFIRMED);
    }

    @Test
    void theCustomerDisagreesWithWordsAndIsToldTheWayOutside() {
        var id = resolved(Step.RESOLVE);
        var token = token(id);
        var cookie = open(token);
        assertThat(decide(show(cookie, token), cookie, token, "decline", "  ")).hasStatus(422)
            .bodyText()
            .contains("请写下您的意见");
        assertThat(decide(show(cookie, token), cookie, token, "decline", "赔偿不够")).hasStatus3xxRedirection();
        assertThat(record(id).state()).isEqualTo(ComplaintState.DECISION_DECLINED);
        assertThat(show(cookie, token)).bodyText().contains("仲裁", "赔偿不够");
        var closing = web.post()
            .uri("/complaints/" + id + "/steps/close")
            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
            .param("version", String.valueOf(record(id).version()))
            .with(SignedIn.as(account.csr()))
            .with(SecurityMockMvcRequestPostProcessors.csrf())
            .exchange();
        assertThat(closing).as("no closing without consent or a named way outside").hasStatus(422);
    }

    @Test
    void theCustomerReopensWithinThePrintedTimeOnly() {
        var id = resolved(Step.RESOLVE);
        var token = token(id);
        var cookie = open(token);
        decide(show(cookie, token), cookie, token, "accept", "");
        people.as(account.fr(), () -> {
            handling.take(id, null, Step.CLOSE, TakeStep.NOTHING);
            return id;
        });
        var late = Instant.now().plus(Duration.ofDays(31));
        ScopedClock.at(late, () -> {
            assertThat(show(cookie, token)).bodyText().contains("已超过可重新打开的期限");
            return true;
        });
        var page = show(cookie, token);
        ScopedClock.at(late, () -> {
            assertThat(post(page, cookie, token, "reopen", "words", "又热了")).hasStatus(422);
            return true;
        });
        assertThat(post(page, cookie, token, "reopen", "words", "又热了")).hasStatus3xxRedirection();
        assertThat(record(id).state()).isEqualTo(ComplaintState.REOPENED);
    }

    @Test
    void idsComeFromTheCookieAlone() {
        var mine = filed();
        var other = filed();
        var token = token(mine);
        var cookie = open(token);
        var page = show(cookie, token);
        assertThat(post(page, cookie, token, "withdraw", "words", "不用了", "id", other.toString())).hasStatus(400);
        var strange = CaseCookie.ref(token(other));
        assertThat(web.get().uri("/c/cases/" + strange).cookie(cookie)).hasStatus(410);
        assertThat(web.get().uri("/c/cases/" + strange).cookie(new Cookie("case-" + strange, token))).hasStatus(410);
        assertThat(record(other).state()).isEqualTo(ComplaintState.RECEIVED);
    }

    @Test
    void linksAreTakenBackExpireAndCannotBeGuessed() {
        var id = filed();
        var token = token(id);
        var cookie = open(token);
        var later = Instant.now().plus(Duration.ofDays(366));
        ScopedClock.at(later, () -> {
            assertThat(show(cookie, token)).hasStatus(410).bodyText().contains("已过期");
            return true;
        });
        var link = people.as(account.csr(), () -> offering.of(id)).getFirst();
        people.as(account.csr(), () -> {
            offering.revoke(id, link.id());
            return id;
        });
        assertThat(show(cookie, token)).hasStatus(410).bodyText().contains("已被收回");
        assertThat(jdbc.sql("select count(*) from complaint_link l where l::text like ?")
            .param("%" + token + "%")
            .query(Integer.class)
            .single()).isZero();
        for (int i = 0; i < 20; i++) {
            assertThat(web.get().uri("/c/case/" + "B".repeat(43))).hasStatus(410);
        }
        assertThat(web.get().uri("/c/case/" + "C".repeat(43))).hasStatus(429);
    }

    @Test
    void theArrivalIsConfirmedByMailWithNumberOwnerDateAndLink() {
        var id = filed();
        var mail = mails(id).getFirst();
        assertThat(mail.kind()).isEqualTo(CaseMail.Kind.RECEIVED);
        assertThat(mail.subject()).contains(record(id).number());
        var link = "https://x/c/case/" + mail.token();
        assertThat(mail.text(link)).contains("周工", "负责人", "最晚于", link).doesNotContain("{{");
        assertThat(mail.token()).isEqualTo(token(id));
        people.as(account.csr(), () -> {
            handling.say(id, MessageKind.TO_CUSTOMER, "明早到场 {{link}}", ComplaintChannel.EMAIL);
            return id;
        });
        var message = mails(id).getFirst();
        assertThat(message.kind()).isEqualTo(CaseMail.Kind.MESSAGE);
        assertThat(message.text(link)).contains("明早到场").containsOnlyOnce(link);
        assertThat(message.root()).as("one conversation").isEqualTo(mail.root());
        assertThat(staffPage("/complaints/outbox")).hasStatusOk()
            .bodyText()
            .contains(mail.subject())
            .doesNotContain("??");
        assertThat(staffPage("/complaints/outbox/" + mail.id())).hasStatusOk().bodyText().contains("/c/case/");
        jdbc.sql("update contact_point set former = true where contact_id = ?").param(account.contact()).update();
        var refused = web.post()
            .uri("/complaints/" + id + "/messages")
            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
            .param("kind", "TO_CUSTOMER")
            .param("words", "您好")
            .param("channel", "EMAIL")
            .with(SignedIn.as(account.csr()))
            .with(SecurityMockMvcRequestPostProcessors.csrf())
            .exchange();
        assertThat(refused).as("no address").hasStatus(422);
    }

    private List<CaseMail> mails(ComplaintId id) {
        return people.as(account.csr(), () -> context.getBean(DeliveringCaseMails.class).slice(id, null, 10, null))
            .items();
    }

    private ComplaintId filed() {
        return people.as(account.csr(), () -> {
            var id = filing.file(
                    FileComplaint.of(new CustomerId(account.customer()), new ContactId(account.contact()), "主轴异响"),
                    List.of());
            handling.assign(id, null, account.csr());
            return id;
        });
    }

    /** A complaint on which work goes on: waiting, or solved in our opinion. */
    private ComplaintId resolved(Step last) {
        var id = filed();
        people.as(account.csr(), () -> {
            handling.take(id, null, Step.ACKNOWLEDGE, TakeStep.telling("已登记", ComplaintChannel.PHONE));
            handling.take(id, null, Step.START, TakeStep.NOTHING);
            handling.take(id, null, last, last == Step.WAIT ? TakeStep.saying("请寄样件")
                    : TakeStep.resolving(CauseClass.DESIGN, "管径不足", "更换管路", "已更换", ComplaintChannel.PHONE));
            return id;
        });
        return id;
    }

    private ComplaintDetails record(ComplaintId id) {
        return people.as(account.csr(), () -> book.require(id));
    }

    private String token(ComplaintId id) {
        return people.as(account.csr(), () -> offering.token(id, offering.offer(id, null)));
    }

    private Cookie open(String token) {
        var hit = web.get().uri("/c/case/" + token).exchange();
        assertThat(hit).hasStatus3xxRedirection().hasRedirectedUrl("/c/cases/" + CaseCookie.ref(token));
        return Objects.requireNonNull(hit.getResponse().getCookie("case-" + CaseCookie.ref(token)));
    }

    private MvcTestResult show(Cookie cookie, String token) {
        return web.get().uri("/c/cases/" + CaseCookie.ref(token)).cookie(cookie).exchange();
    }

    private MvcTestResult decide(MvcTestResult page, Cookie cookie, String token, String decision, String words) {
        return post(page, cookie, token, "decision", "decision", decision, "words", words);
    }

    private MvcTestResult post(MvcTestResult page, Cookie cookie, String token, String what, String... fields) {
        var request = web.post()
            .uri("/c/cases/" + CaseCookie.ref(token) + "/" + what)
            .cookie(cookie, csrf(page))
            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
            .param("_csrf", find(CSRF, page))
            .param("version", find(VERSION, page));
        for (int i = 0; i + 1 < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private static Cookie csrf(MvcTestResult page) {
        return Objects.requireNonNull(page.getResponse().getCookie("confirm-csrf"));
    }

    private static String find(Pattern what, MvcTestResult page) {
        var found = what.matcher(new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
        assertThat(found.find()).as(what.pattern()).isTrue();
        return found.group(1);
    }

    private MvcTestResult staffPage(String path) {
        return web.get().uri(path).header("Accept-Language", "en").with(SignedIn.as(account.csr())).exchange();
    }

}
