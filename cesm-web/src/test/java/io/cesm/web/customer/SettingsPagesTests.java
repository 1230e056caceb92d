package io.cesm.web.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import io.cesm.domain.customer.ServiceStandards;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.web.support.People;
import io.cesm.web.support.SignedIn;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

@WebTest
class SettingsPagesTests {

    @Autowired
    private MockMvcTester web;

    @Autowired
    private People people;

    @Autowired
    private ServiceStandards standards;

    private StaffId admin = StaffId.next();

    @BeforeEach
    void anAdministrator() {
        admin = people.hire(Role.ADMIN);
    }

    @Test
    void saysBesideTheFieldWhatIsWrongAndKeepsWhatWasTyped() {
        var tier = standards.of(3);
        var sent = standard(tier, "999").exchange();
        assertThat(sent).hasStatus(422)
            .bodyText()
            .contains("id=\"clarifyDays-3-error\"", "between 1 and 365", "value=\"999\"")
            .doesNotContain("commitDays-3-error");
        assertThat(standard(tier, "6")).hasStatus3xxRedirection();
        assertThat(standards.of(3).clarifyDays()).isEqualTo(6);
        assertThat(standard(tier, "7")).as("stale").hasStatus(409);
    }

    private MockMvcRequestBuilder standard(ServiceStandards.Standard tier, String clarify) {
        return post("/admin/settings/standards").param("tier", "3")
            .param("firstResponseHours", "8")
            .param("clarifyDays", clarify)
            .param("commitDays", "10")
            .param("minDeliveryDays", "21")
            .param("maxOpenCommitments", "5")
            .param("standardLevel", "80")
            .param("visitEveryDays", "120")
            .param("ownerRole", "CSR")
            .param("version", String.valueOf(tier.version()));
    }

    @Test
    void addsAndRetiresADimensionAndRefusesAnOddCode() {
        assertThat(dimension("/admin/settings/dimensions", "Odd Code")).hasStatus(422)
            .bodyText()
            .contains("small letters", "value=\"Odd Code\"");
        var code = "d" + UUID.randomUUID().toString().substring(0, 6);
        assertThat(dimension("/admin/settings/dimensions", code)).hasStatus3xxRedirection();
        assertThat(dimension("/admin/settings/dimensions", code)).hasStatus(422).bodyText().contains("already");
        assertThat(dimension("/admin/settings/dimensions/revise", code)).hasStatus3xxRedirection();
        assertThat(dimension("/admin/settings/dimensions/revise", code).param("sort", "70000")).hasStatus(422)
            .bodyText()
            .contains("between 0 and 9,999");
    }

    private MockMvcRequestBuilder dimension(String path, String code) {
        return post(path).param("code", code).param("name", "易用性").param("nameEn", "Ease of use");
    }

    private MockMvcRequestBuilder post(String path) {
        return web.post()
            .uri(path)
            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
            .header("Accept-Language", "en")
            .with(SignedIn.as(admin))
            .with(SecurityMockMvcRequestPostProcessors.csrf());
    }

}
