package io.cesm.domain.complaint;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The texts of mails about complaints, in the language of who gets them. */
final class CaseMailTexts {

    static final String LINK = "{{link}}";

    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");

    private static final Map<String, Text> TEXTS = read();

    private static final Map<String, ResourceBundle> LINES = Map.of("zh", lines("zh"), "en", lines("en"));

    private CaseMailTexts() {
    }

    record Text(String subject, String body) {
    }

    /** What nobody knows stays away; a value is never read as a place. */
    static Text fill(CaseMail.Kind kind, String language, Map<String, @Nullable String> known) {
        var text = TEXTS.get(kind + "." + language);
        if (text == null) {
            throw new IllegalStateException("There is no mail " + kind + " in " + language);
        }
        return new Text(line(fill(text.subject, known)), fill(text.body, known));
    }

    /** A sentence that stands in some mails. */
    static String sentence(String key, String language, @Nullable String value) {
        var lines = LINES.get(language);
        return lines == null ? "" : MessageFormat.format(lines.getString(key), value);
    }

    private static ResourceBundle lines(String language) {
        try (var in = CaseMailTexts.class.getResourceAsStream("/complaint-mails/lines." + language + ".properties")) {
            if (in == null) {
                throw new IllegalStateException("There are no sentences in " + language);
            }
            return new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static String fill(String text, Map<String, @Nullable String> known) {
        return PLACE.matcher(text).replaceAll(it -> {
            if (it.group().equals(LINK)) {
                return Matcher.quoteReplacement(LINK);
            }
            var value = known.get(it.group(1));
            return Matcher.quoteReplacement(value == null ? "" : value.replace("{{", "{ {"));
        });
    }

    /** One line without what could begin another header. */
    static String line(String text) {
        var line = text.replaceAll("[\\p{Cntrl}]+", " ").strip();
        return line.length() > 380 ? line.substring(0, 380) : line;
    }

    private static Map<String, Text> read() {
        Map<String, Text> texts = new HashMap<>();
        for (var kind : CaseMail.Kind.values()) {
            for (var language : new String[] { "zh", "en" }) {
                texts.put(kind + "." + language, read(kind.name().toLowerCase(Locale.ROOT), language));
            }
        }
        return Map.copyOf(texts);
    }

    private static Text read(String kind, String language) {
        try (var in = CaseMailTexts.class.getResourceAsStream("/complaint-mails/" + kind + "." + language + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("There is no mail " + kind + " in " + language);
            }
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
            var end = text.indexOf('\n');
            return new Text(text.substring(0, end).strip(), text.substring(end + 1).strip());
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
