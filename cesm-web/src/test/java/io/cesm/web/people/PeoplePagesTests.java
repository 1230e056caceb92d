package io.cesm.web.people;

import io.cesm.domain.notice.NoticeBook;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffBook;
import io.cesm.domain.people.StaffId;
import io.cesm.web.support.People;
import io.cesm.web.support.SignedIn;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@WebTest
class PeoplePagesTests {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private People people;

    @Autowired
    private StaffBook staff;

    @Autowired
    private NoticeBook notices;

    @ParameterizedTest
    @ValueSource(strings = { "/admin/people", "/admin/people/new", "/admin/people/{id}", "/admin/units",
            "/admin/units/new", "/admin/units/{unit}", "/me", "/me/password", "/me/sessions", "/me/tokens",
            "/me/substitutes", "/me/second-factor" })
    void isThereInBothLanguages(String path) throws Exception {
        var unit = people.company();
        var admin = people.hire(unit, Role.ADMIN);
        var address = path.replace("{id}", people.hire(unit, Role.CSR).toString()).replace("{unit}", unit.toString());
        for (var language : new String[] { "zh-CN", "en" }) {
            mvc.perform(get(address).with(SignedIn.as(admin)).header("Accept-Language", language))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("??"))));
        }
    }

    @Test
    void onlyAdministratorsSeeAndChangeOthers() throws Exception {
        var csr = people.hire(Role.CSR);
        mvc.perform(get("/admin/people").with(SignedIn.as(csr))).andExpect(status().isForbidden());
        mvc.perform(post("/admin/people/{id}/password-link", csr).with(SignedIn.as(csr)).with(csrf()))
            .andExpect(status().isForbidden());
    }

    @Test
    void takesSomebodyOn() throws Exception {
        var unit = people.company();
        var login = "hire" + System.nanoTime();
        mvc.perform(post("/admin/people").with(SignedIn.as(people.hire(Role.ADMIN)))
            .with(csrf())
            .param("name", "赵昕怡")
            .param("login", login)
            .param("unit", unit.toString())
            .param("roles", "CSR", "AR")).andExpect(status().is3xxRedirection());
        assertThat(staff.suggest(login, 5)).singleElement()
            .satisfies(row -> assertThat(row.roles()).containsExactly(Role.CSR, Role.AR));
    }

    @Test
    void saysBesideTheFieldWhatIsMissing() throws Exception {
        mvc.perform(post("/admin/people").with(SignedIn.as(people.hire(Role.ADMIN)))
            .with(csrf())
            .header("Accept-Language", "en")
            .param("name", " ")
            .param("login", "x y")
            .param("unit", "")).andExpect(status().isUnprocessableContent());
    }

    @Test
    void nobodyGivesThemselvesARole() throws Exception {
        var admin = people.hire(Role.ADMIN);
        mvc.perform(roles(admin, admin, "OFFICE")).andExpect(status().isUnprocessableContent());
        assertThat(staff.require(admin).roles()).containsExactly(Role.ADMIN);
    }

    @Test
    void theOtherAdministratorsHearOfANewOne() throws Exception {
        var other = people.hire(Role.ADMIN);
        var csr = people.hire(Role.CSR);
        mvc.perform(roles(people.hire(Role.ADMIN), csr, "ADMIN")).andExpect(redirectedUrl("/admin/people/" + csr));
        assertThat(notices.of(other, 10, null).items())
            .anySatisfy(notice -> assertThat(notice.subjectId()).isEqualTo(csr.id()));
    }

    @Test
    void aStandInSeesWhatTheAbsentPersonSees() {
        var manager = people.hire(Role.MANAGER);
        var csr = people.hire(Role.CSR);
        assertThat(people.actor(csr).scope().units()).isEmpty();
        people.as(manager, () -> people.substitute(manager, csr));
        assertThat(people.actor(csr).scope().units()).contains(staff.require(manager).unit());
        assertThat(people.actor(csr).scope().staff()).contains(manager);
        assertThat(people.actor(csr).rights()).isEqualTo(people.actor(people.hire(Role.CSR)).rights());
    }

    private org.springframework.test.web.servlet.RequestBuilder roles(StaffId by, StaffId whom, String role) {
        return post("/admin/people/{id}/roles", whom).with(SignedIn.as(by))
            .with(csrf())
            .param("version", String.valueOf(staff.require(whom).version()))
            .param("roles", role);
    }

}
