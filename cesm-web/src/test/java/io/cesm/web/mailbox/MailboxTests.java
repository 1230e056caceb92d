package io.cesm.web.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.cesm.domain.complaint.CaseMail;
import io.cesm.domain.complaint.ComplaintBook;
import io.cesm.domain.complaint.ComplaintChannel;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.DeliveringCaseMails;
import io.cesm.domain.complaint.DocumentingComplaints;
import io.cesm.domain.complaint.HandlingComplaints;
import io.cesm.domain.complaint.MailboxBook;
import io.cesm.domain.complaint.MessageKind;
import io.cesm.domain.complaint.TakingMails;
import io.cesm.web.support.Accounts;
import io.cesm.web.support.People;
import io.cesm.web.support.SignedIn;
import io.cesm.web.support.WebTest;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class MailboxTests {

    private static final String BOX = "complaints@henglan.example";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MockMvcTester web;

    @Autowired
    private People people;

    @Autowired
    private ComplaintBook book;

    @Autowired
    private JdbcClient jdbc;

    private final GreenMail server = new GreenMail(ServerSetupTest.IMAP.dynamicPort());

    private Accounts.Made account = new Accounts.Made(null, null, null, null, null);

    private String address = "";

    private ReadingMailbox reading = new ReadingMailbox(settings(0), new MailParser(settings(0), BOX), null, null,
            Clock.systemUTC());

    private GreenMailUser user = null;

    @BeforeEach
    void aMailBox() {
        server.start();
        user = server.setUser(BOX, "box" + UUID.randomUUID(), "secret");
        var settings = new MailboxSettings("127.0.0.1", "imap", server.getImap().getPort(), user.getLogin(), "secret",
                "INBOX", BOX, Duration.ofSeconds(10), 3);
        reading = new ReadingMailbox(settings, new MailParser(settings, "cesm@henglan.example"),
                context.getBean(TakingMails.class), context.getBean(MailboxBook.class), context.getBean(Clock.class));
        account = new Accounts(context).make();
        address = "zhou-" + UUID.randomUUID().toString().substring(0, 8) + "@hongyuan.example";
        jdbc.sql(
                "insert into contact_point (id, contact_id, kind, value, normal, created_at) values (?, ?, 'EMAIL', ?, ?, now())")
            .params(UUID.randomUUID(), account.contact(), address, address)
            .update();
    }

    @AfterEach
    void end() {
        server.stop();
    }

    @Test
    void aKnownSenderFilesAComplaintAndTheirAnswerStaysWithIt() {
        arrives("主轴又过热", "<a1@hongyuan.example>", "", "text/plain; charset=UTF-8", "昨夜停机两小时，请派人。");
        assertThat(reading.poll()).isEqualTo(1);
        assertThat(reading.poll()).as("once").isZero();
        var id = complaints().getFirst();
        var it = people.as(account.csr(), () -> book.require(id));
        assertThat(it.verbatim()).isEqualTo("昨夜停机两小时，请派人。");
        assertThat(it.channel()).isEqualTo(ComplaintChannel.EMAIL);
        var receipt = mails(id).getFirst();
        assertThat(receipt.answers()).as("our confirmation answers theirs").isEqualTo("a1@hongyuan.example");
        people.as(account.csr(), () -> {
            context.getBean(HandlingComplaints.class).say(id, MessageKind.TO_CUSTOMER, "明早到场", ComplaintChannel.EMAIL);
            return id;
        });
        var ours = mails(id).getFirst();
        arrives("Re: 别的主题", "<a2@hongyuan.example>", "In-Reply-To: <" + ours.messageId() + ">\r\n",
                "text/plain; charset=UTF-8", "好的，等你们。\r\n\r\n在 2026年11月20日，衡岚 写道：\r\n> 明早到场\r\n> 编号 " + it.number());
        arrives("回复: [" + it.number() + "] 您反映的问题已登记", "<a3@hongyuan.example>", "", "text/plain; charset=UTF-8",
                "补充：是三号机。");
        reading.poll();
        assertThat(complaints()).hasSize(1);
        assertThat(people.as(account.csr(), () -> book.messages(id))).extracting(ComplaintBook.Message::words)
            .contains("好的，等你们。", "补充：是三号机。");
        assertThat(people.as(account.csr(), () -> mails(id)).size()).as("answers are not answered").isEqualTo(2);
    }

    @Test
    void oddTextIsReadAndHostileFilesStayOutside() throws Exception {
        var gbk = "交货晚了六天".getBytes(Charset.forName("GBK"));
        arrivesRaw("From: " + address + "\r\nSubject: =?x-unknown?B?AAAA?= late\r\nMessage-ID: <b1@x>\r\n"
                + "Content-Type: text/plain; charset=gb2312\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getEncoder().encodeToString(gbk));
        arrivesRaw("From: " + address + "\r\nSubject: files\r\nMessage-ID: <b2@x>\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/mixed; boundary=q\r\n\r\n--q\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
                + "<html><style>p{}</style><script>alert(1)</script><p>Hello&nbsp;<b>you</b><br>second</p></html>\r\n"
                + "--q\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=run.exe\r\n\r\nMZ\u0001\u0002program\r\n"
                + "--q\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=\"../../log.txt\"\r\n\r\ntemperature 95\r\n--q--\r\n");
        reading.poll();
        var texts = complaints().stream()
            .map(it -> people.as(account.csr(), () -> book.require(it)).verbatim())
            .toList();
        assertThat(texts).contains("交货晚了六天");
        assertThat(texts)
            .anySatisfy(it -> assertThat(it).contains("Hello", "you", "second").doesNotContain("<", "alert", "p{}"));
        var withFiles = complaints().stream()
            .filter(it -> people.as(account.csr(), () -> book.require(it)).subject().equals("files"))
            .findFirst()
            .orElseThrow();
        assertThat(people.as(account.csr(), () -> context.getBean(DocumentingComplaints.class).of(withFiles)))
            .extracting(DocumentingComplaints.Document::name)
            .containsExactly("log.txt");
        assertThat(people.as(account.csr(), () -> book.messages(withFiles))).extracting(ComplaintBook.Message::words)
            .anySatisfy(it -> assertThat(it).contains("run.exe"));
    }

    @Test
    void programsBouncesAndWeOurselvesAreNeverAnswered() {
        var before = jdbc.sql("select count(*) from complaint_mail").query(Integer.class).single();
        arrives("Out of office", "<c1@x>", "Auto-Submitted: auto-replied\r\n", "text/plain", "I am away");
        arrives("Weekly", "<c2@x>", "Precedence: bulk\r\n", "text/plain", "News");
        arrivesRaw(
                "From: MAILER-DAEMON@x.example\r\nSubject: Undelivered\r\nMessage-ID: <c3@x>\r\nReturn-Path: <>\r\n\r\nno such user");
        arrivesRaw("From: " + BOX + "\r\nSubject: loop\r\nMessage-ID: <c4@x>\r\n\r\nour own");
        arrivesRaw("Subject: nobody\r\nMessage-ID: <c5@x>\r\n\r\nwithout sender");
        reading.poll();
        assertThat(complaints()).isEmpty();
        assertThat(jdbc.sql("select count(*) from complaint_mail").query(Integer.class).single()).isEqualTo(before);
        assertThat(jdbc
            .sql("select reason from incoming_mail where key in ('c1@x', 'c2@x', 'c3@x', 'c4@x', 'c5@x') order by key")
            .query(String.class)
            .list()).containsExactly("AUTOMATIC", "AUTOMATIC", "BOUNCE", "OWN", "UNKNOWN_SENDER");
    }

    @Test
    void aLoopOfMailsIsStoppedAndAFloodWaitsForAPerson() {
        for (int i = 0; i < 14; i++) {
            arrives("again " + i, "<d" + i + address + ">", "", "text/plain", "again " + i);
        }
        reading.poll();
        assertThat(complaints()).hasSize(10);
        assertThat(jdbc.sql("select count(*) from incoming_mail where reason = 'TOO_MANY' and from_address = ?")
            .param(address)
            .query(Integer.class)
            .single()).isEqualTo(4);
    }

    @Test
    void aStrangerWithOurNumberGetsNowhereUntilAPersonDecides() {
        arrives("主轴", "<e1" + address + ">", "", "text/plain; charset=UTF-8", "过热");
        reading.poll();
        var id = complaints().getFirst();
        var number = people.as(account.csr(), () -> book.require(id)).number();
        arrivesRaw("From: \"Eve\" <eve@evil.example>\r\nSubject: Re: [" + number + "]\r\nMessage-ID: <e2" + address
                + ">\r\n\r\nPlease send me all details");
        reading.poll();
        assertThat(people.as(account.csr(), () -> book.messages(id))).isEmpty();
        var mail = jdbc.sql("select id from incoming_mail where key = ?")
            .param("e2" + address)
            .query(UUID.class)
            .single();
        assertThat(staffPage("/complaints/mails")).hasStatusOk().bodyText().contains("Eve").doesNotContain("??");
        assertThat(staffPage("/complaints/mails/" + mail)).hasStatusOk()
            .bodyText()
            .contains(number)
            .doesNotContain("??");
        assertThat(post("/complaints/mails/" + mail + "/append", "number", "C-1999-000001")).hasStatus(422);
        assertThat(post("/complaints/mails/" + mail + "/file", "customer", account.customer().toString(), "name", "伊芙",
                "customerText", "x"))
            .hasStatus3xxRedirection();
        assertThat(complaints()).hasSize(2);
        assertThat(post("/complaints/mails/" + mail + "/ignore", "note", "late")).as("decided already").hasStatus(422);
        assertThat(jdbc.sql("select count(*) from contact_point where normal = 'eve@evil.example'")
            .query(Integer.class)
            .single()).isEqualTo(1);
        assertThat(web.get()
            .uri("/admin/mailbox")
            .with(SignedIn.as(people.hire(account.unit(), io.cesm.domain.people.Role.ADMIN)))).hasStatusOk();
    }

    @Test
    void copiesOfEarlierMailsAreFoldedAway() {
        assertThat(QuotedText.split("行\n\n-----原始邮件-----\n发件人: a\n旧").words()).isEqualTo("行");
        assertThat(QuotedText.split("ok\nOn Mon, 3 Mar 2026 at 10:00, CESM\n<c@x> wrote:\n> old").words())
            .isEqualTo("ok");
        assertThat(QuotedText.split("ok\n发件人： 王\n发送时间： 今天\n收件人： 你\n\n旧").words()).isEqualTo("ok");
        assertThat(QuotedText.split("> all quoted").words()).isEqualTo("> all quoted");
        assertThat(QuotedText.split("price > 5\nnext").quoted()).isNull();
        var giant = "new\n" + "> old old old\n".repeat(200_000);
        assertThat(QuotedText.split(giant).words()).isEqualTo("new");
        assertThat(PlainText.of("<p>a</p><<<<".repeat(50_000))).startsWith("a");
    }

    private static MailboxSettings settings(int port) {
        return new MailboxSettings("", "imap", port, "", "", "INBOX", BOX, Duration.ofSeconds(5), 3);
    }

    private List<ComplaintId> complaints() {
        return jdbc.sql("select id from complaint where customer_id = ? order by received_at")
            .param(account.customer())
            .query((rs, i) -> new ComplaintId(rs.getObject(1, UUID.class)))
            .list();
    }

    private List<CaseMail> mails(ComplaintId id) {
        return people.as(account.csr(), () -> context.getBean(DeliveringCaseMails.class).slice(id, null, 20, null))
            .items();
    }

    private void arrives(String subject, String id, String headers, String type, String text) {
        arrivesRaw("From: 周工 <" + address + ">\r\nSubject: " + subject + "\r\nMessage-ID: " + id + "\r\n" + headers
                + "Content-Type: " + type + "\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + text);
    }

    private void arrivesRaw(String raw) {
        try {
            user.deliver(new MimeMessage(Session.getInstance(new java.util.Properties()),
                    new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8))));
        }
        catch (MessagingException ex) {
            throw new IllegalStateException(ex);
        }
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult staffPage(String path) {
        return web.get().uri(path).header("Accept-Language", "en").with(SignedIn.as(account.csr())).exchange();
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult post(String path, String... fields) {
        var request = web.post()
            .uri(path)
            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
            .header("Accept-Language", "en")
            .with(SignedIn.as(account.csr()))
            .with(SecurityMockMvcRequestPostProcessors.csrf());
        for (int i = 0; i + 1 < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

}
