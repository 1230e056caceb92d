import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * Kills a CESM and its PostgreSQL with SIGKILL while people write and a file is taken in, starts it again, and looks
 * whether anything that was answered is lost, anything is there twice, repeated requests get their first answer, the
 * import goes on by itself, and the timeline is whole. Usage:
 *
 *   java benchmarks/SuddenDeath.java cesm.jar directory [cycles] [port] [rows of the import]
 *
 * The directory must not exist; the Java that runs this runs CESM too. Instead of the jar it may be the start script
 * (bin/cesm), whose AOT cache should be there: start and stop it once before.
 */
public class SuddenDeath {

    static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    static final Random RANDOM = new Random(7);

    static final AtomicLong COUNT = new AtomicLong();

    static final AtomicLong SENT_ALONGSIDE = new AtomicLong();

    /** Seconds of processor the JVM took until it was ready, start by start. */
    static final List<Double> SPENT = new ArrayList<>();

    /** What an answer says of what was written: its id, or the receipt of a survey's answer. */
    static final String GIVEN = "\"(?:id|receipt)\":\"([0-9A-Za-z-]{9,36})\"";

    static final ConcurrentLinkedQueue<Wish> WISHES = new ConcurrentLinkedQueue<>();

    static final List<String> FAULTS = new ArrayList<>();

    static Path jar;

    static Path data;

    static int port;

    static Process process;

    static volatile String token = "";

    static volatile boolean writing;

    static List<String> customers = new ArrayList<>();

    static Map<String, String> contactOf = new HashMap<>();

    /** A survey in the field, and the link of a device on which it is answered. */
    static String survey = "";

    static String device = "";

    public static void main(String[] args) throws Exception {
        jar = Path.of(args[0]).toAbsolutePath();
        data = Path.of(args[1]).toAbsolutePath();
        int cycles = args.length > 2 ? Integer.parseInt(args[2]) : 20;
        port = args.length > 3 ? Integer.parseInt(args[3]) : 18080;
        int rows = args.length > 4 ? Integer.parseInt(args[4]) : 60_000;
        if (Files.exists(data)) {
            throw new IllegalArgumentException(data + " exists");
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> process.destroy()));
        List<Double> ready = new ArrayList<>();
        ready.add(start());
        signIn();
        learn();
        var job = bring(rows);
        for (int cycle = 1; cycle <= cycles; cycle++) {
            var writers = write(4);
            Thread.sleep(3_000 + RANDOM.nextInt(4_000));
            int half = RANDOM.nextInt(3);
            kill(half == 1, half == 2);
            writing = false;
            for (var writer : writers) {
                writer.join();
            }
            ready.add(start());
            long before = WISHES.stream().filter(it -> it.status / 100 == 2).count();
            repeatTheUnanswered();
            repeatSome();
            System.out.printf("cycle %d: killed %s, ready again in %.1f s (%.1f s of processor, load %s), %d answered so far, import %s%n",
                    cycle, half == 1 ? "JVM first" : half == 2 ? "PostgreSQL first" : "all at once", ready.getLast(),
                    SPENT.getLast(), Files.readString(Path.of("/proc/loadavg")).split(" ")[0], before, importState(job));
        }
        finish(job, rows);
        everythingIsThereOnce();
        chainIsWhole();
        process.destroy();
        process.waitFor();
        ready.sort(null);
        SPENT.sort(null);
        System.out.printf("%d cycles, %d writes, %d answers sent alongside, ready again: median %.1f s, longest %.1f s;"
                + " of processor: median %.1f s, longest %.1f s%n", cycles, WISHES.size(), SENT_ALONGSIDE.get(),
                ready.get(ready.size() / 2), ready.getLast(), SPENT.get(SPENT.size() / 2), SPENT.getLast());
        System.out.println(FAULTS.isEmpty() ? "nothing lost, nothing doubled" : FAULTS.size() + " faults");
        System.exit(FAULTS.isEmpty() ? 0 : 1);
    }

    static double start() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        long began = System.nanoTime();
        var how = jar.toString().endsWith(".jar")
                ? List.of(java, "-Xmx300m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-jar", jar.toString())
                : List.of(jar.toString());
        var command = new ArrayList<>(how);
        command.addAll(List.of("--spring.profiles.active=demo", "--server.address=127.0.0.1", "--server.port=" + port,
                "--management.server.port=-1", "--cesm.answers.open-per-minute=1000000",
                "--cesm.security.api-per-minute=1000000", "--cesm.data-dir=" + data));
        process = new ProcessBuilder(command).redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(Path.of(data + ".log").toFile()))
            .start();
        for (int i = 0; i < 1_200; i++) {
            if (!process.isAlive()) {
                throw new IllegalStateException("CESM did not start; see " + data + ".log");
            }
            try {
                if (send("GET", "/login", null, null).statusCode() == 200) {
                    SPENT.add(process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3);
                    return (System.nanoTime() - began) / 1e9;
                }
            }
            catch (IOException notYet) {
                // ask again
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("CESM was not ready within two minutes");
    }

    static void kill(boolean programFirst, boolean databaseFirst) throws Exception {
        var database = DatabaseProcesses.of(data, process);
        if (databaseFirst) {
            database.forEach(ProcessHandle::destroyForcibly);
            Thread.sleep(RANDOM.nextInt(1_500));
        }
        process.destroyForcibly();
        if (programFirst) {
            process.waitFor();
            Thread.sleep(RANDOM.nextInt(1_500));
        }
        database.forEach(ProcessHandle::destroyForcibly);
        process.waitFor();
        for (var each : database) {
            for (int i = 0; each.isAlive() && i < 100; i++) {
                Thread.sleep(50);
            }
        }
    }

    /** The demo company tells its past while CESM is ready already. */
    static void signIn() throws Exception {
        for (int i = 0; i < 180 && !Files.readString(Path.of(data + ".log")).contains("Told its past"); i++) {
            Thread.sleep(1_000);
        }
        var answer = send("POST", "/api/v1/tokens",
                "{\"username\":\"office\",\"password\":\"River-Stone-Lantern-27\",\"name\":\"sudden death\"}", null);
        token = first("\"token\":\"([^\"]+)\"", answer.body());
        if (token.isEmpty()) {
            throw new IllegalStateException("no token: " + answer.statusCode() + " " + answer.body());
        }
    }

    static void learn() throws Exception {
        for (var id : all("\"id\":\"([0-9a-f-]{36})\"", send("GET", "/api/v1/customers?size=20", null, null).body())) {
            var people = send("GET", "/api/v1/contacts?customer=" + id, null, null).body();
            var contacts = all("\"id\":\"([0-9a-f-]{36})\"", people);
            if (!contacts.isEmpty()) {
                customers.add(id);
                contactOf.put(id, contacts.getFirst());
            }
        }
        if (customers.isEmpty()) {
            throw new IllegalStateException("There are no customers with contacts");
        }
        for (var row : send("GET", "/api/v1/surveys?state=FIELDED&size=50", null, null).body().split("\\{\"id\"")) {
            var id = first("^:\"([0-9a-f-]{36})\"", row);
            if (device.isEmpty() && row.contains("\"NAMED\"") && !id.isEmpty()) {
                survey = id;
                device = device(id);
            }
        }
        if (device.isEmpty()) {
            throw new IllegalStateException("no survey in the field that asks what is answered here");
        }
    }

    /** The link of a new device, if the survey takes the answers that are sent here. */
    static String device(String survey) throws Exception {
        var made = send("POST", "/api/v1/surveys/" + survey + "/devices", "{\"label\":\"sudden death\"}", null).body();
        device = first("/a/([A-Za-z0-9_-]+)\"", made);
        var tried = device.isEmpty() ? 0 : send("POST", "/a/answers", answers("probe" + System.nanoTime()), null).statusCode();
        return tried / 100 == 2 ? device : "";
    }

    static String answers(String words) {
        return "{\"link\":\"" + device + "\",\"key\":\"" + words
                + "\",\"answers\":{\"q1\":4,\"q2\":6,\"q3.parts\":3,\"q4\":\"yes\",\"q6\":9,\"q7\":\"" + words + "\"}}";
    }

    static List<Thread> write(int many) {
        writing = true;
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            writers.add(Thread.ofPlatform().start(() -> {
                String mine = "";
                while (writing) {
                    var wish = wish(mine);
                    WISHES.add(wish);
                    tell(wish);
                    if (wish.path.equals("/api/v1/expectations") && !wish.id.isEmpty()) {
                        mine = wish.id;
                    }
                    if (wish.status == 0) {
                        return;
                    }
                }
            }));
        }
        return writers;
    }

    static Wish wish(String mine) {
        var customer = customers.get((int) (COUNT.get() % customers.size()));
        var words = "sudden%08d".formatted(COUNT.get()) + Long.toHexString(System.nanoTime());
        if (!mine.isEmpty() && COUNT.get() % 4 == 0) {
            return new Wish("/api/v1/expectations/" + mine + "/comments", "{\"words\":\"" + words + "\"}", words);
        }
        if (COUNT.get() % 4 == 1) {
            return new Wish("/api/v1/contacts", "{\"customer\":\"" + customer + "\",\"name\":\"" + words + "\"}", words);
        }
        if (COUNT.get() % 4 == 2) {
            return new Wish("/a/answers", answers(words), words);
        }
        return new Wish("/api/v1/expectations", "{\"customer\":\"" + customer + "\",\"contact\":\""
                + contactOf.get(customer) + "\",\"verbatim\":\"" + words + "\"}", words);
    }

    static void tell(Wish wish) {
        try {
            // a device may send an answer again while the first is on its way
            List<CompletableFuture<HttpResponse<String>>> others = new ArrayList<>();
            for (int i = Math.floorMod(wish.words.hashCode(), 5); wish.path.equals("/a/answers") && i > 0; i--) {
                others.add(HTTP.sendAsync(request("POST", wish.path, wish.body, wish.key).build(), BodyHandlers.ofString()));
                SENT_ALONGSIDE.incrementAndGet();
            }
            var answer = send("POST", wish.path, wish.body, wish.key);
            if (answer.statusCode() >= 500 || answer.statusCode() == 429) {
                return; // not an answer to the wish; it is repeated
            }
            wish.id = answer.statusCode() / 100 == 2 ? first(GIVEN, answer.body()) : "";
            for (var other : others) {
                var same = other.get();
                if (same.statusCode() / 100 == 2 && !wish.id.isEmpty() && !first(GIVEN, same.body()).equals(wish.id)) {
                    fault("one answer, two receipts: " + wish.words);
                }
            }
            wish.status = answer.statusCode();
        }
        catch (IOException | InterruptedException | ExecutionException broken) {
            wish.status = 0;
        }
    }

    /** Whoever got no answer asks again with the same key. */
    static void repeatTheUnanswered() {
        for (var wish : WISHES) {
            for (int i = 0; wish.status == 0 && i < 20; i++) {
                tell(wish);
            }
            if (wish.status / 100 != 2) {
                fault(wish.path + " " + wish.words + " answered " + wish.status);
            }
        }
    }

    /** Some who got an answer ask again too, and must get the same one. */
    static void repeatSome() throws Exception {
        var answered = WISHES.stream().filter(it -> it.status / 100 == 2 && !it.id.isEmpty()).toList();
        for (var wish : answered.subList(Math.max(0, answered.size() - 20), answered.size())) {
            var again = send("POST", wish.path, wish.body, wish.key);
            var id = first(GIVEN, again.body());
            if (again.statusCode() / 100 != 2 || !id.equals(wish.id)) {
                fault("repeated " + wish.path + " " + wish.words + ": " + again.statusCode() + " " + id);
            }
        }
    }

    static void everythingIsThereOnce() throws Exception {
        Map<String, Integer> there = new HashMap<>();
        collect("/api/v1/expectations?q=sudden&size=200", "\"verbatim\":\"(sudden[^\"]+)\"", there);
        collect("/api/v1/surveys/" + survey + "/answers?size=200", "\"q7\":\"(sudden[^\"]+)\"", there);
        collect("/api/v1/contacts?q=sudden&size=200", "\"name\":\"(sudden[^\"]+)\"", there);
        for (var wish : WISHES) {
            if (wish.path.endsWith("/comments")) {
                var line = send("GET", wish.path.replace("/comments", "/timeline") + "?size=200", null, null).body();
                there.put(wish.words, all("(" + wish.words + ")", line).size());
            }
            int times = there.getOrDefault(wish.words, 0);
            if (times != 1) {
                fault(wish.path + " " + wish.words + " is there " + times + " times");
            }
        }
        System.out.printf("%d writes looked for, each there once unless said%n", WISHES.size());
    }

    static void collect(String path, String pattern, Map<String, Integer> there) throws Exception {
        var cursor = "";
        do {
            var body = send("GET", path + (cursor.isEmpty() ? "" : "&cursor=" + cursor), null, null).body();
            all(pattern, body).forEach(it -> there.merge(it, 1, Integer::sum));
            cursor = first("\"next\":\"([^\"]+)\"", body);
        }
        while (!cursor.isEmpty());
    }

    static String bring(int rows) throws Exception {
        var file = new StringBuilder("客户编号,客户名称,等级,联系人,电话\n");
        for (int i = 0; i < rows; i++) {
            file.append("SD-%06d,骤停%06d有限公司,%d,王%06d,13%09d\n".formatted(i, i, i % 4 + 1, i, i));
        }
        var mark = "sudden-death-boundary";
        var body = "--" + mark + "\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\ncustomers\r\n--" + mark
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"sudden.csv\"\r\nContent-Type: text/csv\r\n\r\n"
                + file + "\r\n--" + mark + "--\r\n";
        var answer = HTTP.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/imports"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "multipart/form-data; boundary=" + mark)
            .POST(BodyPublishers.ofString(body))
            .build(), BodyHandlers.ofString());
        var id = first("\"id\":\"([0-9a-f-]{36})\"", answer.body());
        step(id, "check");
        while (importState(id).startsWith("CHECKING")) {
            Thread.sleep(500);
        }
        step(id, "start");
        return id;
    }

    static void step(String id, String verb) throws Exception {
        var tag = send("GET", "/api/v1/imports/" + id, null, null).headers().firstValue("ETag").orElse("");
        var answer = HTTP.send(request("POST", "/api/v1/imports/" + id + "/" + verb,
                "{\"skipAlike\":false,\"onlyIfClean\":false}", null).header("If-Match", tag)
            .build(), BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
            throw new IllegalStateException(verb + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    static String importState(String id) throws Exception {
        var body = send("GET", "/api/v1/imports/" + id, null, null).body();
        return first("\"state\":\"([A-Z]+)\"", body) + " " + first("\"done\":(\\d+)", body) + " rows";
    }

    static void finish(String job, int rows) throws Exception {
        for (int i = 0; i < 900 && importState(job).startsWith("RUNNING"); i++) {
            Thread.sleep(1_000);
        }
        var state = importState(job);
        var body = send("GET", "/api/v1/imports/" + job, null, null).body();
        System.out.println("import: " + state + ", " + first("\"counts\":(\\{[^}]*\\})", body));
        if (!state.equals("DONE " + rows + " rows") || !first("\"created\":(\\d+)", body).equals("" + rows)) {
            fault("import " + state + " of " + rows);
        }
        Map<String, Integer> there = new HashMap<>();
        collect("/api/v1/customers?q=骤停&size=200".replace("骤停", "%E9%AA%A4%E5%81%9C"), "\"name\":\"(骤停[^\"]+)\"", there);
        if (there.size() != rows || there.values().stream().anyMatch(it -> it != 1)) {
            fault("customers of the file: " + there.size() + " of " + rows + ", doubled "
                    + there.values().stream().filter(it -> it > 1).count());
        }
    }

    static void chainIsWhole() throws Exception {
        var body = send("POST", "/api/v1/audit/verification", "", null).body();
        System.out.println("timeline: " + body);
        if (!body.contains("\"firstBreak\":null")) {
            fault("timeline " + body);
        }
    }

    static void fault(String what) {
        FAULTS.add(what);
        System.out.println("FAULT " + what);
    }

    static HttpRequest.Builder request(String method, String path, String body, String key) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(60))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return key == null ? request : request.header("Idempotency-Key", key);
    }

    static HttpResponse<String> send(String method, String path, String body, String key)
            throws IOException, InterruptedException {
        return HTTP.send(request(method, path, body, key).build(), BodyHandlers.ofString());
    }

    static String first(String pattern, String text) {
        var found = all(pattern, text);
        return found.isEmpty() ? "" : found.getFirst();
    }

    static List<String> all(String pattern, String text) {
        List<String> all = new ArrayList<>();
        var matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            all.add(matcher.group(1));
        }
        return all;
    }

}
