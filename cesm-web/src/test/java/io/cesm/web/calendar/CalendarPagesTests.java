package io.cesm.web.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;

import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.web.support.Api;
import io.cesm.web.support.People;
import io.cesm.web.support.SignedIn;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class CalendarPagesTests {

    private static final String BODY = """
            {"code": "%s", "name": "德国工厂", "nameEn": "Plant in Germany", "definition": {"zone": "Europe/Berlin",
             "week": {"MONDAY": ["08:00-16:30"], "TUESDAY": ["08:00-16:30"]},
             "days": [{"date": "2026-10-05", "kind": "HOLIDAY", "name": "厂休", "nameEn": "Plant closed"}]}}""";

    @Autowired
    private MockMvcTester web;

    @Autowired
    private People people;

    @Autowired
    private ApplicationContext context;

    private StaffId office = StaffId.next();

    @BeforeEach
    void theOffice() {
        office = people.hire(Role.OFFICE);
    }

    @Test
    void showsAYearDayByDayAndSaysWhetherItWasAnnounced() {
        assertThat(get("/admin/calendars/cn?year=2026")).hasStatusOk()
            .bodyText()
            .contains("248 working days", "day-makeup", "Spring Festival", "2025-11-04");
        assertThat(get("/admin/calendars/cn?year=2027")).hasStatusOk().bodyText().contains("not been announced");
        assertThat(get("/admin/calendars/cn?from=2026-02-14T16:00&hours=4")).hasStatusOk()
            .bodyText()
            .contains("Due 2026-02-24 11:00");
    }

    @Test
    void programsKeepAndAskACalendar() throws Exception {
        var api = new Api(context, office);
        var code = "plant-" + System.nanoTime() % 1_000_000;

        api.post("/calendars", BODY.formatted(code));
        var due = api.get("/calendars/" + code + "/due?from=2026-09-29T14:00:00Z&minutes=60");
        assertThat(Api.<String>read(due, "$.due")).as("Tuesday, half an hour left; Monday is closed")
            .isEqualTo("2026-10-06T06:30:00Z");
        var minutes = api.get("/calendars/" + code + "/between?from=2026-10-05T00:00:00Z&to=2026-10-07T00:00:00Z");
        assertThat(Api.<Double>read(minutes, "$.minutes")).isEqualTo(510.0);
        var stale = api.put("/calendars/" + code, 7, BODY.formatted(code).replace("\"code\": \"" + code + "\", ", ""));
        assertThat(stale.andReturn().getResponse().getStatus()).isEqualTo(412);
        var twice = api.post("/calendars", BODY.formatted(code));
        assertThat(twice.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8)).contains(code);
        assertThat(twice.andReturn().getResponse().getStatus()).isEqualTo(422);
    }

    @Test
    void saysAtTheFieldWhatIsWrong() {
        assertThat(post("/admin/calendars/always").param("name", "x")
            .param("zone", "Mars/Olympus")
            .param("monday", "09:00-17:00")
            .param("version", "1")).hasStatus(422).bodyText().contains("id=\"zone-error\"", "Mars/Olympus");
        assertThat(post("/admin/calendars/always").param("name", "x")
            .param("zone", "Asia/Shanghai")
            .param("monday", "9 to 5")
            .param("version", "1")).hasStatus(422).bodyText().contains("cannot be read as hours", "9 to 5");
        assertThat(post("/admin/calendars/always/days").param("from", "2026-05-05")
            .param("to", "2026-05-01")
            .param("kind", "HOLIDAY")
            .param("name", "x")
            .param("version", "1")).hasStatus(422).bodyText().contains("id=\"to-error\"");
        assertThat(web.post()
            .uri("/admin/calendars/always/file")
            .multipart()
            .file(new MockMultipartFile("file", "x.ics", "text/calendar", "no calendar".getBytes()))
            .param("markedOnly", "true")
            .param("version", "1")
            .header("Accept-Language", "en")
            .with(SignedIn.as(office))
            .with(SecurityMockMvcRequestPostProcessors.csrf())).hasStatus(422)
            .bodyText()
            .contains("no whole iCalendar file");
    }

    private MvcTestResult get(String path) {
        return web.get().uri(URI.create(path)).header("Accept-Language", "en").with(SignedIn.as(office)).exchange();
    }

    private MockMvcRequestBuilder post(String path) {
        return web.post()
            .uri(path)
            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
            .header("Accept-Language", "en")
            .with(SignedIn.as(office))
            .with(SecurityMockMvcRequestPostProcessors.csrf());
    }

}
