package io.cesm.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.web.security.MatrixRoutes.Route;
import io.cesm.web.support.People;
import io.cesm.web.support.SignedIn;
import io.cesm.web.support.Tokens;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Nothing can be slipped into a form, a list or a body beside what it asks for. */
@WebTest
@TestPropertySource(properties = "cesm.security.api-per-minute=1000000")
class ExtraFieldTests {

    /**
     * These judge their fields themselves, one name for each column of the file or
     * question of the version (their own tests show it), or let nobody in who is signed
     * in.
     */
    private static final Set<String> ASKS_FOR_ANY = Set.of("POST /imports/{id}/mapping", "GET /login/code",
            "POST /login/code", "POST /questionnaires/{id}/preview", "GET /error", "POST /error", "POST /logout",
            "POST /answer/{ref}", "POST /answer/{ref}/draft", "POST /surveys/{id}/interview/{invitation}",
            "GET /api/v1/openapi", "GET /api/v1/openapi.yaml");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private People people;

    @Autowired
    private Tokens tokens;

    @Autowired
    private RequestMappingHandlerMapping mapping;

    private StaffId everything = StaffId.next();

    private String secret = "";

    @BeforeEach
    void somebodyWhoMayEverything() {
        everything = people.hire(Role.OFFICE, Role.ADMIN);
        secret = tokens.secret(everything);
    }

    @Test
    void aFieldNobodyAskedForIsRefusedEverywhere() throws Exception {
        List<String> taken = new ArrayList<>();
        for (var route : MatrixRoutes.of(mapping)) {
            if (!ASKS_FOR_ANY.contains(route.toString())) {
                int status = ask(route, "approvedBy");
                if (status != 400) {
                    taken.add(route + " → " + status);
                }
            }
        }
        assertThat(taken).isEmpty();
    }

    private int ask(Route route, String field) throws Exception {
        var address = route.pattern()
            .replaceAll("\\{[^}:]+:([^}|]*)[^}]*}", "$1")
            .replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
        var asking = request(HttpMethod.valueOf(route.verb()), URI.create(address)).param(field, "x");
        if (address.startsWith("/api/")) {
            asking.header("Authorization", "Bearer " + secret);
        }
        else {
            asking.with(SignedIn.as(everything)).with(csrf());
        }
        return mvc.perform(asking).andReturn().getResponse().getStatus();
    }

}
