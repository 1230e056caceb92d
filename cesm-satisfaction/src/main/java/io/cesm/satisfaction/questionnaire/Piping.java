package io.cesm.satisfaction.questionnaire;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Puts what is known into a text: <code>{{customer|your company}}</code> becomes the
 * customer's name, or what stands behind the bar. Also ids of earlier questions, and
 * <code>{{each}}</code> inside a repeated block.
 */
final class Piping {

    static final String EACH = "each";

    private static final Pattern PLACE = Pattern
        .compile("\\{\\{\\s*([a-z][a-z0-9_]{0,40})\\s*(?:\\|([^{}|]{0,80}))?}}");

    private Piping() {
    }

    /** The names a text asks for. */
    static List<String> names(String text) {
        return PLACE.matcher(text).results().map(it -> it.group(1)).toList();
    }

    static String fill(String text, Map<String, String> known) {
        return text.indexOf('{') < 0 ? text : PLACE.matcher(text).replaceAll(place -> quote(known, place));
    }

    private static String quote(Map<String, String> known, MatchResult place) {
        @Nullable String value = known.get(place.group(1));
        @Nullable String instead = place.group(2);
        return java.util.regex.Matcher.quoteReplacement(value != null ? value : instead != null ? instead : "…");
    }

}
