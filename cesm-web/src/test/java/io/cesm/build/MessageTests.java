package io.cesm.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/** Every sentence exists in both languages, is used, and can be formatted. */
class MessageTests {

    private static final Path BUNDLES = Sources.resources().resolve("i18n");

    private static final Pattern KEY_IN_PAGE = Pattern
        .compile("#\\{([a-zA-Z][\\w.-]*)[}(]|#messages\\.msg\\('([a-zA-Z][\\w.-]*)'\\s*[,)]");

    private static final Pattern KEY = Pattern.compile("(?m)^([^#\\s=]+)\\s*=");

    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");

    /**
     * The first part of a key that is put together: {@code 'State.' + …},
     * {@code |State.${…}|}.
     */
    private static final Pattern BEGINNING = Pattern.compile("[\"'|]([a-zA-Z][\\w.-]*\\.)(?:['\"]|\\$\\{|%s)");

    /** What stands in quotes, or as a message of a page. */
    private static final Pattern WORD = Pattern.compile("(?:[\"']|#\\{)([a-zA-Z][\\w.-]*)(?=[\"'}(])");

    /** {@code new Refusal("code"} and {@code new FieldRefusal(whatever, "code"}. */
    private static final Pattern REFUSAL = Pattern
        .compile("new (?:Refusal\\(|FieldRefusal\\(([^;]*?),)\\s*\"([\\w.-]+)\"");

    /** Points and means are written with decimals; parts and months are more than one. */
    private static final Pattern MANY_OF_ONE = Pattern.compile(
            "(?<![\\w.])1 (?!(?:is|was|has|says|waits|serious|points|parts|months|hand-offs|follow-ups)\\b)[a-z-]*[a-rt-z]s\\b");

    private static final Pattern LONELY_QUOTE = Pattern.compile("(?<!')'(?!')");

    /** Found by Spring from the form and the constraint, or by code from a refusal. */
    private static final Pattern FOUND_BY_CONVENTION = Pattern
        .compile("(typeMismatch|NotBlank|NotNull|NotEmpty|Size|Min|Max|Pattern|Email|Positive|PositiveOrZero"
                + "|DecimalMin|DecimalMax|Digits|Past|PastOrPresent|Future|FutureOrPresent|AssertTrue)(\\..*)?");

    private final Map<String, String> english = words("");

    private final Map<String, String> chinese = words("_zh");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(english).isNotEmpty();
        assertThat(missing(english, chinese)).as("without Chinese").isEmpty();
        assertThat(missing(chinese, english)).as("without English").isEmpty();
    }

    @Test
    void everyKeyIsInOneBundleOnly() throws IOException {
        var seen = new TreeMap<String, Path>();
        for (var file : Sources.below(BUNDLES, ".properties")) {
            for (var line : Files.readAllLines(file)) {
                var key = line.replaceAll("\\s*[=].*", "");
                if (!line.isBlank() && !line.startsWith("#") && line.contains("=")) {
                    var where = seen.put(key + file.toString().contains("_zh"), file);
                    assertThat(where).as("%s is in %s and %s", key, file, where).isNull();
                }
            }
        }
    }

    /** Of a key that stands twice the first sentence is never shown, whoever mends it. */
    @Test
    void everyKeyStandsOnceInItsFile() {
        for (var file : Sources.below(BUNDLES, ".properties")) {
            assertThat(KEY.matcher(Sources.text(file)).results().map(it -> it.group(1))).as("%s", file.getFileName())
                .doesNotHaveDuplicates();
        }
    }

    @Test
    void everyKeyOfAPageExists() {
        var missing = new TreeSet<String>();
        for (var page : Sources.below(Sources.resources().resolve("templates"), ".html")) {
            var keys = KEY_IN_PAGE.matcher(TemplateTests.markup(page));
            while (keys.find()) {
                var key = keys.group(1) != null ? keys.group(1) : keys.group(2);
                if (!english.containsKey(key)) {
                    missing.add(page.getFileName() + ": " + key);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyRefusalHasASentence() {
        var missing = new TreeSet<String>();
        for (var file : Sources.endingWith(".java")) {
            unspoken(Sources.text(file), english.keySet())
                .forEach(code -> missing.add(file.getFileName() + ": refusal." + code));
        }
        assertThat(missing).isEmpty();
    }

    /** The codes of refusals in a source that have no sentence. */
    static Set<String> unspoken(String source, Set<String> keys) {
        var missing = new TreeSet<String>();
        var refusals = REFUSAL.matcher(source);
        while (refusals.find()) {
            var code = refusals.group(2);
            if (!keys.contains("refusal." + code)) {
                missing.add(code);
            }
        }
        return missing;
    }

    @Test
    void noKeyIsForgotten() {
        var text = new StringBuilder();
        Sources.endingWith(".java").forEach(file -> text.append(Sources.text(file)));
        Sources.endingWith(".html").forEach(file -> text.append(Sources.text(file)));
        Sources.below(Sources.resources().resolve("static"), ".js").forEach(file -> text.append(Sources.text(file)));
        var all = text.toString();
        var beginnings = found(BEGINNING, all);
        var words = found(WORD, all);
        assertThat(english.keySet()).as("used by nobody")
            .allSatisfy(key -> assertThat(used(key, words, beginnings)).as(key).isTrue());
    }

    @Test
    void placesAndQuotesFit() {
        english.forEach((key, sentence) -> {
            var translated = chinese.getOrDefault(key, sentence);
            assertThat(places(translated)).as("places of %s", key).hasSameSizeAs(places(sentence));
            for (var text : new String[] { sentence, translated }) {
                if (!places(text).isEmpty()) {
                    assertThat(LONELY_QUOTE.matcher(text).find()).as("%s: a quote beside places is written twice", key)
                        .isFalse();
                }
            }
        });
    }

    /** “1 complaint”, not “1 complaints”: numbers of one are said in the singular. */
    @Test
    void oneIsNotMany() {
        var counted = english.entrySet().stream().filter(it -> it.getValue().contains(",choice,")).toList();
        assertThat(counted).hasSizeGreaterThan(150);
        assertThat(counted).allSatisfy(it -> {
            var said = new MessageFormat(it.getValue(), Locale.ENGLISH).format(Collections.nCopies(9, 1).toArray());
            assertThat(MANY_OF_ONE.matcher(said).find()).as("%s: %s", it.getKey(), said).isFalse();
        });
    }

    /** The log of changes filters by kind of record, in words. */
    @Test
    void everyKindOfRecordThatHasAHistoryCanBeFilteredByName() {
        var kinds = found(Pattern.compile("timeline\\.([A-Z_]+)\\.[A-Z_]+"), String.join(" ", english.keySet()));
        var filter = Sources
            .text(Sources.module("web").resolve("src/main/java/io/cesm/web/audit/AuditController.java"));
        assertThat(kinds).isNotEmpty().allSatisfy(kind -> {
            assertThat(english).containsKey("audit.type." + kind);
            assertThat(filter).contains('"' + kind + '"');
        });
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(it -> it.group(1)).collect(Collectors.toSet());
    }

    private static boolean used(String key, Set<String> words, Set<String> beginnings) {
        if (words.contains(key) || FOUND_BY_CONVENTION.matcher(key).matches()) {
            return true;
        }
        if (key.startsWith("refusal.") && words.contains(key.substring("refusal.".length()))) {
            return true;
        }
        for (int dot = key.indexOf('.'); dot > 0; dot = key.indexOf('.', dot + 1)) {
            if (beginnings.contains(key.substring(0, dot + 1))) {
                return true;
            }
        }
        return false;
    }

    private static TreeSet<String> places(String sentence) {
        var places = new TreeSet<String>();
        PLACE.matcher(sentence).results().forEach(found -> places.add(found.group(1)));
        return places;
    }

    private static TreeSet<String> missing(Map<String, String> from, Map<String, String> in) {
        var keys = new TreeSet<>(from.keySet());
        keys.removeAll(in.keySet());
        return keys;
    }

    private static Map<String, String> words(String language) {
        var words = new TreeMap<String, String>();
        for (var file : Sources.below(BUNDLES, ".properties")) {
            if (file.toString().endsWith("_zh.properties") == language.equals("_zh")) {
                var bundle = new Properties();
                try (var reader = Files.newBufferedReader(file)) {
                    bundle.load(reader);
                }
                catch (IOException ex) {
                    throw new UncheckedIOException(ex);
                }
                bundle.stringPropertyNames().forEach(key -> words.put(key, bundle.getProperty(key)));
            }
        }
        return words;
    }

}
