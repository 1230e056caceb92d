package io.cesm.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.cesm.domain.notice.DeliveringNoticeMails;
import io.cesm.domain.notice.MailingNotices;
import io.cesm.domain.notice.NoticePreferences;
import io.cesm.domain.notice.NoticePreferences.Way;
import io.cesm.domain.notice.Notices;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.time.ScopedClock;
import io.cesm.domain.timeline.Subject;
import io.cesm.web.mail.Posts;
import io.cesm.web.security.PublicAddress;
import io.cesm.web.support.People;
import io.cesm.web.support.SignedIn;
import io.cesm.web.support.WebTest;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@WebTest
class NoticeMailTests {

    /** A Tuesday, 10:00 in Shanghai, long after today, so that no job interferes. */
    private static final Instant TEN = Instant.parse("2031-03-04T02:00:00Z");

    private final GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MockMvcTester web;

    @Autowired
    private People people;

    @Autowired
    private Notices notices;

    @Autowired
    private MailingNotices mailing;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient jdbc;

    private StaffId staff = new StaffId(new UUID(0, 0));

    private String mail = "";

    @BeforeEach
    void somebodyWithAnAddress() {
        server.start();
        staff = people.hire(Role.MANAGER);
        mail = staff.toString().substring(20) + "@henglan.example";
        jdbc.sql("update staff set email = ?, language = 'en' where id = ?").params(mail, staff.id()).update();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void leavesOnceAtOnceInQuietHoursNotAndTheRestOnceADay() throws Exception {
        tell(TEN, "COMPLAINT_ESCALATED_CLOCK_PERCENT", "one");
        tell(TEN, "COMPLAINT_ESCALATED_CLOCK_PERCENT", "one");
        tell(TEN, "COMPLAINT_ESCALATED_CLOCK_PERCENT", "two");
        tell(TEN, "COMPLAINT_RESOLVE", "three");
        deliver(TEN.plusSeconds(10));
        deliver(TEN.plusSeconds(20));
        assertThat(mine()).as("two escalations, together and once").hasSize(1);
        assertThat(mine().getFirst().getSubject()).isEqualTo("CESM: 2 new notices");
        assertThat(String.valueOf(mine().getFirst().getContent())).contains("is at level 3: 100\u00A0% of a clock used",
                "/complaints/", "/me/notices");

        var late = TEN.plus(Duration.ofHours(12)); // 22:00
        tell(late, "COMPLAINT_LOCKED", "four");
        deliver(late.plusSeconds(10));
        assertThat(mine()).hasSize(1);
        deliver(TEN.plus(Duration.ofHours(21)).plusSeconds(5)); // 07:00
        assertThat(mine()).as("quiet is over").hasSize(2);
        deliver(TEN.plus(Duration.ofHours(22)).plusSeconds(5)); // 08:00
        assertThat(mine()).as("the digest").hasSize(3);
        deliver(TEN.plus(Duration.ofDays(9)));
        assertThat(mine()).hasSize(3);
    }

    @Test
    void staysInWhenItWasReadOrIsNotWanted() throws Exception {
        tell(TEN, "COMPLAINT_RESOLVE", "read");
        people.as(staff, () -> ScopedClock.at(TEN.plusSeconds(60), () -> notices.read(staff, null)));
        deliver(TEN.plus(Duration.ofDays(1)));
        assertThat(mine()).isEmpty();
        people.as(staff, () -> mailing.prefer(new NoticePreferences(Way.NONE, Way.NONE, Way.NONE, 8, 21, 7, false)));
        tell(TEN, "COMPLAINT_ESCALATED_CLOCK_PERCENT", "unwanted");
        deliver(TEN.plus(Duration.ofDays(5)));
        assertThat(mine()).isEmpty();
    }

    @Test
    void everybodyChoosesForThemselves() {
        assertThat(web.get().uri("/me/notices").header("Accept-Language", "en").with(SignedIn.as(staff)).exchange())
            .hasStatusOk()
            .bodyText()
            .contains("once a day");
        assertThat(web.post()
            .uri("/me/notices")
            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
            .param("escalation", "DIGEST")
            .param("handOver", "NONE")
            .param("other", "NONE")
            .param("digestHour", "9")
            .param("quietFrom", "0")
            .param("quietTo", "0")
            .param("disturb", "true")
            .with(SignedIn.as(staff))
            .with(SecurityMockMvcRequestPostProcessors.csrf())
            .exchange()).hasStatus3xxRedirection();
        assertThat(people.as(staff, () -> mailing.mine()))
            .isEqualTo(new NoticePreferences(Way.DIGEST, Way.NONE, Way.NONE, 9, 0, 0, true));
    }

    private void tell(Instant at, String kind, String key) {
        ScopedClock.at(at,
                () -> transactions.executeWithoutResult(status -> notices.tell(staff, kind,
                        new Subject("COMPLAINT", new UUID(1, 1), "C-2031-000001", null), Map.of("a", "3", "b", "100"),
                        mail + key)));
    }

    private void deliver(Instant at) {
        var courier = new NoticeCourier(mailing, context.getBean(DeliveringNoticeMails.class), Posts.to(server),
                context.getBean(PublicAddress.class), context.getBean(MessageSource.class), transactions);
        ScopedClock.at(at.atZone(ZoneId.of("UTC")).toInstant(), () -> {
            courier.deliver();
        });
    }

    private List<MimeMessage> mine() throws Exception {
        List<MimeMessage> mine = new ArrayList<>();
        for (var each : server.getReceivedMessages()) {
            if (each.getAllRecipients()[0].toString().contains(mail)) {
                mine.add(each);
            }
        }
        return mine;
    }

}
