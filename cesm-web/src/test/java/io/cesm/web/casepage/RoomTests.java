package io.cesm.web.casepage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

import io.cesm.domain.complaint.CaseByLink;
import io.cesm.domain.complaint.CaseMail;
import io.cesm.domain.complaint.ComplaintChannel;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.DeliveringCaseMails;
import io.cesm.domain.complaint.FileComplaint;
import io.cesm.domain.complaint.FilingComplaints;
import io.cesm.domain.complaint.HandlingComplaints;
import io.cesm.domain.complaint.LetIn;
import io.cesm.domain.complaint.LettingPartiesIn;
import io.cesm.domain.complaint.MessageKind;
import io.cesm.domain.complaint.OfferingCaseLinks;
import io.cesm.domain.customer.ContactDetails;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.customer.PointWish;
import io.cesm.domain.customer.RegisteringContacts;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.web.support.Accounts;
import io.cesm.web.support.Api;
import io.cesm.web.support.People;
import io.cesm.web.support.SignedIn;
import io.cesm.web.support.WebTest;
import jakarta.servlet.http.Cookie;
import org.jspecify.annotations.Nullable;
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
class RoomTests {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static final Pattern FILE = Pattern.compile("/files/([0-9a-f-]{36})");

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
    private LettingPartiesIn letting;

    @Autowired
    private OfferingCaseLinks offering;

    @Autowired
    private CaseByLink cases;

    @Autowired
    private JdbcClient jdbc;

    private Accounts.Made account = new Accounts.Made(null, null, null, null, null);

    private ComplaintId complaint = new ComplaintId(UUID.randomUUID());

    private UUID bearings = UUID.randomUUID();

    private UUID logistics = UUID.randomUUID();

    @BeforeEach
    void aComplaintWithTwoParties() {
        account = new Accounts(context).make();
        jdbc.sql("update contact set language = 'zh' where id = ?").param(account.contact()).update();
        jdbc.sql("delete from confirmation_miss").update();
        complaint = filed();
        bearings = outsider("李工", "精密轴承", address("li"), "一批轴承的噪声");
        logistics = outsider("Smith", "快运物流", address("smith"), "Transport damage");
        people.as(account.csr(), () -> {
            handling.say(complaint, MessageKind.INTERNAL, "内部：可能索赔", null);
            handling.say(complaint, MessageKind.TO_CUSTOMER, "只对客户说", ComplaintChannel.PHONE);
            handling.say(complaint, MessageKind.FROM_CUSTOMER, "客户私下说的", ComplaintChannel.PHONE);
            handling.say(complaint, MessageKind.TO_PARTIES, "请查批号", null, List.of(), List.of(bearings));
            handling.say(complaint, MessageKind.TO_PARTIES, "Where was it?", null, List.of(), List.of(logistics));
            return handling;
        });
    }

    @Test
    void aPartyReadsWhatIsSharedWithItAndNothingElse() {
        var token = token(bearings);
        assertThat(show(token)).hasStatusOk()
            .hasHeader("Referrer-Policy", "no-referrer")
            .bodyText()
            .contains("已收到", "一批轴承的噪声", "请查批号", "精密轴承")
            .doesNotContain("索赔", "只对客户说", "客户私下说的", "Where was it", "主轴异响", token, "??", "<script>");
        people.as(account.csr(), () -> {
            handling.say(complaint, MessageKind.TO_CUSTOMER, "明早一起到场", ComplaintChannel.PHONE, List.of(),
                    List.of(bearings));
            return handling;
        });
        assertThat(show(token)).bodyText().contains("明早一起到场");
        assertThat(show(token(logistics))).bodyText().doesNotContain("明早一起到场", "请查批号");
        assertThat(customersPage()).contains("明早一起到场", "只对客户说").doesNotContain("请查批号", "Where was it");
    }

    @Test
    void aPartyWritesWithFilesAndOnlyWeReadIt() {
        var token = token(bearings);
        var file = new MockMultipartFile("files", "报告.txt", "text/plain", "批号 7".getBytes(StandardCharsets.UTF_8));
        assertThat(write(token, "<script>alert(1)</script> 批号 7", file)).hasStatus3xxRedirection();
        var page = show(token);
        assertThat(page).bodyText().contains("&lt;script&gt;", "报告.txt").doesNotContain("<script>");
        var id = find(FILE, page);
        var served = web.get().uri("/c/rooms/" + RoomCookie.ref(token) + "/files/" + id).cookie(open(token)).exchange();
        assertThat(served).hasStatusOk().hasHeader("X-Content-Type-Options", "nosniff");
        assertThat(String.valueOf(served.getResponse().getHeader("Content-Disposition"))).startsWith("attachment");
        var other = token(logistics);
        assertThat(show(other)).bodyText().doesNotContain("批号 7", "报告.txt");
        assertThat(web.get().uri("/c/rooms/" + RoomCookie.ref(other) + "/files/" + id).cookie(open(other)))
            .as("a file of another party")
            .hasStatus(404);
        assertThat(customersPage()).doesNotContain("批号 7", "报告.txt");
        assertThatExceptionOfType(UnknownThing.class)
            .isThrownBy(() -> cases.file(customersToken(), UUID.fromString(id)));
        assertThat(told()).as("who takes care is told once").isEqualTo(1);
        assertThat(staff("/complaints/" + complaint)).hasStatusOk()
            .bodyText()
            .contains("A party to us", "李工 · 精密轴承", "read by Smith", "wrote as a party", "let a party in")
            .doesNotContain("??");
    }

    @Test
    void hostileFilesAndFloodsAreRefusedAsFromCustomers() {
        var token = token(bearings);
        var program = new MockMultipartFile("files", "photo.png", "image/png", new byte[] { 'M', 'Z', 1, 2, 3, 4 });
        assertThat(write(token, "看图", program)).hasStatus(422).bodyText().doesNotContain("??");
        assertThat(write(token, "  ", null)).hasStatus(422);
        assertThat(show(token)).bodyText().doesNotContain("看图");
        for (int i = 0; i < 10; i++) {
            assertThat(write(token, "第 " + i, null)).hasStatus3xxRedirection();
        }
        assertThat(write(token, "太多", null)).hasStatus(422).bodyText().contains("一次提交太多了");
    }

    @Test
    void aRemovedPartyGetsAPoliteEndAndItsWaitingMailsAreNotSent() {
        var token = token(bearings);
        var cookie = open(token);
        jdbc.sql(
                "update complaint_mail set state = 'WAITING', not_before = now() + interval '1 hour' where party_id = ?")
            .param(bearings)
            .update();
        assertThat(post("/parties/" + bearings + "/remove")).hasStatus3xxRedirection();
        assertThat(web.get().uri("/c/room/" + token)).hasStatus(410).bodyText().contains("感谢您的协助").doesNotContain("??");
        assertThat(web.get().uri("/c/rooms/" + RoomCookie.ref(token)).cookie(cookie)).hasStatus(410)
            .bodyText()
            .doesNotContain("请查批号");
        assertThat(post("/messages", "kind", "TO_PARTIES", "words", "还在吗", "parties", bearings.toString()))
            .hasStatus(422);
        context.getBean(DeliveringCaseMails.class).take(500);
        assertThat(jdbc.sql("select distinct state from complaint_mail where party_id = ?")
            .param(bearings)
            .query(String.class)
            .list()).containsExactly("CANCELLED");
        assertThat(staff("/complaints/" + complaint)).bodyText().contains("let a party out");
        outsider("李工", "精密轴承", address("li"), "又来一次");
        assertThat(show(token(letting()))).bodyText().contains("又来一次").doesNotContain("请查批号");
    }

    @Test
    void lookingChangesNothingAndATokenOpensNoOtherDoor() {
        var token = token(bearings);
        var version = jdbc.sql("select version from complaint where id = ?")
            .param(complaint.id())
            .query(Long.class)
            .single();
        assertThat(web.head().uri("/c/room/" + token)).hasStatus3xxRedirection();
        show(token);
        assertThat(
                jdbc.sql("select version from complaint where id = ?").param(complaint.id()).query(Long.class).single())
            .isEqualTo(version);
        assertThat(web.get().uri("/c/case/" + token)).as("the customer's door").hasStatus(410);
        assertThat(web.get().uri("/c/room/" + customersToken())).as("with the customer's token").hasStatus(410);
        assertThat(web.post()
            .uri("/c/rooms/" + RoomCookie.ref(token) + "/messages")
            .cookie(open(token))
            .param("words", "没有标记")).as("without the page's mark").hasStatus(403);
        assertThat(
                jdbc.sql("select count(*) from complaint_party where position(convert_to(?, 'UTF8') in token_hash) > 0")
                    .param(token)
                    .query(Integer.class)
                    .single())
            .isZero();
    }

    @Test
    void mailsToPartiesCarryTheTopicTheyWereToldAndTheirOwnLink() {
        var mails = people
            .as(account.csr(), () -> context.getBean(DeliveringCaseMails.class).slice(complaint, null, 50, null))
            .items()
            .stream()
            .filter(it -> it.token() != null && it.token().equals(token(bearings)))
            .toList();
        assertThat(mails).extracting(CaseMail::kind).containsExactly(CaseMail.Kind.SHARED, CaseMail.Kind.INVITED);
        assertThat(mails).allSatisfy(it -> {
            assertThat(it.address()).isEqualTo(address("li"));
            assertThat(it.subject()).contains("一批轴承的噪声").doesNotContain("主轴异响");
            assertThat(it.text("L")).doesNotContain("{{", "主轴异响");
        });
        assertThat(staff("/complaints/outbox/" + mails.getFirst().id())).bodyText().contains("/c/room/");
    }

    @Test
    void whoMayNotBeAPartyIsRefusedWithASentence() {
        assertThat(form("contact", account.contact().toString(), "topic", "x")).hasStatus(422);
        assertThat(form("name", "王工", "company", "x", "address", "not a mail", "topic", "x")).hasStatus(422);
        assertThat(form("name", "王工", "address", "wang@x.example", "topic", "x")).as("no company").hasStatus(422);
        assertThat(form("name", "王工", "company", "x", "address", address("li"), "topic", "x")).as("in already")
            .hasStatus(422)
            .bodyText()
            .contains("in already")
            .doesNotContain("??");
        assertThat(form("name", "王工", "company", "x", "address", "w@x.example", "topic", " ")).hasStatus(422);
        for (var kind : List.of(MessageKind.INTERNAL, MessageKind.FROM_CUSTOMER, MessageKind.FROM_PARTY)) {
            assertThatExceptionOfType(Refusal.class).as("%s", kind).isThrownBy(() -> people.as(account.csr(), () -> {
                handling.say(complaint, kind, "不该给看", ComplaintChannel.PHONE, List.of(), List.of(bearings));
                return handling;
            }));
        }
        var elsewhere = new Accounts(context).make();
        assertThatExceptionOfType(UnknownThing.class)
            .isThrownBy(() -> people.as(elsewhere.csr(), () -> letting.of(complaint)));
    }

    @Test
    void programsFindNoComplaintOutOfReachWhateverTheySend() throws Exception {
        var path = "/complaints/" + complaint + "/parties";
        var body = "{\"name\":\"李工\",\"company\":\"轴承厂\",\"mail\":\"%s\",\"topic\":\"%s\"}";
        var stranger = new Api(context, new Accounts(context).make().csr());
        stranger.post(path, "{}").andExpect(status().isNotFound());
        stranger.post(path, body.formatted(address("zhu"), "振动")).andExpect(status().isNotFound());

        var api = new Api(context, account.csr());
        assertThat(Api.<String>read(api.post(path, body.formatted("no mail", "振动")), "$.errors[0].field"))
            .isEqualTo("mail");
        assertThat(Api.<String>read(api.post(path, body.formatted(address("zhu"), " ")), "$.errors[0].field"))
            .isEqualTo("topic");
        var made = api.post(path, body.formatted(address("zhu"), "振动")).andExpect(status().isCreated());
        var link = Api.<String>read(made, "$.link");
        assertThat(show(link.substring(link.lastIndexOf('/') + 1))).hasStatusOk().bodyText().contains("振动");
    }

    @Test
    void aFurtherPersonOfTheCustomerIsAPartyToo() {
        var colleague = people.as(account.csr(),
                () -> context.getBean(RegisteringContacts.class)
                    .register(new CustomerId(account.customer()), ContactDetails.named("孙经理"),
                            List.of(PointWish.mail("sun@" + account.customer() + ".example"))));
        assertThat(form("contact", colleague.toString(), "topic", "停机")).hasStatus3xxRedirection();
        var party = letting();
        assertThat(show(token(party))).hasStatusOk().bodyText().contains("停机", "孙经理").doesNotContain("客户私下说的");
        assertThat(staff("/complaints/" + complaint + "/parties")).hasStatusOk()
            .bodyText()
            .contains("孙经理", "精密轴承")
            .doesNotContain("??", token(party));
        jdbc.sql("update contact set active = false where id = ?").param(colleague.id()).update();
        assertThat(web.get().uri("/c/room/" + token(party))).as("who left sees nothing").hasStatus(410);
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

    private String address(String who) {
        return who + "@" + account.customer().toString().substring(0, 8) + ".example";
    }

    private UUID outsider(String name, String company, String address, String topic) {
        return people
            .as(account.csr(), () -> letting.letIn(complaint, new LetIn(null, name, company, address, "zh", topic)))
            .party()
            .id();
    }

    /** The party let in last. */
    private UUID letting() {
        return people.as(account.csr(), () -> letting.of(complaint))
            .stream()
            .filter(it -> it.isIn())
            .reduce((first, second) -> second)
            .orElseThrow()
            .id();
    }

    private String token(UUID party) {
        return people.as(account.csr(), () -> letting.token(complaint, party));
    }

    private String customersToken() {
        return people.as(account.csr(), () -> offering.token(complaint, offering.offer(complaint, null)));
    }

    private String customersPage() {
        var about = Objects.requireNonNull(cases.look(customersToken()).about());
        return about.said().toString();
    }

    private int told() {
        return jdbc.sql("select count(*) from notice where subject_id = ? and kind = 'COMPLAINT_PARTY_WROTE'")
            .param(complaint.id())
            .query(Integer.class)
            .single();
    }

    private Cookie open(String token) {
        var hit = web.get().uri("/c/room/" + token).exchange();
        assertThat(hit).hasStatus3xxRedirection().hasRedirectedUrl("/c/rooms/" + RoomCookie.ref(token));
        return Objects.requireNonNull(hit.getResponse().getCookie("room-" + RoomCookie.ref(token)));
    }

    private MvcTestResult show(String token) {
        return web.get().uri("/c/rooms/" + RoomCookie.ref(token)).cookie(open(token)).exchange();
    }

    private MvcTestResult write(String token, String words, @Nullable MockMultipartFile file) {
        var cookie = open(token);
        var page = web.get().uri("/c/rooms/" + RoomCookie.ref(token)).cookie(cookie).exchange();
        var request = web.post().uri("/c/rooms/" + RoomCookie.ref(token) + "/messages").multipart();
        if (file != null) {
            request.file(file);
        }
        return request.cookie(cookie, Objects.requireNonNull(page.getResponse().getCookie("confirm-csrf")))
            .param("words", words)
            .param("_csrf", find(CSRF, page))
            .exchange();
    }

    private static String find(Pattern what, MvcTestResult page) {
        var found = what.matcher(new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
        assertThat(found.find()).as(what.pattern()).isTrue();
        return found.group(1);
    }

    private MvcTestResult staff(String path) {
        return web.get().uri(path).header("Accept-Language", "en").with(SignedIn.as(account.csr())).exchange();
    }

    private MvcTestResult form(String... fields) {
        return post("/parties", fields);
    }

    private MvcTestResult post(String path, String... fields) {
        var request = web.post()
            .uri("/complaints/" + complaint + path)
            .header("Accept-Language", "en")
            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
            .with(SignedIn.as(account.csr()))
            .with(SecurityMockMvcRequestPostProcessors.csrf());
        for (int i = 0; i + 1 < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

}
