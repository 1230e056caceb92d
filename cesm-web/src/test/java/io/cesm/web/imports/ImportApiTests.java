package io.cesm.web.imports;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

import com.jayway.jsonpath.JsonPath;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.web.support.People;
import io.cesm.web.support.SignedIn;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

@WebTest
class ImportApiTests {

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
    void aProgramBringsTriesStartsAndFetchesWhatWasRefused() throws Exception {
        var key = UUID.randomUUID().toString().substring(0, 8);
        var brought = brought("nr;who\n" + key + "1;Harbour Works " + key + "\n" + key + "2;\n");
        String at = "/api/v1/imports/" + JsonPath.read(body(brought), "$.id");
        assertThat(brought.getStatus()).isEqualTo(201);
        assertThat(brought.getHeader("Location")).isEqualTo(at);
        assertThat((String) JsonPath.read(body(brought), "$.format.delimiter")).isEqualTo(";");

        var mapping = "{\"columns\": {\"0\": \"key\", \"1\": \"name\"}, \"settings\": {\"phoneCountry\": \"DE\"}}";
        assertThat(ask(json(put(at + "/mapping"), mapping)).getStatus()).isEqualTo(428);
        assertThat(ask(json(put(at + "/mapping"), mapping).header("If-Match", "\"99\"")).getStatus()).isEqualTo(412);
        var mapped = ask(json(put(at + "/mapping"), mapping).header("If-Match", etag(at)));
        assertThat(mapped.getStatus()).isEqualTo(200);

        assertThat(ask(post(at + "/check").header("If-Match", etag(at))).getStatus()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(30)).until(() -> state(at).equals("CHECKED"));
        assertThat(ask(post(at + "/start").header("If-Match", etag(at))).getStatus()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(30)).until(() -> state(at).equals("DONE"));

        var rows = body(ask(get(at + "/rows?show=REFUSED")));
        assertThat((Integer) JsonPath.read(rows, "$.items.length()")).isEqualTo(1);
        assertThat((String) JsonPath.read(rows, "$.items[0].problems[0].target")).isEqualTo("name");
        var problems = ask(get(at + "/problems"));
        assertThat(problems.getHeader("Content-Disposition")).startsWith("attachment;");
        assertThat(problems.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(body(problems)).startsWith("nr;who;Reason\r\n" + key + "2;;");
        assertThat(ask(delete(at)).getStatus()).isEqualTo(422);
    }

    @Test
    void aHostileFileIsAProblemWithACode() throws Exception {
        var answer = ask(multipart("/api/v1/imports")
            .file(new MockMultipartFile("file", "a.csv", "text/csv", "a,b\n1,x\0y\n".getBytes()))
            .param("kind", "customers"));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat((String) JsonPath.read(body(answer), "$.code")).isEqualTo("table.nul");
    }

    @Test
    void kindsSayWhatTheyTake() throws Exception {
        var kinds = body(ask(get("/api/v1/import-kinds")));
        assertThat((String) JsonPath.read(kinds, "$[0].code")).isEqualTo("customers");
        assertThat(kinds).contains("External key").contains("surveys");
    }

    @Test
    void anotherPersonsImportIsNotFound() throws Exception {
        String at = "/api/v1/imports/" + JsonPath.read(body(brought("key,name\n1,2\n")), "$.id");
        me = people.hire(Role.OFFICE);
        for (var each : new String[] { "", "/rows", "/problems" }) {
            assertThat(ask(get(at + each)).getStatus()).as(each).isEqualTo(404);
        }
        assertThat(ask(post(at + "/cancel")).getStatus()).isEqualTo(404);
        assertThat(ask(delete(at)).getStatus()).isEqualTo(404);
    }

    private MockHttpServletResponse brought(String file) throws Exception {
        return ask(multipart("/api/v1/imports")
            .file(new MockMultipartFile("file", "a.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)))
            .param("kind", "customers"));
    }

    private String state(String at) throws Exception {
        return JsonPath.read(body(ask(get(at))), "$.state");
    }

    private String etag(String at) throws Exception {
        return String.valueOf(ask(get(at)).getHeader("ETag"));
    }

    private static <B extends AbstractMockHttpServletRequestBuilder<B>> B json(B request, String body) {
        return request.contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private MockHttpServletResponse ask(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        request.header("Accept-Language", "en");
        request.with(SignedIn.as(me));
        return mvc.perform(request).andReturn().getResponse();
    }

    private static String body(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

}
