package io.cesm.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

class StyleTests {

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);

    private static final Pattern SELECTORS = Pattern.compile("([^{}@;]+)\\{");

    /** A comma that is not inside {@code :is(…)}. */
    private static final Pattern COMMA = Pattern.compile(",(?![^()]*\\))");

    private static final Pattern ONE_CLASS = Pattern.compile("\\.[A-Za-z][\\w-]*");

    @Test
    void noClassHasItsRulesInTwoSheets() {
        var sheets = Sources.below(Sources.resources().resolve("static/css"), ".css");
        var texts = new TreeMap<String, String>();
        sheets.forEach(sheet -> texts.put(String.valueOf(sheet.getFileName()), Sources.text(sheet)));

        assertThat(texts).hasSizeGreaterThan(4);
        assertThat(inTwoSheets(texts)).as("whichever is read last wins, and nobody sees it").isEmpty();
    }

    /** Classes with a rule of their own, alone and anywhere, in more than one sheet. */
    static Map<String, Set<String>> inTwoSheets(Map<String, String> sheets) {
        var found = new TreeMap<String, Set<String>>();
        sheets.forEach((sheet, text) -> SELECTORS.matcher(COMMENT.matcher(text).replaceAll(""))
            .results()
            .flatMap(it -> COMMA.splitAsStream(it.group(1)))
            .map(String::strip)
            .filter(it -> ONE_CLASS.matcher(it).matches())
            .forEach(it -> found.computeIfAbsent(it, name -> new TreeSet<>()).add(sheet)));
        found.values().removeIf(it -> it.size() < 2);
        return found;
    }

}
