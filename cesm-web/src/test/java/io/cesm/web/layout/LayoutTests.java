package io.cesm.web.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import org.junit.jupiter.api.Test;

import io.cesm.domain.people.Role;
import io.cesm.web.support.People;
import io.cesm.web.support.SignedIn;
import io.cesm.web.support.WebTest;
import jakarta.servlet.http.Cookie;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class LayoutTests {

    @Autowired
    private MockMvcTester web;

    @Autowired
    private Assets assets;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void speaksTheLanguageOfTheBrowser() {
        assertThat(body("/help/keys", "zh-CN,zh;q=0.9,en;q=0.8"))
            .contains("lang=\"zh-CN\"", "键盘快捷键", "name=\"lang\" value=\"en\"")
            .doesNotContain("??");
        assertThat(body("/help/keys", "en-GB,en;q=0.9"))
            .contains("lang=\"en\"", "Keyboard", "name=\"lang\" value=\"zh\"")
            .doesNotContain("??");
        assertThat(body("/help/keys", "fr")).contains("lang=\"en\"");
    }

    @Test
    void everybodyMayReadWhatIsAccessibleAndWhatIsNot() {
        assertThat(web.get().uri("/help/accessibility").header("Accept-Language", "zh-CN")).hasStatusOk()
            .bodyText()
            .contains("无障碍说明", "WCAG")
            .doesNotContain("??");
        assertThat(web.get().uri("/help/accessibility").header("Accept-Language", "en")).bodyText()
            .contains("What does not work yet")
            .doesNotContain("??");
    }

    @Test
    void speaksTheLanguageOfAPersonsEntryUntilTheyChooseAnother() {
        var csr = people.hire(Role.CSR);
        jdbc.sql("update staff set language = 'en' where id = ?").param(csr.id()).update();
        var page = web.get().uri("/work").header("Accept-Language", "zh-CN").with(SignedIn.as(csr));
        assertThat(page).bodyText().contains("lang=\"en\"");
        assertThat(page.cookie(new Cookie("cesm_lang", "zh"))).bodyText().contains("lang=\"zh-CN\"");
        assertThat(web.get()
            .uri("/api/v1/expectations/00000000-0000-7000-8000-000000000000")
            .header("Accept-Language", "zh-CN")
            .with(SignedIn.as(csr))).bodyText().containsPattern("\\p{IsHan}");
    }

    @Test
    void keepsAChoiceInACookieAndLeadsBackToTheCleanAddress() {
        var answer = web.get().uri("/help/keys?lang=en&theme=dark&q=b").exchange();

        assertThat(answer).hasStatus(303);
        assertThat(answer.getResponse().getHeader("Location")).isEqualTo("/help/keys?q=b");
        assertThat(answer.getResponse().getHeaders("Set-Cookie"))
            .anySatisfy(it -> assertThat(it).startsWith("cesm_lang=en;").contains("SameSite=Lax"))
            .anySatisfy(it -> assertThat(it).startsWith("cesm_theme=dark;"));
    }

    @Test
    void staysOnThisSiteWhateverTheAddressLooksLike() {
        var answer = web.get().uri(java.net.URI.create("http://localhost//evil.example/?lang=en")).exchange();

        assertThat(String.valueOf(answer.getResponse().getHeader("Location"))).doesNotContain("evil");
    }

    @Test
    void servesItsFilesUnderAddressesThatChangeWithTheirContent() {
        assertThat(assets.own("/css/cesm.css")).matches("/css/cesm-[0-9a-f]{32}\\.css");
        for (var address : new String[] { assets.own("/css/cesm.css"), assets.own("/js/cesm.js"),
                assets.jar("tabler__core", "dist/css/tabler.min.css"), assets.jar("htmx.org", "dist/htmx.min.js") }) {
            assertThat(web.get().uri(address).with(user("somebody"))).hasStatusOk()
                .headers()
                .hasValue("Cache-Control", "max-age=31536000, public, immutable");
        }
    }

    private String body(String address, String language) {
        var answer = web.get()
            .uri(address)
            .header("Accept-Language", language)
            .with(user("somebody").authorities(new SimpleGrantedAuthority("VIEW")))
            .exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void answersAnUnknownAddressWithAPageAndItsNumber() {
        var page = web.get()
            .uri("/expectations/00000000-0000-7000-8000-000000000000")
            .header("Accept-Language", "en")
            .with(user("somebody").authorities(new SimpleGrantedAuthority("VIEW")))
            .exchange();

        assertThat(page.getResponse().getStatus()).isIn(403, 404);
        assertThat(page).bodyText().contains("Request number").doesNotContain("??", "io.cesm", "Exception");
    }

}
