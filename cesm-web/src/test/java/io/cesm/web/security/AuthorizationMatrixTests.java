package io.cesm.web.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.cesm.web.security.MatrixRoutes.Route;
import io.cesm.web.security.MatrixWorld.Principal;
import io.cesm.web.support.AllCores;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who gets what answer from every route of the running program. The table
 * {@code authorization-matrix.csv} is the promise; {@code docs/authorization.md} shows
 * it. A route that is not in it fails the build. After adding routes, run this test with
 * {@code -Dcesm.matrix=write} and read the difference before it is committed.
 */
@WebTest
@Import(MatrixWorld.class)
@TestPropertySource(properties = { "cesm.security.second-factor=required", "cesm.security.api-per-minute=1000000" })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorizationMatrixTests {

    private static final Path TABLE = Path.of("src/test/resources/authorization-matrix.csv");

    private static final Path DOCUMENT = Path.of("../docs/authorization.md");

    private static final Set<String> OPEN = Set.of("GET /login", "POST /login", "GET /setup", "POST /setup",
            "GET /invitation", "POST /invitation", "GET /invitation/{secret}", "POST /api/v1/tokens", "POST /logout",
            "GET /error", "POST /error", "GET /feed/{secret}/cesm.ics", "GET /help/accessibility");

    private static final List<String> OWN = List.of("/me", "/login", "/logout", "/notices", "/views", "/invitation",
            "/setup", "/error", "/api/v1/tokens", "/api/v1/notices", "/api/v1/views", "/preferences", "/audit",
            "/api/v1/audit", "/language", "/theme", "/c/", "/confirm", "/a/", "/answer/");

    @Autowired
    private RequestMappingHandlerMapping mapping;

    @Autowired
    private MatrixWorld world;

    private final Map<String, Map<Principal, String>> found = new LinkedHashMap<>();

    @BeforeAll
    void askEverythingAsEverybody() throws Exception {
        world.open();
        var routes = MatrixRoutes.of(mapping);
        Map<Route, Map<Principal, String>> answers = new HashMap<>();
        for (var route : routes) {
            if (!reads(route)) {
                answers.put(route, askAsEverybody(route));
            }
        }
        // what only reads does not hang together
        var reading = routes.stream().filter(AuthorizationMatrixTests::reads).toList();
        var read = AllCores.each(reading, this::askAsEverybody);
        for (int i = 0; i < read.size(); i++) {
            answers.put(reading.get(i), read.get(i));
        }
        routes.forEach(route -> found.put(route.toString(), answers.get(route)));
        if ("write".equals(System.getProperty("cesm.matrix"))) {
            Files.createDirectories(TABLE.getParent());
            Files.writeString(TABLE, csv(found));
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, document(found));
        }
    }

    private Map<Principal, String> askAsEverybody(Route route) throws Exception {
        Map<Principal, String> cells = new TreeMap<>();
        for (var principal : Principal.values()) {
            cells.put(principal, world.ask(route, principal));
        }
        return cells;
    }

    private static boolean reads(Route route) {
        return route.verb().equals("GET");
    }

    @Test
    void everyRouteAnswersEverybodyAsPromised() throws IOException {
        var promised = Files.readString(TABLE).lines().toList();
        var actual = csv(found).lines().toList();
        var differences = new ArrayList<>(actual);
        differences.removeAll(promised);
        assertThat(differences).as("routes that are new or answer otherwise than %s says", TABLE).isEmpty();
        assertThat(promised).as("routes that are gone").isSubsetOf(actual);
    }

    @Test
    void theDocumentShowsTheTable() throws IOException {
        assertThat(Files.readString(DOCUMENT)).isEqualTo(document(found));
    }

    @Test
    void strangersAndTheDisabledOnlyReachTheDoor() {
        found.forEach((route, cells) -> {
            if (!isOpen(route)) {
                var expected = route.contains(" /api/") ? "401" : "login";
                assertThat(cells.get(Principal.ANONYMOUS)).as(route).isEqualTo(expected);
                assertThat(cells.get(Principal.DISABLED)).as(route).isEqualTo(expected);
            }
        });
    }

    @Test
    void halfWayInIsNotIn() {
        found.forEach((route, cells) -> {
            if (!isOpen(route) && !route.contains("/me/second-factor") && !route.contains("/login/code")
                    && !route.contains(" /api/")) {
                assertThat(cells.get(Principal.ADMIN_WITHOUT_FACTOR)).as(route).isEqualTo("factor");
                assertThat(cells.get(Principal.CSR_BEFORE_CODE)).as(route).isEqualTo("code");
            }
        });
    }

    @Test
    void onlyAdministratorsKeepPeople() {
        found.forEach((route, cells) -> {
            boolean own = route.contains("/substitutes");
            boolean byProgram = route.matches("(POST|PUT|DELETE) /api/v1/(staff|units).*") && !own;
            if (route.contains("/admin/people") || route.contains("/admin/units") || byProgram) {
                cells.forEach((principal, cell) -> {
                    if (principal != Principal.ADMIN) {
                        assertThat(cell).as(route + " " + principal).isIn("401", "403", "login", "factor", "code");
                    }
                });
            }
        });
    }

    @Test
    void auditorsChangeNothing() {
        found.forEach((route, cells) -> {
            boolean reads = route.startsWith("GET ") || OWN.stream().anyMatch(it -> route.contains(" " + it));
            if (!reads) {
                assertThat(cells.get(Principal.AUDITOR)).as(route)
                    .isIn("400", "403", "404", "405", "415", "422", "428");
            }
        });
    }

    @Test
    void aTokenToReadOnlyReads() {
        found.forEach((route, cells) -> {
            if (route.contains(" /api/") && !route.startsWith("GET ") && !route.contains(" /api/v1/tokens")) {
                assertThat(cells.get(Principal.TOKEN_TO_READ)).as(route).isEqualTo("403");
            }
        });
    }

    @Test
    void notYoursLooksLikeNotThere() throws Exception {
        var ofCustomers = MatrixRoutes.of(mapping).stream().filter(world::isOfCustomer).toList();
        AllCores.each(ofCustomers, route -> {
            for (var stranger : List.of(Principal.CSR_OF_OTHERS, Principal.AR_OF_OTHERS, Principal.MANAGER_ELSEWHERE)) {
                assertThat(world.ask(route, stranger)).as(route + " " + stranger)
                    .isEqualTo(world.askForNothing(route, stranger));
            }
            return true;
        });
    }

    @Test
    void nothingBreaks() {
        found.forEach((route, cells) -> {
            if (!route.endsWith(" /error")) {
                assertThat(cells.values()).as(route).noneMatch(it -> it.startsWith("5"));
            }
        });
    }

    private static boolean isOpen(String route) {
        return OPEN.contains(route) || route.matches("(GET|POST) /(c|confirm|a|answer)(/.*)?")
                || route.contains("/api/v1/openapi");
    }

    private static String csv(Map<String, Map<Principal, String>> rows) {
        var out = new StringBuilder("route");
        for (var principal : Principal.values()) {
            out.append(',').append(principal.name().toLowerCase());
        }
        rows.forEach(
                (route, cells) -> out.append('\n').append(route).append(',').append(String.join(",", cells.values())));
        return out.append('\n').toString();
    }

    private static String document(Map<String, Map<Principal, String>> rows) throws IOException {
        var out = new StringBuilder(
                new String(AuthorizationMatrixTests.class.getResourceAsStream("/authorization-head.md").readAllBytes(),
                        StandardCharsets.UTF_8));
        out.append("\n| Route |");
        for (var principal : Principal.values()) {
            out.append(' ').append(principal.name().toLowerCase().replace('_', ' ')).append(" |");
        }
        out.append("\n|---").append("|---".repeat(Principal.values().length)).append("|\n");
        rows.forEach((route, cells) -> out.append("| `")
            .append(route.replace("|", "\\|"))
            .append("` | ")
            .append(String.join(" | ", cells.values()))
            .append(" |\n"));
        return out.toString();
    }

}
