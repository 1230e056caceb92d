package io.cesm.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.web.security.MatrixRoutes.Route;
import io.cesm.web.support.Accounts;
import io.cesm.web.support.AllCores;
import io.cesm.web.support.Api;
import io.cesm.web.support.People;
import io.cesm.web.support.SignedIn;
import io.cesm.web.support.Tokens;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Everything about one customer carries a mark. Nobody of another team sees the mark at
 * any door: by address, list, filter, search, type-ahead, export, file or drill-down.
 */
@WebTest
@TestPropertySource(properties = "cesm.security.api-per-minute=1000000")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReachTests {

    private static final String SOUGHT = "QZXMARK";

    private static final String MARK = SOUGHT + "7731";

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}:]+)(?::([^}]*))?}");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private People people;

    @Autowired
    private Tokens tokens;

    @Autowired
    private RequestMappingHandlerMapping mapping;

    private Accounts.Made account;

    private UUID customer;

    private UUID contact;

    private String expectation = "";

    private String requirement = "";

    private String file = "";

    @BeforeAll
    void aCustomerWithAMark() throws Exception {
        account = new Accounts(context).make();
        var csr = new Api(context, account.csr());
        customer = UUID.fromString(Api.read(csr.post("/customers", """
                {"name": "%s 重工", "nameEn": "%s Heavy", "unit": "%s", "note": "%s"}""".formatted(MARK, MARK,
                account.unit(), MARK)), "$.id"));
        contact = UUID.fromString(Api.read(csr.post("/contacts", """
                {"customer": "%s", "name": "%s 先生", "points": [{"kind": "PHONE", "value": "13977317731"},
                 {"kind": "EMAIL", "value": "%s@example.com"}]}""".formatted(customer, MARK, MARK)), "$.id"));
        expectation = Api.read(csr.post("/expectations", """
                {"customer": "%s", "contact": "%s", "verbatim": "%s 要按期到货", "dimension": "delivery"}"""
            .formatted(customer, contact, MARK)), "$.id");
        requirement = Api.read(csr.post("/expectations/" + expectation + "/requirements",
                "{\"title\": \"%s\", \"statement\": \"%s\"}".formatted(MARK, MARK)), "$.id");
        file = Api.read(mvc.perform(multipart("/api/v1/expectations/" + expectation + "/files")
            .file(new MockMultipartFile("file", MARK + ".txt", "text/plain", MARK.getBytes(StandardCharsets.UTF_8)))
            .param("purpose", "SOURCE")
            .with(tokens.of(account.csr()))), "$.items[0].id");
        csr.put("/expectations/" + expectation + "/due", 0, "{\"on\": \"2026-11-20\", \"because\": \"x\"}");
    }

    @Test
    void theTeamSeesTheMarkAtManyDoors() throws Exception {
        assertThat(doorsThatShowTheMarkTo(account.csr())).hasSizeGreaterThan(25);
    }

    @Test
    void othersSeeItAtNone() throws Exception {
        var elsewhere = people.company();
        for (var role : List.of(Role.CSR, Role.AR, Role.FR)) {
            assertThat(doorsThatShowTheMarkTo(people.hire(account.unit(), role))).as("%s of another team", role)
                .isEmpty();
        }
        assertThat(doorsThatShowTheMarkTo(people.hire(elsewhere, Role.MANAGER))).as("a manager elsewhere").isEmpty();
    }

    private List<String> doorsThatShowTheMarkTo(StaffId who) throws Exception {
        var secret = tokens.secret(who);
        List<String> addresses = new ArrayList<>();
        for (var route : MatrixRoutes.of(mapping)) {
            if (route.verb().equals("GET")) {
                var plain = address(route);
                addresses.addAll(List.of(plain, plain + asked(route), plain + "?customer=" + customer));
            }
        }
        var shown = AllCores.each(addresses, address -> {
            var asking = request(HttpMethod.GET, URI.create(address));
            if (address.startsWith("/api/")) {
                asking.header("Authorization", "Bearer " + secret);
            }
            else {
                asking.with(SignedIn.as(who));
            }
            var answer = mvc.perform(asking).andReturn().getResponse();
            return answer.getContentAsString(StandardCharsets.UTF_8).contains(MARK) ? address : "";
        });
        return shown.stream().filter(it -> !it.isEmpty()).toList();
    }

    /** The one parameter of a search that this door takes. */
    private static String asked(Route route) {
        if (route.pattern().endsWith("/lookup")) {
            return "?point=13977317731";
        }
        return route.pattern().contains("duplicates") || route.pattern().contains("similar") ? "?name=" + SOUGHT
                : "?q=" + SOUGHT;
    }

    private String address(Route route) {
        return VARIABLE.matcher(route.pattern())
            .replaceAll(it -> it.group(2) != null ? it.group(2).split("\\|")[0] : id(route, it.group(1)));
    }

    private String id(Route route, String name) {
        var head = route.pattern().replaceFirst("^/api/v1", "").split("/")[1];
        if (name.equals("requirement") || head.equals("requirements")) {
            return requirement;
        }
        return switch (head) {
            case "customers", "levels" -> name.equals("id") ? customer.toString() : contact.toString();
            case "contacts" -> contact.toString();
            case "expectations" -> expectation;
            case "files" -> file;
            default -> UUID.nameUUIDFromBytes(name.getBytes()).toString();
        };
    }

}
