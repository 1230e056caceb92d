package io.cesm.web.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.cesm.domain.customer.ContactDetails;
import io.cesm.domain.customer.ContactFile;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerDetails;
import io.cesm.domain.customer.CustomerFile;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.customer.MergingRecords;
import io.cesm.domain.customer.PointWish;
import io.cesm.domain.customer.RegisteringContacts;
import io.cesm.domain.customer.RegisteringCustomers;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.web.support.People;
import io.cesm.web.support.SignedIn;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@WebTest
class CustomerPagesTests {

    private static final String HOSTILE = "<script>alert(1)</script>\"'>{{7*7}}${7*7}";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private People people;

    @Autowired
    private RegisteringCustomers registeringCustomers;

    @Autowired
    private RegisteringContacts registeringContacts;

    @Autowired
    private MergingRecords merging;

    @Autowired
    private CustomerFile file;

    @Autowired
    private ContactFile contactFile;

    private StaffId csr;

    private StaffId stranger;

    private CustomerId customer;

    private ContactId contact;

    @BeforeEach
    void aCustomerOfACsr() {
        csr = people.hire(Role.CSR);
        stranger = people.hire(Role.CSR);
        customer = people.as(csr,
                () -> registeringCustomers.register(CustomerDetails.company(HOSTILE + UUID.randomUUID(), null)));
        contact = people.as(csr, () -> registeringContacts.register(customer, ContactDetails.named(HOSTILE),
                List.of(PointWish.phone("138 0013 8000"), PointWish.mail("a@example.com"))));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/customers", "/customers?q=script&tier=1&status=CUSTOMER", "/customers/new",
            "/customers/{id}", "/customers/{id}?tab=contacts", "/customers/{id}?tab=team", "/customers/{id}?tab=market",
            "/customers/{id}?tab=products", "/customers/{id}?tab=standard", "/customers/{id}?tab=structure",
            "/customers/{id}/edit", "/customers/{id}/tier", "/customers/{id}/team/new",
            "/customers/{id}/competitors/new", "/customers/{id}/references/new", "/customers/{id}/merge",
            "/customers/suggest?q=script", "/customers/staff/suggest?q=t", "/contacts", "/contacts?q=13800138000",
            "/contacts/new", "/contacts/suggest?q=13800138000", "/contacts/{k}", "/contacts/{k}/edit",
            "/contacts/{k}/points/new", "/contacts/{k}/merge", "/duplicates", "/duplicates?kind=CONTACT",
            "/duplicates/customers/similar?name=script", "/duplicates/contacts/similar?name=a&phones=13800138000" })
    void everyPageIsThereInBothLanguagesAndShowsHostileTextAsText(String path) throws Exception {
        for (var language : List.of("zh", "en")) {
            var html = mvc.perform(get(address(path)).header("Accept-Language", language).with(SignedIn.as(csr)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
            assertThat(html).doesNotContain("<script>alert").doesNotContain("??").doesNotContain("49${");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "/customers/{id}", "/customers/{id}/edit", "/customers/{id}/tier",
            "/customers/{id}/team/new", "/customers/{id}/competitors/new", "/customers/{id}/merge", "/contacts/{k}",
            "/contacts/{k}/edit", "/contacts/{k}/points/new", "/contacts/{k}/merge", "/contacts/new?customer={id}",
            "/customers/new?parent={id}", "/contacts?customer={id}" })
    void anotherTeamFindsNothingThere(String path) throws Exception {
        mvc.perform(get(address(path)).with(SignedIn.as(stranger))).andExpect(status().isNotFound());
    }

    @Test
    void anotherTeamFindsNothingInListsAndSuggestions() throws Exception {
        for (var path : List.of("/customers", "/contacts", "/customers/suggest?q=script",
                "/contacts/suggest?q=13800138000", "/contacts?q=13800138000",
                "/duplicates/customers/similar?name=script")) {
            var html = mvc.perform(get(path).with(SignedIn.as(stranger)))
                .andReturn()
                .getResponse()
                .getContentAsString();
            assertThat(html).doesNotContain(customer.toString()).doesNotContain(contact.toString());
        }
    }

    @Test
    void aCustomerIsRegisteredAndRevisedAndAStaleVersionIsRefused() throws Exception {
        var name = "新客户" + UUID.randomUUID();
        var where = mvc
            .perform(post("/customers/new").param("name", name)
                .param("kind", "COMPANY")
                .param("status", "CUSTOMER")
                .param("anyway", "true")
                .param("tier", "2")
                .with(csrf())
                .with(SignedIn.as(csr)))
            .andExpect(status().is3xxRedirection())
            .andReturn()
            .getResponse()
            .getRedirectedUrl();
        var id = CustomerId.of(String.valueOf(where).substring("/customers/".length()));
        assertThat(people.as(csr, () -> file.head(id)).tier()).isEqualTo(2);
        revise(id, name + "改", 0).andExpect(redirectedUrl("/customers/" + id));
        revise(id, name + "再改", 0).andExpect(status().isConflict());
        assertThat(people.as(csr, () -> file.head(id)).details().name()).isEqualTo(name + "改");
    }

    @Test
    void fieldsNobodyAskedForAndForeignPostsChangeNothing() throws Exception {
        mvc.perform(post("/customers/{id}/edit", customer).param("name", "x")
            .param("mergedInto", customer.toString())
            .with(csrf())
            .with(SignedIn.as(csr))).andExpect(status().isBadRequest());
        mvc.perform(post("/customers/{id}/edit", customer).param("name", "geraubt")
            .param("kind", "COMPANY")
            .param("status", "CUSTOMER")
            .param("version", "0")
            .with(csrf())
            .with(SignedIn.as(stranger))).andExpect(status().isNotFound());
        mvc.perform(post("/contacts/new").param("customer", customer.toString())
            .param("name", "内应")
            .param("kind", "CUSTOMER")
            .with(csrf())
            .with(SignedIn.as(stranger))).andExpect(status().isNotFound());
        mvc.perform(post("/customers/new").param("name", "没有令牌").with(SignedIn.as(csr)))
            .andExpect(status().isForbidden());
        assertThat(people.as(csr, () -> file.head(customer)).version()).isZero();
    }

    @Test
    void whatIsWrongIsSaidBesideTheFieldAndNothingTypedIsLost() throws Exception {
        var html = mvc
            .perform(post("/contacts/new").param("customer", customer.toString())
                .param("name", "张三")
                .param("kind", "CUSTOMER")
                .param("phones", "没有数字")
                .header("Accept-Language", "zh")
                .with(csrf())
                .with(SignedIn.as(csr)))
            .andExpect(status().isUnprocessableContent())
            .andReturn()
            .getResponse()
            .getContentAsString();
        assertThat(html).contains("不是电话号码").contains("张三").contains("没有数字");
    }

    @Test
    void aSimilarPersonIsShownBeforeASecondOneIsNoted() throws Exception {
        var request = post("/contacts/new").param("customer", customer.toString())
            .param("name", "另一个")
            .param("kind", "CUSTOMER")
            .param("phones", "+86 13800138000");
        mvc.perform(request.with(csrf()).with(SignedIn.as(csr)))
            .andExpect(status().isOk())
            .andExpect(result -> assertThat(result.getResponse().getContentAsString()).contains("name=\"anyway\""));
        mvc.perform(post("/contacts/new").param("customer", customer.toString())
            .param("name", "另一个")
            .param("kind", "CUSTOMER")
            .param("phones", "+86 13800138000")
            .param("anyway", "true")
            .with(csrf())
            .with(SignedIn.as(csr))).andExpect(status().is3xxRedirection());
    }

    @Test
    void aNumberIsCorrectedOnThePage() throws Exception {
        var point = people.as(csr, () -> contactFile.points(contact)).getFirst();
        mvc.perform(post("/contacts/{k}/points/{p}", contact, point.id()).param("kind", "PHONE")
            .param("value", "13900139000")
            .param("keepOld", "true")
            .param("version", String.valueOf(people.as(csr, () -> contactFile.head(contact)).version()))
            .with(csrf())
            .with(SignedIn.as(csr))).andExpect(redirectedUrl("/contacts/" + contact));
        assertThat(people.as(csr, () -> contactFile.points(contact))).hasSize(3);
    }

    @Test
    void theAddressOfAnAbsorbedCustomerLeadsToTheSurvivor() throws Exception {
        var other = people.as(csr,
                () -> registeringCustomers.register(CustomerDetails.company("并入" + UUID.randomUUID(), null)));
        mvc.perform(get("/customers/{id}/merge", customer).param("other", other.toString()).with(SignedIn.as(csr)))
            .andExpect(status().isOk());
        var merge = people.as(csr, () -> merging.merge(customer, other, Set.of(), null));
        mvc.perform(get("/customers/{id}", other).with(SignedIn.as(csr)))
            .andExpect(redirectedUrl("/customers/" + customer));
        mvc.perform(get("/customers/{id}", other).with(SignedIn.as(stranger))).andExpect(status().isNotFound());
        mvc.perform(post("/merges/{m}/undo", merge).param("kind", "CUSTOMER")
            .param("record", customer.toString())
            .with(csrf())
            .with(SignedIn.as(csr))).andExpect(status().is3xxRedirection());
        mvc.perform(get("/customers/{id}", other).with(SignedIn.as(csr))).andExpect(status().isOk());
    }

    private org.springframework.test.web.servlet.ResultActions revise(CustomerId id, String name, long version)
            throws Exception {
        return mvc.perform(post("/customers/{id}/edit", id).param("name", name)
            .param("kind", "COMPANY")
            .param("status", "CUSTOMER")
            .param("version", String.valueOf(version))
            .with(csrf())
            .with(SignedIn.as(csr)));
    }

    private String address(String path) {
        return path.replace("{id}", customer.toString()).replace("{k}", contact.toString());
    }

}
