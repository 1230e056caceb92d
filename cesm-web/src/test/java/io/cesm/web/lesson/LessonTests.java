package io.cesm.web.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import io.cesm.domain.complaint.ComplaintBook;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.FileComplaint;
import io.cesm.domain.complaint.FilingComplaints;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.lesson.LessonsLearnt;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.support.Statements;
import io.cesm.governance.lesson.ActionKind;
import io.cesm.governance.lesson.LessonBook;
import io.cesm.governance.lesson.LessonContent;
import io.cesm.governance.lesson.LessonFilter;
import io.cesm.governance.lesson.LessonId;
import io.cesm.governance.lesson.LessonKind;
import io.cesm.governance.lesson.LessonReviews;
import io.cesm.governance.lesson.LessonStep;
import io.cesm.governance.lesson.OfferingKnowledge;
import io.cesm.governance.lesson.TrackingLessonChanges;
import io.cesm.governance.lesson.WritingLessons;
import io.cesm.web.support.Accounts;
import io.cesm.web.support.Api;
import io.cesm.web.support.People;
import io.cesm.web.support.SignedIn;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class LessonTests {

    private static final LocalDate NEXT_YEAR = LocalDate.now().plusYears(1);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MockMvcTester web;

    @Autowired
    private People people;

    @Autowired
    private WritingLessons writing;

    @Autowired
    private TrackingLessonChanges changes;

    @Autowired
    private OfferingKnowledge knowledge;

    @Autowired
    private LessonBook book;

    private Accounts.Made account = new Accounts.Made(null, null, null, null, null);

    private StaffId office = new StaffId(null);

    @BeforeEach
    void aCustomer() {
        account = new Accounts(context).make();
        office = people.hire(Role.OFFICE);
    }

    @Test
    void isReadBySomebodyElseChangesSomethingAndNamesNobodyBeforeItIsPublished() {
        var complaint = file("磨头液压站漏油，地面全是油");
        var number = as(account.csr(), () -> context.getBean(ComplaintBook.class).require(complaint).number());
        var name = as(account.csr(),
                () -> context.getBean(ComplaintBook.class).require(complaint).heading().customerName());
        var id = as(account.csr(),
                () -> writing.write(LessonContent.lesson("磨头液压站换密封要配对", name + " 的液压站漏油", "密封圈成对更换"), number, false));

        refused(account.csr(), LessonStep.REVIEW, id, "lesson.four_eyes");
        take(account.fr(), LessonStep.REVIEW, id);
        refused(account.fr(), LessonStep.PUBLISH, id, "lesson.leading");
        refused(office, LessonStep.PUBLISH, id, "lesson.names_customer");
        as(account.csr(), () -> {
            writing.revise(id, null, LessonContent.lesson("磨头液压站换密封要配对", "液压站漏油", "密封圈成对更换"), "去掉客户名");
            return id;
        });
        take(account.fr(), LessonStep.REVIEW, id);
        refused(office, LessonStep.PUBLISH, id, "lesson.changes_nothing");
        var asked = as(account.csr(),
                () -> changes.ask(id, ActionKind.STANDARD, "更换规程写明成对更换", account.fr(), LocalDate.now().plusDays(10)));
        assertThat(as(account.csr(), () -> context.getBean(LessonsLearnt.class).isThereOneFrom(complaint.id())))
            .as("a draft is no lesson yet")
            .isFalse();
        take(office, LessonStep.PUBLISH, id);

        assertThat(context.getBean(LessonsLearnt.class).from(complaint.id())).hasSize(1);
        as(account.fr(), () -> {
            changes.end(id, asked, true, "规程已改");
            return id;
        });
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> as(account.fr(), () -> {
            changes.end(id, asked, true, "再改一次");
            return id;
        })).satisfies(it -> assertThat(it.code()).isEqualTo("lesson.action.ended"));
        assertThat(as(account.csr(), () -> book.versions(id))).hasSize(2)
            .first()
            .satisfies(it -> assertThat(it.changes()).containsOnlyKeys("happened"));
        assertThat(get("/lessons/" + id)).hasStatusOk().bodyText().contains("密封圈成对更换", number, "规程已改");
    }

    @Test
    void isOfferedWhileSomebodyTypesAndOnlyComplaintsWithinReachAre() {
        var id = published("回转支承异响先查预紧力", "回转支承运行异响，加脂无效", "先测螺栓预紧力再拆检");
        file("回转支承运行时有异响，已经加过油脂还是响");
        var words = "客户说回转支承一转就异响";

        var mine = as(account.fr(), () -> knowledge.about(words, null, null, 5));
        assertThat(mine.lessons()).extracting(OfferingKnowledge.Offer::id).contains(id);
        assertThat(mine.complaints()).hasSize(1);
        var stranger = new Accounts(context).make().csr();
        var theirs = as(stranger, () -> knowledge.about(words, null, null, 5));
        assertThat(theirs.lessons()).extracting(OfferingKnowledge.Offer::id).contains(id);
        assertThat(theirs.complaints()).as("not their customer").isEmpty();
        as(stranger, () -> knowledge.about(words, null, null, 5));
        assertThat(as(office, () -> book.require(id)).uses().offered()).as("once a person and day").isEqualTo(2);

        assertThat(post(account.csr(), "/lessons/suggestions", "verbatim", words)).hasStatusOk()
            .bodyText()
            .contains("回转支承异响先查预紧力", "回转支承运行时有异响");
        assertThat(post(account.csr(), "/lessons/" + id + "/helped/here")).hasStatusOk();
        assertThat(as(office, () -> book.require(id)).uses().helped()).isEqualTo(1);
    }

    @Test
    void anArticleIsForThoseItIsMeantForAndFoundByTwoCharacters() {
        var id = as(account.csr(),
                () -> writing.write(
                        new LessonContent(LessonKind.ARTICLE, "冬季启炉注意事项", null, "先预热", null, null, null, null, null,
                                null, null, null, null, null, List.of("启炉"), Set.of(Role.CSR), null, NEXT_YEAR, null),
                        null, false));
        take(account.fr(), LessonStep.REVIEW, id);
        take(office, LessonStep.PUBLISH, id);
        var other = people.hire(Role.CSR);
        var sales = people.hire(Role.AR);

        assertThat(as(other, () -> book.slice(LessonFilter.ALL.saying("启炉"), 10, null).items())).hasSize(1);
        assertThat(as(sales, () -> book.slice(LessonFilter.ALL.saying("启炉"), 10, null).items())).isEmpty();
        assertThatExceptionOfType(UnknownThing.class).isThrownBy(() -> as(sales, () -> book.require(id)));
    }

    @Test
    void remindsOnceWhenItIsToBeLookedAtAgain() {
        var id = published("桥架改造前先测挠度", "桥架改造后挠度超差", "改造前后各测一次挠度");
        var jdbc = context.getBean(JdbcClient.class);
        jdbc.sql("update lesson set review_on = current_date - 1 where id = ?").param(id.id()).update();
        context.getBean(LessonReviews.class).remind();
        context.getBean(LessonReviews.class).remind();
        assertThat(jdbc.sql("select count(*) from notice where kind = 'LESSON_REVIEW' and subject_id = ?")
            .param(id.id())
            .query(Long.class)
            .single()).isEqualTo(1);
    }

    @Test
    void listsCostTheSameHoweverLongAndPagesAndProgramsWork() throws Exception {
        for (int i = 0; i < 6; i++) {
            published("第 " + i + " 条经验", "发生了一件事", "以后不这样做");
        }
        assertThat(statements(2)).hasSameSizeAs(statements(6)).hasSize(1);
        for (var page : List.of("/lessons", "/lessons?view=review", "/lessons?view=mine", "/lessons/changes",
                "/lessons/new", "/lessons/new?kind=ARTICLE", "/lessons/export.csv", "/lessons?state=DRAFT&q=x",
                "/complaints/" + file("齿轮箱异响") + "/knowledge", "/work")) {
            assertThat(get(page)).as(page).hasStatusOk();
        }
        var api = new Api(context, account.csr());
        var made = api.post("/lessons", """
                {"kind": "LESSON", "titleEn": "Label both ends", "happenedEn": "Cables were swapped",
                 "differentlyEn": "Both ends carry labels", "keywords": ["cable"]}""");
        var id = Api.<String>read(made, "$.id.id");
        assertThat(Api.<String>read(api.get("/lessons/" + id), "$.state")).isEqualTo("DRAFT");
        assertThat(api.post("/lessons/" + id + "/steps/review", 0, "{}").andReturn().getResponse().getStatus())
            .as("own review")
            .isEqualTo(422);
        assertThat(Api.<List<?>>read(api.get("/lessons/" + id + "/versions"), "$")).hasSize(1);
    }

    private List<String> statements(int size) {
        return as(account.csr(), () -> {
            try {
                return Statements.of(() -> book.slice(LessonFilter.ALL, size, null));
            }
            catch (Exception ex) {
                throw new IllegalStateException(ex);
            }
        });
    }

    private LessonId published(String title, String happened, String differently) {
        var id = as(account.csr(),
                () -> writing.write(LessonContent.lesson(title, happened, differently), null, false));
        as(account.csr(),
                () -> changes.ask(id, ActionKind.CHECKLIST, "检查表增加一项", account.fr(), LocalDate.now().plusDays(9)));
        take(account.fr(), LessonStep.REVIEW, id);
        take(office, LessonStep.PUBLISH, id);
        return id;
    }

    private ComplaintId file(String words) {
        return as(account.csr(),
                () -> context.getBean(FilingComplaints.class)
                    .file(FileComplaint.of(new CustomerId(account.customer()), new ContactId(account.contact()), words),
                            List.of()));
    }

    private void take(StaffId who, LessonStep step, LessonId id) {
        as(who, () -> {
            writing.take(id, null, step, "好");
            return id;
        });
    }

    private void refused(StaffId who, LessonStep step, LessonId id, String code) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> take(who, step, id))
            .satisfies(it -> assertThat(it.code()).isEqualTo(code));
    }

    private <T> T as(StaffId who, Supplier<T> work) {
        return people.as(who, work);
    }

    private MvcTestResult get(String path) {
        return web.get().uri(path).header("Accept-Language", "en").with(SignedIn.as(account.csr())).exchange();
    }

    private MvcTestResult post(StaffId who, String path, String... fields) {
        var request = web.post()
            .uri(path)
            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
            .with(SignedIn.as(who))
            .with(SecurityMockMvcRequestPostProcessors.csrf());
        for (int i = 0; i + 1 < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

}
