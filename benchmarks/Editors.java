import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets 64 people correct one complaint at the same time on two nodes, half by the page and half by the API, each adding
 * one to the number they saw in its subject; whoever was overtaken reads it again. Says whether an accepted correction
 * was lost and whether everybody who lost was shown what they sent and what is stored. Usage:
 *
 *   java -cp postgresql.jar benchmarks/Editors.java cesm.jar directory [corrections] [people] [port]
 */
public class Editors {

    static final AtomicInteger TRIES = new AtomicInteger();

    static final AtomicInteger LOST = new AtomicInteger();

    static final AtomicInteger RETRIED = new AtomicInteger();

    static final Set<Integer> NUMBERS = ConcurrentHashMap.newKeySet();

    static final AtomicInteger ACCEPTED = new AtomicInteger();

    static final ConcurrentLinkedQueue<String> FAULTS = new ConcurrentLinkedQueue<>();

    static TwoNodes nodes;

    static String complaint;

    static String customer;

    static String contact;

    static int wanted;

    public static void main(String[] args) throws Exception {
        wanted = args.length > 2 ? Integer.parseInt(args[2]) : 500;
        int people = args.length > 3 ? Integer.parseInt(args[3]) : 64;
        int port = args.length > 4 ? Integer.parseInt(args[4]) : 18080;
        try (var two = new TwoNodes(Path.of(args[0]), Path.of(args[1]), port)) {
            nodes = two;
            var token = two.token("office");
            prepare(token);
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < people; i++) {
                var page = i % 2 == 0 ? new Browser(i / 2 % 2) : null;
                int first = i;
                threads.add(Thread.ofPlatform().unstarted(() -> {
                    for (int n = first; ACCEPTED.get() < wanted; n++) {
                        try {
                            edit(page, token, n);
                        }
                        catch (Exception broken) {
                            FAULTS.add(broken.toString());
                        }
                    }
                }));
            }
            double before = two.processorSeconds();
            long began = System.nanoTime();
            threads.forEach(Thread::start);
            for (var each : threads) {
                each.join();
            }
            double took = (System.nanoTime() - began) / 1e9;
            look(token);
            System.out.printf("%d people, %d tries in %.0f s: %d corrections accepted, %d overtaken, %d tried again later, load %s,"
                    + " %.1f ms of processor a try%n", people, TRIES.get(), took, ACCEPTED.get(), LOST.get(), RETRIED.get(),
                    TwoNodes.load(), (two.processorSeconds() - before) * 1000 / TRIES.get());
        }
        FAULTS.stream().limit(20).forEach(it -> System.out.println("FAULT " + it));
        System.out.println(FAULTS.isEmpty() ? "nothing lost, both versions shown to everybody who was overtaken"
                : FAULTS.size() + " faults");
        System.exit(FAULTS.isEmpty() ? 0 : 1);
    }

    static void prepare(String token) throws Exception {
        var heads = auth(token);
        for (var row : nodes.send(0, "GET", "/api/v1/customers?size=20", null, heads).body().split("\\{\"id\"")) {
            var id = TwoNodes.first("^:\"([0-9a-f-]{36})\"", row);
            if (!id.isEmpty() && contact == null) {
                var person = TwoNodes.first("\"id\":\"([0-9a-f-]{36})\"",
                        nodes.send(0, "GET", "/api/v1/contacts?customer=" + id, null, heads).body());
                customer = id;
                contact = person.isEmpty() ? null : person;
            }
        }
        var made = nodes.send(0, "POST", "/api/v1/complaints", body(0, "begin"), heads);
        complaint = TwoNodes.first("\"id\":\"([0-9a-f-]{36})\"", made.body());
        if (complaint.isEmpty()) {
            throw new IllegalStateException(made.body());
        }
    }

    static Map<String, String> auth(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    static String body(int number, String mark) {
        return "{\"customer\":\"" + customer + "\",\"contact\":\"" + contact + "\",\"subject\":\"number " + number
                + "\",\"verbatim\":\"" + mark + "\"}";
    }

    static void edit(Browser page, String token, int n) throws Exception {
        var mark = "mark" + ThreadLocalRandom.current().nextLong(1L << 40);
        if (page == null) {
            byProgram(n % 2, token, mark);
        }
        else {
            page.correct(mark);
        }
    }

    static void byProgram(int node, String token, String mark) throws Exception {
        var path = "/api/v1/complaints/" + complaint;
        var seen = nodes.send(node, "GET", path, null, auth(token));
        if (seen.statusCode() == 503) {
            RETRIED.incrementAndGet();
            return;
        }
        int number = Integer.parseInt(TwoNodes.first("\"subject\":\"number (\\d+)\"", seen.body())) + 1;
        var heads = new HashMap<>(auth(token));
        heads.put("If-Match", seen.headers().firstValue("ETag").orElse(""));
        var answer = nodes.send(1 - node, "PUT", path, body(number, mark), heads);
        TRIES.incrementAndGet();
        if (answer.statusCode() == 412) {
            overtaken(answer.body(), number, mark);
        }
        else {
            taken(answer.statusCode() == 200, answer.statusCode(), answer.body(), number);
        }
    }

    static void taken(boolean accepted, int status, String body, int number) {
        if (accepted) {
            ACCEPTED.incrementAndGet();
            if (!NUMBERS.add(number)) {
                FAULTS.add("number " + number + " accepted twice: a correction is lost");
            }
        }
        else if (status == 503 || status == 429) {
            RETRIED.incrementAndGet();
        }
        else {
            FAULTS.add("answered " + status + ": " + body.substring(0, Math.min(300, body.length())));
        }
    }

    /** Both versions must be in the answer. */
    static void overtaken(String body, int number, String mark) {
        LOST.incrementAndGet();
        boolean now = java.util.regex.Pattern.compile("number (\\d+)")
            .matcher(body)
            .results()
            .anyMatch(it -> Integer.parseInt(it.group(1)) >= number);
        if (!now || !body.contains(mark)) {
            FAULTS.add("overtaken without both versions: " + body.substring(0, Math.min(300, body.length())));
        }
    }

    static void look(String token) throws Exception {
        var body = nodes.send(0, "GET", "/api/v1/complaints/" + complaint, null, auth(token)).body();
        int number = Integer.parseInt(TwoNodes.first("\"subject\":\"number (\\d+)\"", body));
        long version = Long.parseLong(TwoNodes.first(".*\"version\":(\\d+)", body));
        int lines = 0;
        var cursor = "";
        do {
            var line = nodes.send(0, "GET", "/api/v1/complaints/" + complaint + "/timeline?size=200"
                    + (cursor.isEmpty() ? "" : "&cursor=" + cursor), null, auth(token)).body();
            lines += line.split("\"CORRECTED\"", -1).length - 1;
            cursor = TwoNodes.first("\"next\":\"([^\"]+)\"", line);
        }
        while (!cursor.isEmpty());
        System.out.printf("number %d, version %d, %d lines on the timeline%n", number, version, lines);
        if (number != ACCEPTED.get() || version != ACCEPTED.get() || lines != ACCEPTED.get()) {
            FAULTS.add("accepted " + ACCEPTED.get() + ", stored " + number + ", version " + version + ", lines " + lines);
        }
    }

    /** One person at the page, signed in. */
    static final class Browser {

        private final int node;

        private final HttpClient http = HttpClient.newBuilder().build();

        private final Map<String, String> cookies = new ConcurrentHashMap<>();

        Browser(int node) throws Exception {
            this.node = node;
            var csrf = hidden("_csrf", get("/login"));
            int status = post("/login", Map.of("username", "office", "password", "River-Stone-Lantern-27", "_csrf", csrf))
                .statusCode();
            if (status != 302) {
                throw new IllegalStateException("sign-in answered " + status);
            }
        }

        void correct(String mark) throws Exception {
            var path = "/complaints/" + complaint + "/edit";
            var form = get(path);
            if (form.isEmpty()) {
                RETRIED.incrementAndGet();
                return;
            }
            int number = Integer.parseInt(TwoNodes.first("value=\"number (\\d+)\"", form)) + 1;
            var answer = post(path, Map.of("_csrf", hidden("_csrf", form), "_nonce", hidden("_nonce", form), "version",
                    hidden("version", form), "subject", "number " + number, "verbatim", mark, "contact", contact, "kind",
                    "COMPLAINT", "channel", "OTHER"));
            TRIES.incrementAndGet();
            if (answer.statusCode() == 409) {
                overtaken(answer.body(), number, mark);
            }
            else {
                taken(answer.statusCode() == 302, answer.statusCode(), answer.body(), number);
            }
        }

        private String get(String path) throws Exception {
            var answer = keep(http.send(request(path).build(), BodyHandlers.ofString()));
            return answer.statusCode() == 503 ? "" : answer.body();
        }

        private java.net.http.HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
            var body = new StringBuilder();
            fields.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
            return keep(http.send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body.toString()))
                .build(), BodyHandlers.ofString()));
        }

        private HttpRequest.Builder request(String path) {
            var request = HttpRequest.newBuilder(URI.create(nodes.base(node) + path)).header("Accept", "text/html");
            if (!cookies.isEmpty()) {
                request.header("Cookie",
                        cookies.entrySet().stream().map(it -> it.getKey() + "=" + it.getValue()).reduce((a, b) -> a + "; " + b)
                            .orElse(""));
            }
            return request;
        }

        private <T> java.net.http.HttpResponse<T> keep(java.net.http.HttpResponse<T> answer) {
            answer.headers().allValues("Set-Cookie").forEach(it -> HttpCookie.parse(it)
                .forEach(cookie -> cookies.put(cookie.getName(), cookie.getValue())));
            return answer;
        }

        private static String hidden(String name, String page) {
            var field = TwoNodes.first("(<input[^>]*name=\"" + name + "\"[^>]*>)", page);
            return TwoNodes.first("value=\"([^\"]*)\"", field);
        }

    }

}
