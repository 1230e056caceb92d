package io.cesm.web.survey;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.support.Statements;
import io.cesm.satisfaction.questionnaire.QuestionnaireBook;
import io.cesm.satisfaction.questionnaire.QuestionnaireDetails;
import io.cesm.satisfaction.questionnaire.QuestionnaireId;
import io.cesm.satisfaction.questionnaire.Templates;
import io.cesm.web.support.People;
import io.cesm.web.support.SignedIn;
import io.cesm.web.support.WebTest;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class QuestionnairePagesTests {

    @Autowired
    private MockMvcTester web;

    @Autowired
    private People people;

    @Autowired
    private QuestionnaireBook book;

    @Autowired
    private Templates templates;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private FaultWords faultWords;

    private StaffId office;

    private StaffId csr;

    @BeforeEach
    void somebodyOfTheOffice() {
        var unit = people.company();
        office = people.hire(unit, Role.OFFICE);
        csr = people.hire(unit, Role.CSR);
    }

    @Test
    void showsEveryTemplateInBothLanguagesAndAsRespondentsSeeIt() {
        for (var name : templates.all().keySet()) {
            var id = begun(name);
            for (var language : new String[] { "zh", "en" }) {
                for (var page : new String[] { "", "/languages", "/settings", "/versions", "/publish", "/preview",
                        "/preview?width=desktop&speak=en" }) {
                    assertThat(body(get(office, "/questionnaires/" + id + page, language)))
                        .as(name + " " + page + " " + language)
                        .contains("</main>")
                        .doesNotContain("??", page.startsWith("/preview") ? "{{" : "??");
                }
            }
            for (var page : details(id).draft().pages()) {
                assertThat(body(get(office, "/questionnaires/" + id + "?page=" + page.id(), "zh")))
                    .doesNotContain("??");
                assertThat(get(office, "/questionnaires/" + id + "/preview?page=" + page.id(), "zh")).hasStatusOk();
            }
            for (var question : details(id).draft().questions()) {
                assertThat(body(get(office, "/questionnaires/" + id + "/questions/" + question.id(), "en")))
                    .as(name + " " + question.id())
                    .contains("Method check", "</main>")
                    .doesNotContain("??");
            }
        }
        assertThat(body(get(office, "/questionnaires", "zh"))).contains("服务回访").doesNotContain("??");
        assertThat(body(get(office, "/question-bank", "en"))).contains("nps-company").doesNotContain("??");
        assertThat(body(get(office, "/questionnaires/new", "zh"))).contains("卡诺").doesNotContain("??");
    }

    @Test
    void writesAQuestionOfEveryKind() {
        var id = blank();
        for (var type : io.cesm.satisfaction.questionnaire.QuestionType.values()) {
            assertThat(body(get(office, "/questionnaires/" + id + "/questions/new?type=" + type + "&block=b1", "zh")))
                .as(type.name())
                .contains("name=\"text.zh\"")
                .doesNotContain("??");
        }
        var sent = form(id);
        sent.put("block", "b1");
        sent.put("type", "MULTI");
        sent.put("id", "why");
        sent.put("text.zh", "您为什么选择我们？");
        sent.put("text.en", "Why did you choose us?");
        sent.put("required", "true");
        sent.put("options.0.text.zh", "质量");
        sent.put("options.2.text.zh", "其他");
        sent.put("options.2.other", "true");
        sent.put("options.2.fixed", "true");
        sent.put("na.0.text.zh", "说不清");
        assertThat(post("/questionnaires/" + id + "/questions/new", sent)).hasStatus3xxRedirection();

        var it = details(id).draft().question("why").orElseThrow();
        assertThat(io.cesm.satisfaction.questionnaire.DefinitionJson.tree(it).toString()).contains("\"o1\"", "\"o2\"",
                "\"other\":true", "\"na\":[{\"id\":\"na\"");
    }

    @Test
    void takesTheNumbersOfAQuestionAsTheyAreTyped() {
        var id = blank();
        saves(id, "NPS", "scale.min", "0", "scale.max", "10");
        saves(id, "CSAT", "scale.min", "1", "scale.max", "5");
        saves(id, "CES", "scale.min", "1", "scale.max", "7");
        saves(id, "RATING", "scale.min", "1", "scale.max", "10");
        saves(id, "MATRIX", "scale.min", "1", "scale.max", "7", "rows.0.text.zh", "到货速度");
        saves(id, "TEXT", "max", "1000");
        saves(id, "NUMBER", "min", "0.5", "max", "100", "decimals", "1");
        saves(id, "FILE", "megabytes", "5");
    }

    private void saves(QuestionnaireId id, String type, String... numbers) {
        var sent = form(id);
        sent.put("block", "b1");
        sent.put("type", type);
        sent.put("id", type.toLowerCase(Locale.ROOT));
        sent.put("text.zh", "请评价这一项");
        for (int i = 0; i + 1 < numbers.length; i += 2) {
            sent.put(numbers[i], numbers[i + 1]);
        }
        assertThat(post("/questionnaires/" + id + "/questions/new", sent)).as(type).hasStatus3xxRedirection();
    }

    @Test
    void keepsWhatWasTypedAndSaysWhatIsWrong() {
        var id = blank();
        var sent = form(id);
        sent.put("block", "b1");
        sent.put("type", "SINGLE");
        sent.put("id", "q1");
        sent.put("text.zh", "难道您不觉得我们优质的服务很好吗？");
        sent.put("options.0.text.zh", "好");
        var answer = post("/questionnaires/" + id + "/questions/new", sent);

        assertThat(answer).hasStatus(422);
        assertThat(body(answer)).contains("至少两个选项", "难道您不觉得", "value=\"好\"");

        sent.put("options.1.text.zh", "不好");
        assertThat(post("/questionnaires/" + id + "/questions/new", sent)).hasStatus3xxRedirection();
        assertThat(body(get(office, "/questionnaires/" + id, "zh"))).contains("有诱导", "带有倾向");
    }

    @Test
    void saysInWordsWhereAQuestionIsWrong() {
        var id = blank();
        var sent = form(id);
        sent.putAll(
                Map.of("block", "b1", "type", "RATING", "id", "q1", "text.zh", "", "scale.min", "1", "scale.max", "2"));
        assertThat(body(post("/questionnaires/" + id + "/questions/new", sent)))
            .contains("href=\"#scale.max\">量表 › 到</a>：", "量表至少三级", "href=\"#text.zh\">文字</a>：", "不能为空")
            .doesNotContain(">scale.max<", ">text<", ">text.zh<");
    }

    @Test
    void namesTheLanguageThatIsNotWhole() {
        var id = begun("kano");
        var settings = form(id);
        settings.putAll(Map.of("kind", "SERVICE", "anonymity", "NAMED", "purpose", "", "title.zh", "试用"));
        assertThat(post("/questionnaires/" + id + "/settings", settings)).hasStatus3xxRedirection();
        assertThat(body(get(office, "/questionnaires/" + id + "/publish", "zh"))).contains("English 还缺 1 处文字");
    }

    @Test
    void hasAWordForEveryFieldOfADefinition() {
        var names = new java.util.TreeSet<String>();
        templates.all()
            .values()
            .forEach(it -> names(io.cesm.satisfaction.questionnaire.DefinitionJson.tree(it.definition()), names));
        assertThat(names).contains("scale", "options", "show")
            .allSatisfy(name -> assertThat(faultWords.place(name, Locale.CHINESE)).isNotEqualTo(name));
    }

    private static void names(tools.jackson.databind.JsonNode node, java.util.Set<String> into) {
        node.properties().forEach(it -> {
            if (!it.getKey().matches("zh|en")) {
                into.add(it.getKey());
            }
        });
        node.forEach(it -> names(it, into));
    }

    @Test
    void movesCopiesAndRemoves() {
        var id = begun("transactional");
        post("/questionnaires/" + id + "/questions/q2/move", with(form(id), "up", "true"));
        assertThat(details(id).draft().questions().getFirst().id()).isEqualTo("q2");
        post("/questionnaires/" + id + "/questions/q2/move", with(with(form(id), "block", "b2"), "place", "1"));
        assertThat(details(id).draft().pages().get(1).questions()).element(1).extracting("head.id").isEqualTo("q2");
        post("/questionnaires/" + id + "/questions/q2/copy", form(id));
        assertThat(details(id).draft().questions()).hasSize(9);
        post("/questionnaires/" + id + "/questions/q2/delete", form(id));
        assertThat(details(id).draft().questions()).hasSize(8);
        assertThat(post("/questionnaires/" + id + "/questions/q4/delete", form(id))).as("q5 asks about it")
            .hasStatus(422);
        post("/questionnaires/" + id + "/pages", form(id));
        assertThat(details(id).draft().pages()).hasSize(4);
        assertThat(post("/questionnaires/" + id + "/pages", with(form(id), "version", "0"))).hasStatus(409);
    }

    @Test
    void publishesAndSaysWhatStaysComparable() {
        var id = begun("transactional");
        assertThat(post("/questionnaires/" + id + "/publish", with(form(id), "note", "first")))
            .hasStatus3xxRedirection();
        assertThat(details(id).published()).isOne();
        assertThat(post("/questionnaires/" + id + "/publish", form(id))).as("nothing changed").hasStatus(422);

        var sent = form(id);
        sent.putAll(fields(id, "q4"));
        sent.put("text.zh", "问题现在彻底解决了吗？");
        assertThat(post("/questionnaires/" + id + "/questions/q4", sent)).hasStatus3xxRedirection();
        assertThat(body(get(office, "/questionnaires/" + id + "/publish", "zh"))).contains("kept.q4", "彻底解决");
        post("/questionnaires/" + id + "/publish", with(form(id), "kept.q4", "只是加强语气"));
        assertThat(body(get(office, "/questionnaires/" + id + "/versions/2", "zh"))).contains("仍可比：只是加强语气");
        assertThat(body(get(office, "/questionnaires/" + id + "/versions", "en"))).contains("8 of 8 questions");
        assertThat(get(office, "/questionnaires/" + id + "/versions/1/export.json", "en")).hasStatusOk()
            .hasContentType(MediaType.APPLICATION_JSON);

        org.assertj.core.api.Assertions
            .assertThatThrownBy(() -> jdbc.sql("update questionnaire_version set note = 'x'").update())
            .hasMessageContaining("never changes");
    }

    @Test
    void doesNotPublishWhatBreaksItsPromise() {
        var id = begun("transactional");
        var settings = form(id);
        settings.putAll(Map.of("kind", "SERVICE", "anonymity", "ANONYMOUS", "purpose", "", "title.zh", "回访", "title.en",
                "After", "intro.zh", "{{contact}}，您好", "intro.en", "Dear {{contact}}"));
        assertThat(post("/questionnaires/" + id + "/settings", settings)).hasStatus3xxRedirection();

        assertThat(body(get(office, "/questionnaires/" + id + "/publish", "en")))
            .contains("An anonymous survey may not show contact", "disabled");
        assertThat(post("/questionnaires/" + id + "/publish", form(id))).hasStatus(422);
    }

    @Test
    void previewGoesPageByPageWithoutScript() {
        var id = begun("transactional");
        Map<String, String> sent = new LinkedHashMap<>(Map.of("p_page", "p1", "p_shown", "q1 q2", "p_go", "next"));
        assertThat(body(post("/questionnaires/" + id + "/preview", sent))).contains("请再看一下 2 处回答", "请回答此题");
        sent.putAll(Map.of("q1", "4", "q2", "6"));
        assertThat(body(post("/questionnaires/" + id + "/preview", sent))).contains("这次服务的各个方面",
                "name=\"q1\" value=\"4\"");
        sent.putAll(Map.of("p_page", "p2", "p_shown", "q3 q4", "q4", "no", "q3.response", "5"));
        assertThat(body(post("/questionnaires/" + id + "/preview", sent))).as("a question has come up")
            .contains("还有什么没有解决")
            .doesNotContain("请回答此题");
        sent.putAll(Map.of("p_shown", "q3 q4 q5", "q5", "漏油"));
        assertThat(body(post("/questionnaires/" + id + "/preview", sent))).contains("您有多大可能");
        sent.putAll(Map.of("p_page", "p3", "p_shown", "q6 q8", "q6", "9"));
        assertThat(body(post("/questionnaires/" + id + "/preview", sent))).contains("最主要的原因");
        sent.put("p_shown", "q6 q7 q8");
        assertThat(body(post("/questionnaires/" + id + "/preview", sent))).contains("谢谢您", "100.0", "漏油",
                "q3.response");
    }

    @Test
    void takesNoAnswerTheShownVersionDoesNotAskFor() {
        var id = begun("transactional");
        Map<String, String> sent = new LinkedHashMap<>(Map.of("p_page", "p1", "p_shown", "q1 q2", "p_go", "next"));
        for (var name : List.of("approvedBy", "q99", "q1.x", "q1@y", "p_owner", "q".repeat(150))) {
            assertThat(post("/questionnaires/" + id + "/preview", with(new LinkedHashMap<>(sent), name, "x"))).as(name)
                .hasStatus(400);
        }
        assertThat(post("/questionnaires/" + id + "/preview", with(sent, "q5", "asked only after a no"))).hasStatusOk();
        var question = form(id);
        question.putAll(Map.of("type", "TEXT", "id", "q9"));
        assertThat(post("/questionnaires/" + id + "/questions/check", question)).as("not finished").hasStatusOk();
        assertThat(post("/questionnaires/" + id + "/questions/check", with(question, "approvedBy", "x")))
            .hasStatus(400);
    }

    @Test
    void hasNoVersionsOfWhatDoesNotExist() {
        assertThat(get(office, "/api/v1/questionnaires/" + begun("kano") + "/versions", "en")).hasStatusOk();
        assertThat(get(office, "/api/v1/questionnaires/" + java.util.UUID.randomUUID() + "/versions", "en"))
            .hasStatus(404);
    }

    @Test
    void letsOnlyAuthorsWrite() {
        var id = begun("kano");
        assertThat(get(csr, "/questionnaires/" + id, "zh")).hasStatusOk();
        assertThat(body(get(csr, "/questionnaires/" + id, "zh"))).doesNotContain("/move", "加一道题");
        assertThat(get(csr, "/questionnaires/" + id + "/settings", "zh")).hasStatus(403);
        assertThat(get(csr, "/questionnaires/new", "zh")).hasStatus(403);
    }

    @Test
    void tellsProgramsWhatIsWrongAndWhere() {
        var opened = opened();
        var answer = web.post()
            .uri("/api/v1/questionnaires")
            .with(SignedIn.as(office))
            .cookie(opened.cookie())
            .header("X-CSRF-TOKEN", opened.token())
            .header("Accept-Language", "en")
            .contentType(MediaType.APPLICATION_JSON)
            .content(
                    """
                            {"format": "cesm-questionnaire/1", "kind": "SERVICE", "anonymity": "NAMED", "definition":
                             {"languages": ["en"], "title": {"en": "Try"}, "pages": [{"id": "p1", "blocks": [{"id": "b1", "questions":
                              [{"id": "q1", "type": "NPS", "text": {"en": "a"}, "scale": {"min": 1, "max": 10}}]}]}]}}""")
            .exchange();
        assertThat(answer).hasStatus(422)
            .bodyJson()
            .extractingPath("$.errors[0].field")
            .isEqualTo("pages.0.blocks.0.questions.0.scale.max");

        assertThat(get(office, "/api/v1/questionnaire-templates", "en")).bodyJson()
            .extractingPath("$.length()")
            .isEqualTo(9);
        var id = begun("servqual");
        assertThat(get(office, "/api/v1/questionnaires/" + id, "en")).hasStatusOk()
            .hasHeader("ETag", "\"" + details(id).version() + "\"");
        assertThat(get(office, "/api/v1/questionnaires/" + id + "/checks", "en")).hasStatusOk();
        assertThat(get(office, "/api/v1/questionnaires?q=Q-", "en")).hasStatusOk();
        assertThat(get(office, "/api/v1/question-bank", "en")).hasStatusOk();
    }

    @Test
    void asksTheDatabaseAConstantNumberOfTimes() throws Exception {
        begun("kano");
        get(office, "/questionnaires", "zh");
        var few = Statements.of(() -> get(office, "/questionnaires", "zh")).size();
        for (int i = 0; i < 5; i++) {
            begun("kano");
        }
        assertThat(Statements.of(() -> get(office, "/questionnaires", "zh"))).hasSize(few);
    }

    private QuestionnaireId begun(String template) {
        var answer = post("/questionnaires/new/template", new LinkedHashMap<>(Map.of("template", template)));
        return QuestionnaireId.of(requireNonNull(answer.getResponse().getRedirectedUrl()).replaceAll(".*/", ""));
    }

    private QuestionnaireId blank() {
        var answer = post("/questionnaires/new/blank", new LinkedHashMap<>(Map.of("title", "试用", "kind", "SERVICE")));
        return QuestionnaireId.of(requireNonNull(answer.getResponse().getRedirectedUrl()).replaceAll(".*/", ""));
    }

    private Map<String, String> fields(QuestionnaireId id, String question) {
        return Fields
            .of(io.cesm.satisfaction.questionnaire.DefinitionJson
                .tree(details(id).draft().question(question).orElseThrow()), details(id).draft().languages())
            .values();
    }

    private QuestionnaireDetails details(QuestionnaireId id) {
        return people.as(office, () -> book.require(id));
    }

    private Map<String, String> form(QuestionnaireId id) {
        return new LinkedHashMap<>(Map.of("version", String.valueOf(details(id).version())));
    }

    private static Map<String, String> with(Map<String, String> form, String name, String value) {
        form.put(name, value);
        return form;
    }

    private MvcTestResult get(StaffId who, String address, String language) {
        return web.get().uri(address).header("Accept-Language", language).with(SignedIn.as(who)).exchange();
    }

    private MvcTestResult post(String address, Map<String, String> fields) {
        var opened = opened();
        var request = web.post()
            .uri(address)
            .with(SignedIn.as(office))
            .cookie(opened.cookie())
            .header("Accept-Language", "zh")
            .param("_csrf", opened.token());
        fields.forEach(request::param);
        return request.exchange();
    }

    private record Opened(Cookie cookie, String token) {
    }

    private Opened opened() {
        var page = get(office, "/questionnaires/new", "zh");
        var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(body(page));
        assertThat(token.find()).isTrue();
        return new Opened(requireNonNull(page.getResponse().getCookie("cesm")), token.group(1));
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
