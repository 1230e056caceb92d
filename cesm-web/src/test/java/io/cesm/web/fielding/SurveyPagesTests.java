package io.cesm.web.fielding;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.support.Statements;
import io.cesm.satisfaction.fielding.SurveyDesk;
import io.cesm.satisfaction.fielding.SurveyId;
import io.cesm.satisfaction.questionnaire.PublishQuestionnaire;
import io.cesm.satisfaction.questionnaire.PublishingQuestionnaires;
import io.cesm.satisfaction.questionnaire.QuestionnaireId;
import io.cesm.satisfaction.questionnaire.Templates;
import io.cesm.satisfaction.questionnaire.WritingQuestionnaires;
import io.cesm.web.support.Api;
import io.cesm.web.support.People;
import io.cesm.web.support.SignedIn;
import io.cesm.web.support.WebTest;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.result.MockMvcResultMatchers;

@WebTest
class SurveyPagesTests {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MockMvcTester web;

    @Autowired
    private People people;

    @Autowired
    private SurveyDesk desk;

    private StaffId office;

    private StaffId csr;

    @BeforeEach
    void somebodyOfTheOffice() {
        var unit = people.company();
        office = people.hire(unit, Role.OFFICE);
        csr = people.hire(unit, Role.CSR);
    }

    @Test
    void isPlannedOpenedClosedAndConcluded() {
        var form = plan(published("transactional"));
        form.put("closesOn", "2020-01-01");
        form.put("opensOn", "2020-02-01");
        assertThat(body(post("/surveys/new", form))).contains("截止日期早于开始日期");
        form.put("opensOn", "");
        form.put("closesOn", "");
        var id = made(post("/surveys/new", form));
        assertThat(body(post("/surveys/" + id + "/open", version(id)))).contains("请先填写截止日期");
        form.put("closesOn", "2099-01-31");
        form.putAll(version(id));
        assertThat(post("/surveys/" + id + "/edit", form)).hasStatus3xxRedirection();
        assertThat(post("/surveys/" + id + "/open", version(id))).hasStatus3xxRedirection();
        for (var language : new String[] { "zh", "en" }) {
            for (var page : new String[] { "/surveys", "/surveys?state=FIELDED&q=S-", "/surveys?owner=me",
                    "/surveys/new", "/surveys/" + id, "/surveys/" + id + "/edit", "/surveys/" + id + "/links" }) {
                assertThat(body(get(office, page, language))).as(page).contains("</main>").doesNotContain("??");
            }
        }
        assertThat(post("/surveys/" + id + "/links",
                new LinkedHashMap<>(Map.of("channel", "QR", "label", "展厅", "place", "上海"))))
            .hasStatus3xxRedirection();
        var links = body(get(office, "/surveys/" + id + "/links", "zh"));
        var poster = Pattern.compile("/surveys/[^\"]+/poster").matcher(links);
        assertThat(poster.find()).isTrue();
        assertThat(body(get(office, poster.group(), "zh"))).contains("viewBox", "/a/", "2099-01-31");
        assertThat(post("/surveys/" + id + "/close", version(id))).hasStatus3xxRedirection();
        assertThat(post("/surveys/" + id + "/conclude", version(id))).hasStatus3xxRedirection();
        assertThat(body(get(csr, "/surveys/" + id, "zh"))).contains("已分析", "确认结果").doesNotContain("/edit\"");
        assertThat(get(csr, "/surveys/new", "zh")).hasStatus(403);
        assertThat(get(office, "/surveys/export.csv", "zh")).hasStatusOk().bodyText().contains("已分析");
    }

    @Test
    void leadsToWhatIsMissingBeforeItOffersToOpen() {
        var form = plan(published("relationship"));
        var id = made(post("/surveys/new", form));
        assertThat(body(get(office, "/surveys/" + id, "zh"))).contains("还没有截止日期")
            .containsPattern("btn-primary\" href=\"/surveys/[^\"]+/edit\"")
            .doesNotContain("启动调查");
        form.put("closesOn", "2099-01-31");
        form.putAll(version(id));
        post("/surveys/" + id + "/edit", form);
        assertThat(body(get(office, "/surveys/" + id, "zh"))).contains("不会有人收到邀请", "启动调查")
            .containsPattern("btn-primary\" href=\"/surveys/[^\"]+/people/add\"")
            .doesNotContainPattern("btn btn-primary\"[^>]*>启动调查");
        post("/surveys/" + id + "/links", new LinkedHashMap<>(Map.of("channel", "LINK", "label", "通讯")));
        assertThat(body(get(office, "/surveys/" + id, "zh"))).containsPattern("btn btn-primary\"[^>]*>启动调查")
            .doesNotContain("不会有人收到邀请");

        var service = plan(published("transactional"));
        service.put("closesOn", "2099-01-31");
        var after = made(post("/surveys/new", service));
        assertThat(body(get(office, "/surveys/" + after, "en"))).contains("Ask after events")
            .containsPattern("btn-primary\" href=\"/surveys/triggers\\?survey=");
        assertThat(body(get(office, "/surveys/triggers?survey=" + after, "en")))
            .containsPattern("value=\"" + after + "\"[^>]*selected");
    }

    @Test
    void programsCanDoTheSame() throws Exception {
        var api = new Api(context, office);
        var questionnaire = published("relationship");
        var made = api
            .post("/surveys",
                    """
                            {"questionnaire": "%s", "wave": "2026 H2", "closesOn": "2099-01-31", "title": {"en": "Half year"},
                             "settings": {"reminders": 3, "invitation": {"en": {"subject": "Hello", "body": "Please: {{link}}"}}}}"""
                        .formatted(questionnaire))
            .andExpect(MockMvcResultMatchers.status().isCreated());
        var id = Api.<String>read(made, "$.id");
        assertThat(Api.<Integer>read(made, "$.settings.reminders")).isEqualTo(3);
        assertThat(Api.<String>read(made, "$.title.en")).isEqualTo("Half year");
        api.post("/surveys/" + id + "/open", 0, "").andExpect(MockMvcResultMatchers.status().isOk());
        api.post("/surveys/" + id + "/open", 0, "").andExpect(MockMvcResultMatchers.status().isPreconditionFailed());
        api.post("/surveys/" + id + "/links", "{\"channel\": \"LINK\", \"label\": \"news\"}")
            .andExpect(MockMvcResultMatchers.status().isCreated())
            .andExpect(MockMvcResultMatchers.header().string("Cache-Control", "no-store"));
        api.get("/surveys?state=FIELDED&size=5").andExpect(MockMvcResultMatchers.status().isOk());
        api.get("/surveys/" + id + "/timeline")
            .andExpect(MockMvcResultMatchers.jsonPath("$.items[0].action").value("LINK_MADE"));
        api.post("/surveys",
                """
                        {"questionnaire": "%s", "settings": {"invitation": {"en": {"subject": "x", "body": "{{evil}} {{link}}"}}}}"""
                    .formatted(questionnaire))
            .andExpect(MockMvcResultMatchers.status().isUnprocessableContent());
    }

    @Test
    void theListAsksTheDatabaseAConstantNumberOfTimes() throws Exception {
        var questionnaire = published("kano");
        made(post("/surveys/new", plan(questionnaire)));
        get(office, "/surveys", "zh");
        var few = surveyStatements();
        for (int i = 0; i < 5; i++) {
            made(post("/surveys/new", plan(questionnaire)));
        }
        assertThat(surveyStatements()).isEqualTo(few).isOne();
    }

    private long surveyStatements() throws Exception {
        return Statements.of(() -> get(office, "/surveys", "zh")).stream().filter(it -> it.contains("survey")).count();
    }

    private QuestionnaireId published(String template) {
        var it = context.getBean(Templates.class).find(template).orElseThrow();
        return people.as(office, () -> {
            var id = context.getBean(WritingQuestionnaires.class).begin(it.profile("zh"), it.definition());
            context.getBean(PublishingQuestionnaires.class).publish(id, 0, new PublishQuestionnaire(Map.of(), null));
            return id;
        });
    }

    private static Map<String, String> plan(QuestionnaireId questionnaire) {
        return new LinkedHashMap<>(Map.of("questionnaire", questionnaire + "/1", "wave", "2026 H2", "linkDays", "21",
                "reminders", "2", "remindAfterDays", "5", "guarded", "true", "consent", "UNLESS_REFUSED"));
    }

    private Map<String, String> version(SurveyId id) {
        return new LinkedHashMap<>(Map.of("version", String.valueOf(desk.require(id).version())));
    }

    private static SurveyId made(MvcTestResult answer) {
        return SurveyId.of(requireNonNull(answer.getResponse().getRedirectedUrl()).replaceAll(".*/", ""));
    }

    private MvcTestResult get(StaffId who, String address, String language) {
        return web.get().uri(address).header("Accept-Language", language).with(SignedIn.as(who)).exchange();
    }

    private MvcTestResult post(String address, Map<String, String> fields) {
        var page = get(office, "/surveys/new", "zh");
        var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(body(page));
        assertThat(token.find()).isTrue();
        Cookie cookie = requireNonNull(page.getResponse().getCookie("cesm"));
        var request = web.post()
            .uri(address)
            .with(SignedIn.as(office))
            .cookie(cookie)
            .header("Accept-Language", "zh")
            .param("_csrf", token.group(1));
        fields.forEach(request::param);
        return request.exchange();
    }

    private static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
        }
        catch (UnsupportedEncodingException ex) {
            throw new AssertionError(ex);
        }
    }

}
