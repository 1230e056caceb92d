package io.cesm.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every text field of every form, body and address gets scripts, quotes, control
 * characters, right-to-left marks, broken and very long text. Nothing may break: a field
 * is refused with a sentence, or kept and shown as the text it is.
 */
@WebTest
@TestPropertySource(properties = "cesm.security.api-per-minute=1000000")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTextTests {

    private static final String SCRIPT = "<img src=x onerror=alert(1)>\"'`</script><script>alert(1)</script>";

    private static final Map<String, String> HOSTILE = Map.of("script", SCRIPT, "quotes", "';--\" or '1'='1 %_\\",
            "nul", "a\u0000b", "controls", "a\r\nSet-Cookie: x=1\u0007\u001b[31m", "bidi", "\u202Efdp.exe\u2066\u200F",
            "emoji", "👨‍👩‍👧‍👦🏳️‍🌈𠮷", "surrogate", "a\uD800b", "long", "长".repeat(20_000), "expression",
            "${7*7}__${T(java.lang.Runtime)}__#{x}{{1}}", "blank", "\u3000 \t");

    /** The bodies of the API get all of it; pages the part that tells. */
    private static final Set<String> ON_PAGES = Set.of("script", "quotes", "nul", "long", "expression");

    /** What would end the test's own world, or costs a hash each time. */
    private static final Set<String> LEFT_OUT = Set.of("POST /api/v1/tokens", "POST /login", "POST /login/code",
            "POST /logout", "POST /admin/demo/removal", "POST /setup", "POST /invitation", "POST /error",
            "POST /me/password", "POST /confirm");

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
    private JsonMapper json;

    @Autowired
    private RequestMappingHandlerMapping mapping;

    private final Map<Route, HandlerMethod> routes = new LinkedHashMap<>();

    private final List<String> broken = Collections.synchronizedList(new ArrayList<>());

    private Accounts.Made account = new Accounts.Made(null, null, null, null, null);

    private StaffId everything;

    private StaffId bystander;

    private String expectation = "";

    private String secret = "";

    @BeforeAll
    void aWorldToAttack() throws Exception {
        account = new Accounts(context).make();
        everything = people.hire(account.unit(), Role.OFFICE, Role.ADMIN);
        bystander = people.hire(account.unit(), Role.CSR);
        secret = tokens.secret(everything);
        expectation = Api.read(new Api(context, account.csr()).post("/expectations",
                "{\"customer\": \"%s\", \"contact\": \"%s\", \"verbatim\": \"交期\"}".formatted(account.customer(),
                        account.contact())),
                "$.id");
        mapping.getHandlerMethods()
            .forEach((info, method) -> info.getMethodsCondition()
                .getMethods()
                .forEach(verb -> info.getPatternValues()
                    .forEach(pattern -> routes.put(new Route(verb.name(), pattern), method))));
        routes.keySet().removeIf(it -> LEFT_OUT.contains(it.toString()));
    }

    @Test
    void bodiesOfTheApi() throws Exception {
        int tried = 0;
        for (var each : routes.entrySet()) {
            var type = body(each.getValue());
            if (type != null) {
                var whole = specimen().of(type);
                for (var path : Specimen.texts(whole)) {
                    for (var hostile : HOSTILE.entrySet()) {
                        var sent = json.writeValueAsString(Specimen.replaced(whole, path, hostile.getValue()));
                        var answer = ask(each.getKey(),
                                it -> it.contentType(MediaType.APPLICATION_JSON)
                                    .header("If-Match", "\"0\"")
                                    .content(sent));
                        judge(each.getKey() + " " + path + " " + hostile.getKey(), answer);
                        tried++;
                    }
                }
            }
        }
        assertThat(broken).isEmpty();
        assertThat(tried).isGreaterThan(1_000);
    }

    @Test
    void fieldsOfForms() throws Exception {
        int tried = sweep("POST", false);
        assertThat(broken).isEmpty();
        assertThat(tried).isGreaterThan(1_000);
    }

    @Test
    void addressesOfPagesAndLists() throws Exception {
        int tried = sweep("GET", false) + sweep("GET", true);
        assertThat(broken).isEmpty();
        assertThat(tried).isGreaterThan(1_000);
    }

    @Test
    void isShownAsTheTextItIs() throws Exception {
        var csr = new Api(context, account.csr());
        var customer = Api.<String>read(
                csr.post("/customers",
                        json.writeValueAsString(Map.of("name", SCRIPT, "nameEn", SCRIPT, "unit",
                                account.unit().toString(), "industry", SCRIPT, "address", SCRIPT, "note", SCRIPT))),
                "$.id");
        var contact = Api.<String>read(csr.post("/contacts", json.writeValueAsString(
                Map.of("customer", customer, "name", SCRIPT, "title", SCRIPT, "department", SCRIPT, "note", SCRIPT))),
                "$.id");
        csr.post("/customers/" + customer + "/competitors", 0, json
            .writeValueAsString(Map.of("name", SCRIPT, "product", SCRIPT, "asOf", "2026-01-01", "note", SCRIPT)));
        var said = Api.<String>read(csr.post("/expectations", json.writeValueAsString(Map.of("customer", customer,
                "contact", contact, "verbatim", SCRIPT, "understood", SCRIPT, "touchPoint", SCRIPT))), "$.id");
        csr.post("/expectations/" + said + "/comments", json.writeValueAsString(Map.of("words", SCRIPT)));
        csr.post("/expectations/" + said + "/requirements",
                json.writeValueAsString(Map.of("title", SCRIPT, "statement", SCRIPT)));
        csr.post("/views", json.writeValueAsString(
                Map.of("list", "EXPECTATIONS", "name", "<b>x</b>", "query", "q=%3Cscript%3Ealert(1)%3C/script%3E")));
        var search = "q=%3Cimg%20src=x%20onerror=alert(1)%3E";
        for (var page : List.of("/customers", "/customers/" + customer, "/customers/" + customer + "?tab=market",
                "/customers/" + customer + "/edit", "/contacts", "/contacts/" + contact, "/expectations",
                "/expectations/" + said, "/expectations/board", "/expectations/calendar", "/expectations/requirements",
                "/work", "/search?" + search, "/search/suggest?" + search, "/customers?" + search,
                "/expectations?" + search, "/customers/suggest?" + search, "/levels", "/insights/expectations")) {
            var html = mvc.perform(request(HttpMethod.GET, URI.create(page)).with(SignedIn.as(account.csr())))
                .andReturn()
                .getResponse();
            assertThat(html.getStatus()).as(page).isLessThan(400);
            assertThat(html.getContentAsString()).as(page)
                .doesNotContain("<img src=x")
                .doesNotContain("<script>alert")
                .doesNotContain("<b>x</b>");
        }
    }

    private int sweep(String verb, boolean api) throws Exception {
        List<Trial> trials = new ArrayList<>();
        routes.forEach((route, method) -> {
            if (route.verb().equals(verb) && route.pattern().startsWith("/api/") == api) {
                var fields = fields(method);
                for (var field : fields.keySet()) {
                    ON_PAGES.forEach(hostile -> trials.add(new Trial(route, fields, field, hostile)));
                }
            }
        });
        // what is written may hang together, what is read does not
        if (verb.equals("GET")) {
            AllCores.each(trials, this::attempt);
        }
        else {
            for (var each : trials) {
                attempt(each);
            }
        }
        return trials.size();
    }

    private boolean attempt(Trial it) throws Exception {
        var answer = ask(it.route(), asking -> {
            it.fields()
                .forEach((name, value) -> asking.param(name,
                        name.equals(it.field()) ? HOSTILE.getOrDefault(it.hostile(), "") : value));
            return it.route().verb().equals("POST") ? asking.with(csrf()) : asking;
        });
        judge(it.route() + " " + it.field() + " " + it.hostile(), answer);
        return true;
    }

    /** One hostile text in one field of one address. */
    private record Trial(Route route, Map<String, String> fields, String field, String hostile) {
    }

    private void judge(String what, MockHttpServletResponse answer) throws Exception {
        if (answer.getStatus() >= 500) {
            broken.add(what + " → " + answer.getStatus());
        }
        if (answer.getStatus() == 409 && (what.startsWith("GET") || what.contains(" /api/"))) {
            broken.add(what + " → refused by the database only");
        }
        var type = String.valueOf(answer.getContentType());
        if (what.contains(" /api/") && answer.getStatus() >= 400 && !type.startsWith("application/problem+json")) {
            broken.add(what + " → no problem but " + type);
        }
        if (answer.getHeaderNames()
            .stream()
            .anyMatch(it -> it.equals("Set-Cookie")
                    && answer.getHeaders(it).stream().anyMatch(cookie -> cookie.startsWith("x=1")))) {
            broken.add(what + " → split the answer");
        }
        var html = type.startsWith("text/html") ? answer.getContentAsString() : "";
        if (html.contains("<img src=x") || html.contains("<script>alert")) {
            broken.add(what + " → is live in the page");
        }
        // not "49__" alone: a nonce may end that way
        if (html.contains("49__class") || html.contains("49__$") || html.contains("${49")) {
            broken.add(what + " → was evaluated");
        }
    }

    private interface Asking {

        MockHttpServletRequestBuilder with(MockHttpServletRequestBuilder request);

    }

    private MockHttpServletResponse ask(Route route, Asking how) {
        var address = URI.create(VARIABLE.matcher(route.pattern())
            .replaceAll(it -> it.group(2) != null ? it.group(2).split("\\|")[0] : id(route, it.group(1))));
        var asking = how.with(request(HttpMethod.valueOf(route.verb()), address));
        if (route.pattern().startsWith("/api/")) {
            asking.header("Authorization", "Bearer " + secret);
        }
        else {
            asking.with(SignedIn.as(everything));
        }
        try {
            return mvc.perform(asking).andReturn().getResponse();
        }
        catch (Exception failed) {
            var answer = new MockHttpServletResponse();
            answer.setStatus(599);
            answer.setContentType(String.valueOf(failed.getCause()));
            return answer;
        }
    }

    private String id(Route route, String name) {
        var plain = route.pattern().replaceFirst("^/api/v1", "");
        if (!name.equals("id")) {
            return UUID.nameUUIDFromBytes(name.getBytes()).toString();
        }
        var head = plain.split("/")[1];
        return switch (head) {
            case "customers", "levels" -> account.customer().toString();
            case "contacts" -> account.contact().toString();
            case "expectations" -> expectation;
            case "units" -> account.unit().toString();
            case "staff" -> bystander.toString();
            case "admin" -> plain.contains("units") ? account.unit().toString() : bystander.toString();
            default -> UUID.nameUUIDFromBytes(plain.getBytes()).toString();
        };
    }

    private Specimen specimen() {
        return new Specimen(name -> switch (name) {
            case "customer", "parent" -> account.customer();
            case "contact", "checkedWith" -> account.contact();
            case "unit" -> account.unit().id();
            case "expectations", "id", "into" -> UUID.fromString(expectation);
            case "owner", "receiver", "staff", "substitute", "by", "decidedBy" -> bystander.id();
            default -> UUID.nameUUIDFromBytes(name.getBytes());
        });
    }

    private static Class<?> body(HandlerMethod method) {
        for (MethodParameter each : method.getMethodParameters()) {
            if (each.hasParameterAnnotation(RequestBody.class) && each.getParameterType().isRecord()) {
                return each.getParameterType();
            }
        }
        return null;
    }

    /** The parameters of a page or list, each with an ordinary value. */
    private Map<String, String> fields(HandlerMethod method) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (MethodParameter each : method.getMethodParameters()) {
            each.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            var type = each.getParameterType();
            if (each.hasParameterAnnotation(RequestParam.class)) {
                fields.put(String.valueOf(each.getParameterName()), "x");
            }
            else if (type.isRecord() && !each.hasParameterAnnotation(PathVariable.class)
                    && !each.hasParameterAnnotation(RequestBody.class)) {
                specimen().of(type).forEach((name, value) -> fields.put(name, plain(value)));
            }
        }
        return fields;
    }

    private static String plain(Object value) {
        return value instanceof List<?> list ? list.isEmpty() ? "" : plain(list.getFirst())
                : value == null || value instanceof Map<?, ?> ? "" : String.valueOf(value);
    }

}
