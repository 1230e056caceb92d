/** Something somebody asked for once, and what they were told. */
final class Wish {

    final String key = "sudden-" + ProcessHandle.current().pid() + "-" + SuddenDeath.COUNT.incrementAndGet();

    final String path;

    final String body;

    final String words;

    volatile int status;

    volatile String id = "";

    Wish(String path, String body, String words) {
        this.path = path;
        this.body = body;
        this.words = words;
    }

}
