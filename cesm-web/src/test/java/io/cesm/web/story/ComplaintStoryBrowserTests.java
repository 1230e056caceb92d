package io.cesm.web.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

import io.cesm.domain.complaint.ComplaintBook;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.ComplaintWatch;
import io.cesm.domain.complaint.EscalatingComplaints;
import io.cesm.domain.complaint.FileComplaint;
import io.cesm.domain.complaint.FilingComplaints;
import io.cesm.domain.complaint.HandingComplaints;
import io.cesm.domain.complaint.IncomingMail;
import io.cesm.domain.complaint.TakingMails;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.time.ScopedClock;
import io.cesm.governance.escalation.EscalationBook;
import io.cesm.governance.lesson.ActionKind;
import io.cesm.governance.lesson.LessonBook;
import io.cesm.governance.lesson.LessonStep;
import io.cesm.governance.lesson.TrackingLessonChanges;
import io.cesm.governance.lesson.WritingLessons;
import io.cesm.web.story.Party.Guests;
import io.cesm.web.support.Browser;
import io.cesm.web.support.BrowserTest;
import io.cesm.web.support.People;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * From a mail to a lesson: nobody takes the complaint, it locks onto the delivery owner,
 * is refused by the solution owner, goes up, is contained, becomes a TOP issue with three
 * others, is planned, told twice, rejected once, approved on a phone and closed – and
 * what was learnt is offered when the next one is typed.
 */
@BrowserTest
@Import(Party.class)
class ComplaintStoryBrowserTests {

    private static final String WORDS = "三号线主轴过热停机，这个月第二次了";

    private static final String LESSON = "选型一律按最高月水温校核冷却器，写入设计检查单。";

    @Autowired
    private Party party;

    @Autowired
    private People people;

    @Autowired
    private TakingMails mails;

    @Autowired
    private FilingComplaints filing;

    @Autowired
    private HandingComplaints handing;

    @Autowired
    private EscalatingComplaints escalating;

    @Autowired
    private ComplaintWatch watch;

    @Autowired
    private ComplaintBook complaints;

    @Autowired
    private EscalationBook escalations;

    @Autowired
    private LessonBook lessons;

    @Autowired
    private WritingLessons writing;

    @Autowired
    private TrackingLessonChanges changes;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Test
    void goesFromAMailNobodyTakesToALessonThatIsOffered(Browser browser) {
        var guests = party.gather();
        if (Pictures.wanted()) {
            party.dress(guests);
        }
        var id = arrives(guests);
        var record = "/complaints/" + id;
        var csr = Walk.of(browser, browser.desk(Pictures.language()), people.withPassword(guests.csr()),
                People.PASSWORD);
        csr.opens(record);
        Pictures.take(csr, "story-1-arrived");
        locksIsRefusedAndGoesUp(id, guests);

        var fr = Walk.of(browser, browser.desk(Pictures.language()), people.withPassword(guests.fr()), People.PASSWORD);
        fr.opens(record);
        assertThat(fr.text("main")).contains("75 %");
        Pictures.take(fr, "#ladder", "story-2-escalated");
        does(fr, record + "/steps/acknowledge");
        does(fr, record + "/steps/start");
        does(fr, record + "/steps/contain", "words", "已降负荷运行，并送去备用冷却器。");
        Pictures.take(fr, "story-3-contained");

        var issue = becomesATopIssue(fr, id, guests);
        Pictures.take(fr, "story-4-top-issue");
        var phone = new Walk(browser, browser.phone(Pictures.language()));
        does(fr, issue + "/edit", "statement", "三号线主轴一个月停机四次，每次两小时。");
        asks(fr, issue, guests);
        answers(phone, linkOn(fr), "yes", "对，就是这样。");
        plans(fr, issue, guests);
        fr.comesBackTo(issue);
        Pictures.take(fr, "#plan", "story-5-plan");
        tells(fr, issue);
        tells(fr, issue);
        fr.comesBackTo(issue);
        Pictures.take(fr, "#reports", "story-6-told");
        submits(fr, issue, guests, "1");
        answers(phone, linkOn(fr), "no", "上周又停了一次。");
        submits(fr, issue, guests, "0");
        var link = linkOn(fr);
        phone.opens(link);
        phone.page().fill("#words", "这次可以了。");
        Pictures.take(phone, "story-7-phone");
        answers(phone, link, "yes", "这次可以了。");
        does(fr, issue + "/steps/close", "lesson", LESSON);
        fr.opens(issue);
        assertThat(fr.text("main")).contains("上周又停了一次。", "这次可以了。", LESSON);

        Pictures.take(fr, "#approvals", "story-8-approvals");

        publishes(issue, guests);
        csr.opens("/complaints/new");
        csr.page().locator("#verbatim").pressSequentially("五号线主轴过热停机");
        csr.page().waitForSelector(".known >> text=冷却器");
        csr.looksAround();
        Pictures.take(csr, "story-9-lesson");

        assertThat(fr.faults()).isEmpty();
        assertThat(phone.faults()).isEmpty();
        assertThat(csr.faults()).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    private ComplaintId arrives(Guests guests) {
        mails.take(new IncomingMail("complaints@henglan.example", UUID.randomUUID() + "@hongyuan.example", List.of(),
                guests.mail(), "周工", "主轴过热", WORDS, null, clock.instant(), IncomingMail.Nature.PERSON, null,
                List.of()));
        var id = jdbc.sql("select id from complaint where customer_id = ?")
            .param(guests.customer().id())
            .query((rs, i) -> new ComplaintId(rs.getObject(1, UUID.class)))
            .single();
        assertThat(owner(id)).isNull();
        return id;
    }

    /** Time passes as far as each look that is due, whatever day it is now. */
    private void locksIsRefusedAndGoesUp(ComplaintId id, Guests guests) {
        var locked = passes(id, it -> guests.fr().equals(owner(id)));
        ScopedClock.at(locked, () -> people.as(guests.fr(), () -> handing.offer(id, guests.sr(), "像是选型的问题")));
        ScopedClock.at(locked, () -> people.as(guests.sr(), () -> handing.refuse(id, "我在另一现场，今天到不了")));
        assertThat(owner(id)).isEqualTo(guests.fr());
        passes(id, it -> levels(id).contains("CLOCK_PERCENT 75"));
        assertThat(people.as(guests.csr(), () -> complaints.require(id)).handOffs()).isZero();
    }

    private Instant passes(ComplaintId id, Predicate<ComplaintId> until) {
        for (int looks = 0; looks < 50; looks++) {
            var next = escalating.nextLook(id);
            assertThat(next).as("something is still due").isNotNull();
            ScopedClock.at(next, () -> watch.look(id));
            if (until.test(id)) {
                return next;
            }
        }
        throw new AssertionError("It never came to that: " + levels(id));
    }

    private String becomesATopIssue(Walk fr, ComplaintId id, Guests guests) {
        var path = new StringBuilder("/top-issues/new?record=" + id);
        for (var words : List.of("主轴又停了", "冷却水温报警，产线降速", "主轴温度高，夜班停机两小时")) {
            path.append("&record=")
                .append(people.as(guests.csr(),
                        () -> filing.file(FileComplaint.of(guests.customer(), guests.contact(), words), List.of())));
        }
        fr.opens(path.toString());
        fills(fr, "title", "主轴过热停机", "problem", "三号线主轴一个月停机四次。", "owner", guests.fr().toString());
        fr.sends();
        assertThat(fr.page().url()).matches(".*/top-issues/[0-9a-f-]{36}.*");
        return URI.create(fr.page().url()).getPath();
    }

    private void asks(Walk fr, String issue, Guests guests) {
        does(fr, issue + "/links", "contact", guests.contact().toString());
    }

    private static String linkOn(Walk fr) {
        return URI.create(fr.page().locator("input[readonly]").first().inputValue()).getPath();
    }

    private static void answers(Walk phone, String link, String decision, String words) {
        phone.opens(link);
        phone.page().fill("#words", words);
        phone.submits("button[value=" + decision + "]");
    }

    private void plans(Walk fr, String issue, Guests guests) {
        var today = CompanyTime.today(clock);
        does(fr, issue + "/plan", "kind", "KPI", "measure", "每月停机次数", "unit", "次", "baseline", "4", "target", "1",
                "stake", "停一小时损失二十万", "targetOn", today.plusDays(40).toString(), "rhythmDays", "7", "checkWeeks", "6");
        does(fr, issue + "/steps/plan");
        does(fr, issue + "/tasks/new", "title", "更换冷却器", "term", "SHORT", "owner", guests.fr().toString(), "startsOn",
                today.toString(), "dueOn", today.plusDays(10).toString());
        does(fr, issue + "/steps/start");
        does(fr, issue + "/cause", "why1", "水温高", "why2", "选型按年均水温", "cause", "DESIGN", "rootCause", "选型表没有最高月水温");
    }

    private static void tells(Walk fr, String issue) {
        fr.opens(issue + "/report");
        var nobody = fr.page().locator("[name=contacts]:checked").count() == 0;
        if (nobody) {
            fr.page().locator("[name=contacts]").first().check();
        }
        fr.sends();
        assertThat(fr.page().locator("main form .error").count()).isZero();
    }

    private void submits(Walk fr, String issue, Guests guests, String value) {
        var today = CompanyTime.today(clock).toString();
        does(fr, issue + "/steps/verify", "value", value, "on", today, "words", "停机记录");
        does(fr, issue + "/steps/submit", "words", "冷却器已更换，请您认可。");
        asks(fr, issue, guests);
    }

    /**
     * A colleague has read the draft, it changes a checklist, and the office publishes
     * it.
     */
    private void publishes(String issue, Guests guests) {
        var record = UUID.fromString(issue.substring(issue.lastIndexOf('/') + 1));
        var lesson = people.as(guests.office(), () -> lessons.of(record)).getFirst().id();
        people.as(guests.sr(), () -> changes.ask(lesson, ActionKind.CHECKLIST, "设计检查单增加最高月水温", guests.sr(),
                CompanyTime.today(clock).plusDays(30)));
        people.as(guests.office(), () -> writing.take(lesson, null, LessonStep.REVIEW, null));
        people.as(guests.office(), () -> writing.take(lesson, null, LessonStep.PUBLISH, null));
    }

    private static void does(Walk walk, String path, String... fields) {
        walk.opens(path);
        fills(walk, fields);
        walk.sends();
        assertThat(walk.texts("main form .error, main .alarm")).as(path).isEmpty();
    }

    private static void fills(Walk walk, String... fields) {
        for (int i = 0; i + 1 < fields.length; i += 2) {
            var field = walk.page().locator("main form [name='" + fields[i] + "']").first();
            if ("SELECT".equals(field.evaluate("it => it.tagName"))) {
                field.selectOption(fields[i + 1]);
            }
            else {
                field.fill(fields[i + 1]);
            }
        }
    }

    private StaffId owner(ComplaintId id) {
        var owner = Acting.as(Actor.system("test"), () -> complaints.require(id)).owner();
        return owner == null ? null : owner.id();
    }

    private List<String> levels(ComplaintId id) {
        return escalations.ladder(id).stream().map(it -> it.kind() + " " + it.amount()).toList();
    }

}
