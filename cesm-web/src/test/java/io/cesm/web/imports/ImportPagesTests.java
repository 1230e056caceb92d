package io.cesm.web.imports;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.web.support.People;
import io.cesm.web.support.SignedIn;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

@WebTest
class ImportPagesTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    private StaffId me;

    @BeforeEach
    void somebodyOfTheOffice() {
        me = people.hire(Role.OFFICE);
    }

    @Test
    void aFileGoesTheWholeWayAndASecondRunChangesNothing() throws Exception {
        var key = UUID.randomUUID().toString().substring(0, 8);
        var file = ("客户编号,客户名称,等级,联系人,电话\n" + key + "1,华东机电" + key + ",1,李敏,13800138000\n" + key + "2,,2,,\n" + key
                + "3,<script>alert(1)</script>,3,,\n")
            .getBytes(Charset.forName("GB18030"));

        var address = brought(file);
        assertThat(body(get(address))).contains("GB18030", "华东机电" + key, "客户名称")
            .contains("&lt;script&gt;")
            .doesNotContain("<script>alert")
            .doesNotContain("??");

        ask(post(address.replace("/mapping", "") + "/mapping").param("column.0", "key")
            .param("column.1", "name")
            .param("column.2", "tier")
            .param("column.3", "contactName")
            .param("column.4", "phone")
            .param("said.phoneCountry", "CN"));
        var show = address.replace("/mapping", "");
        var tried = finished(show, "导入后将会这样");
        assertThat(tried).contains("必填", "导入 2 行", "拒绝").doesNotContain("??");

        ask(post(show + "/start"));
        var done = finished(show, "导入结果");
        assertThat(done).contains("华东机电" + key, "/customers/").doesNotContain("??");
        var problems = mvc
            .perform(get(show + "/problems").with(SignedIn.as(me)).with(csrf()).header("Accept-Language", "zh-CN"))
            .andReturn();
        assertThat(new String(problems.getResponse().getContentAsByteArray(), Charset.forName("GB18030")))
            .startsWith("客户编号,客户名称,等级,联系人,电话,原因\r\n" + key + "2,,2,,,");

        var again = brought(file);
        assertThat(body(get(again))).contains("沿用");
        var second = again.replace("/mapping", "");
        ask(post(second + "/mapping").param("column.0", "key")
            .param("column.1", "name")
            .param("column.2", "tier")
            .param("column.3", "contactName")
            .param("column.4", "phone")
            .param("said.phoneCountry", "CN"));
        finished(second, "导入后将会这样");
        ask(post(second + "/start"));
        assertThat(finished(second, "导入结果")).contains("show=UNCHANGED\">2");
    }

    @Test
    void aHostileFileIsAnsweredWithASentenceWhereItHappened() throws Exception {
        var answer = mvc
            .perform(multipart("/imports")
                .file(new MockMultipartFile("file", "x.xlsx", "", new byte[] { 'P', 'K', 3, 4, 1 }))
                .param("kind", "customers")
                .with(SignedIn.as(me))
                .with(csrf())
                .header("Accept-Language", "en"))
            .andReturn();

        assertThat(answer.getResponse().getStatus()).isEqualTo(422);
        assertThat(text(answer)).contains("not a valid Excel workbook");
    }

    @Test
    void aRequiredColumnThatIsMissingIsSaidOnThePage() throws Exception {
        var show = brought("a,b\n1,2\n".getBytes()).replace("/mapping", "");
        var answer = mvc
            .perform(post(show + "/mapping").param("column.0", "key")
                .param("said.phoneCountry", "CN")
                .with(SignedIn.as(me))
                .with(csrf())
                .header("Accept-Language", "en"))
            .andReturn();
        assertThat(answer.getResponse().getStatus()).isEqualTo(422);
        assertThat(text(answer)).contains("Customer name").contains("It is required");
    }

    @Test
    void anotherPersonsImportIsNotFound() throws Exception {
        var show = brought("key,name\n1,2\n".getBytes()).replace("/mapping", "");
        me = people.hire(Role.OFFICE);
        for (var each : new String[] { "", "/mapping", "/progress", "/problems" }) {
            assertThat(mvc.perform(get(show + each).with(SignedIn.as(me)).with(csrf()))
                .andReturn()
                .getResponse()
                .getStatus()).as(each).isEqualTo(404);
        }
        assertThat(mvc.perform(post(show + "/start").with(SignedIn.as(me)).with(csrf()))
            .andReturn()
            .getResponse()
            .getStatus()).isEqualTo(404);
    }

    @Test
    void whoMayNotImportIsRefused() throws Exception {
        var csr = people.hire(Role.AUDITOR);
        assertThat(
                mvc.perform(get("/imports").with(SignedIn.as(csr)).with(csrf())).andReturn().getResponse().getStatus())
            .isEqualTo(403);
    }

    @Test
    void unknownFieldsOfTheMappingFormAreRefused() throws Exception {
        var show = brought("key,name\n1,2\n".getBytes()).replace("/mapping", "");
        assertThat(mvc.perform(post(show + "/mapping").param("state", "DONE").with(SignedIn.as(me)).with(csrf()))
            .andReturn()
            .getResponse()
            .getStatus()).isEqualTo(400);
    }

    @Test
    void anEmptyFormHasTheHeadingsOfTheReadersLanguage() throws Exception {
        assertThat(body(get("/imports/form/customers.csv"))).contains("外部编号,客户名称");
    }

    private String brought(byte[] file) throws Exception {
        var answer = mvc
            .perform(multipart("/imports").file(new MockMultipartFile("file", "客户.csv", "text/csv", file))
                .param("kind", "customers")
                .with(SignedIn.as(me))
                .with(csrf()))
            .andReturn();
        assertThat(answer.getResponse().getStatus()).isEqualTo(302);
        return answer.getResponse().getRedirectedUrl() + "/mapping";
    }

    private String finished(String show, String words) {
        return await().atMost(Duration.ofSeconds(30)).until(() -> body(get(show)), it -> it.contains(words));
    }

    private void ask(MockHttpServletRequestBuilder request) throws Exception {
        var answer = mvc.perform(request.with(SignedIn.as(me)).with(csrf())).andReturn();
        assertThat(answer.getResponse().getStatus()).as(text(answer)).isEqualTo(302);
    }

    private String body(MockHttpServletRequestBuilder request) throws Exception {
        var answer = mvc.perform(request.with(SignedIn.as(me)).with(csrf()).header("Accept-Language", "zh-CN"))
            .andReturn();
        assertThat(answer.getResponse().getStatus()).isEqualTo(200);
        return text(answer);
    }

    private static String text(MvcResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

}
