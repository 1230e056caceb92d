import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Two nodes of CESM on one PostgreSQL, for trials: the database of a demo company in a directory of its own, whose
 * program is killed so that the server alone remains, and two programs that sign in to it.
 */
final class TwoNodes implements AutoCloseable {

    static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final List<String> how;

    private final Path data;

    private final int port;

    private final List<ProcessHandle> server;

    private final Process[] nodes = new Process[2];

    final String url;

    final String password;

    /**
     * Makes the demo company, unless the directory has one already, and starts both nodes.
     * @param program the jar, or the start script
     */
    TwoNodes(Path program, Path data, int port) throws Exception {
        this.how = program.toString().endsWith(".jar")
                ? List.of(ProcessHandle.current().info().command().orElse("java"), "-Xmx400m", "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED", "-jar", program.toAbsolutePath().toString())
                : List.of(program.toAbsolutePath().toString());
        this.data = data.toAbsolutePath();
        this.port = port;
        Files.createDirectories(this.data);
        var keeper = launch(this.data, port, List.of("--spring.profiles.active=demo"));
        awaitReady(keeper, port);
        for (int i = 0; i < 300 && !Files.readString(log(this.data)).contains("Told its past"); i++) {
            Thread.sleep(1_000);
        }
        this.server = DatabaseProcesses.of(this.data, keeper);
        keeper.destroyForcibly().waitFor();
        this.url = "jdbc:postgresql://127.0.0.1:" + Files.readString(this.data.resolve("postgresql/port")).strip() + "/cesm";
        this.password = secret("app");
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        for (int i = 0; i < 2; i++) {
            start(i);
        }
        for (int i = 0; i < 2; i++) {
            awaitReady(nodes[i], port + i);
        }
    }

    String base(int node) {
        return "http://127.0.0.1:" + (port + node);
    }

    void start(int node) throws Exception {
        var own = Path.of(data + "-node" + node);
        Files.createDirectories(own.resolve("keys"));
        for (var key : List.of("data.key", "timeline.key")) {
            if (!Files.exists(own.resolve("keys").resolve(key))) {
                Files.copy(data.resolve("keys").resolve(key), own.resolve("keys").resolve(key));
            }
        }
        nodes[node] = launch(own, port + node, List.of("--spring.datasource.url=" + url,
                "--spring.datasource.username=cesm_app", "--spring.datasource.password=" + password,
                "--spring.flyway.enabled=false", "--cesm.security.second-factor=OPTIONAL"));
    }

    void kill(int node) throws InterruptedException {
        nodes[node].destroyForcibly().waitFor();
    }

    boolean isReady(int node) {
        return answers(port + node);
    }

    /** A connection as the owner of the tables. */
    Connection owner() throws Exception {
        return DriverManager.getConnection(url + "?reWriteBatchedInserts=true", "cesm_owner", secret("owner"));
    }

    private String secret(String of) throws IOException {
        return Files.readString(data.resolve("postgresql/secrets/" + of)).strip();
    }

    private Process launch(Path own, int at, List<String> more) throws IOException {
        var command = new ArrayList<>(how);
        command.addAll(List.of("--server.address=127.0.0.1", "--server.port=" + at, "--management.server.port=-1",
                "--cesm.security.api-per-minute=100000000", "--cesm.data-dir=" + own));
        command.addAll(more);
        return new ProcessBuilder(command).redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log(own).toFile()))
            .start();
    }

    private static Path log(Path own) {
        return Path.of(own + ".log");
    }

    private static void awaitReady(Process process, int at) throws Exception {
        for (int i = 0; i < 3_000 && !answers(at); i++) {
            if (!process.isAlive()) {
                throw new IllegalStateException("CESM did not start; see its log");
            }
            Thread.sleep(100);
        }
    }

    private static boolean answers(int at) {
        try {
            return HTTP.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + at + "/login"))
                .timeout(Duration.ofSeconds(5))
                .build(), BodyHandlers.discarding()).statusCode() == 200;
        }
        catch (IOException | InterruptedException notYet) {
            return false;
        }
    }

    String token(String login) throws Exception {
        var answer = send(0, "POST", "/api/v1/tokens", "{\"username\":\"" + login
                + "\",\"password\":\"River-Stone-Lantern-27\",\"name\":\"trial " + System.nanoTime() + "\"}", Map.of());
        return first("\"token\":\"([^\"]+)\"", answer.body());
    }

    HttpResponse<String> send(int node, String method, String path, String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base(node) + path))
            .timeout(Duration.ofSeconds(60))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!headers.containsKey("Content-Type") && body != null) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    static String first(String pattern, String text) {
        var found = Pattern.compile(pattern).matcher(text);
        return found.find() ? found.group(1) : "";
    }

    /** Seconds of processor both nodes and the database have taken until now. */
    double processorSeconds() {
        double sum = 0;
        for (var each : nodes) {
            sum += seconds(each.pid(), 13, 14);
        }
        for (var each : server) {
            if (each.parent().filter(server::contains).isEmpty()) {
                sum += seconds(each.pid(), 13, 16);
                sum += each.descendants().mapToDouble(it -> seconds(it.pid(), 13, 14)).sum();
            }
        }
        return sum;
    }

    private static double seconds(long pid, int from, int to) {
        try {
            var stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            var fields = ("0 0 " + stat.substring(stat.lastIndexOf(')') + 2)).split(" ");
            double sum = 0;
            for (int i = from; i <= to; i++) {
                sum += Long.parseLong(fields[i]);
            }
            return sum / 100;
        }
        catch (IOException gone) {
            return 0;
        }
    }

    /** The load of the machine, to be said beside every figure. */
    static String load() throws IOException {
        return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
    }

    @Override
    public void close() {
        for (var each : nodes) {
            if (each != null) {
                each.destroyForcibly();
            }
        }
        server.forEach(ProcessHandle::destroy);
    }

}
