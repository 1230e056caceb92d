package io.cesm.satisfaction.fielding;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.cesm.domain.kernel.FieldRefusal;

/** The names that may stand in a mail, and filling them in. */
final class MailPlaces {

    static final Set<String> NAMES = Set.of("contact", "customer", "sender", "survey", "case", "closes", "link",
            "stop");

    private static final Pattern PLACE = Pattern.compile("\\{\\{([^{}]{0,60})}}");

    private MailPlaces() {
    }

    static void judge(String text, String field) {
        PLACE.matcher(text).results().map(it -> it.group(1).strip()).filter(it -> !NAMES.contains(it)).forEach(it -> {
            throw new FieldRefusal(field, "fielding.unknown_place", it);
        });
    }

    /** What nobody knows stays away; a value is never read as a place. */
    static String fill(String text, Map<String, String> known) {
        return PLACE.matcher(text)
            .replaceAll(it -> Matcher.quoteReplacement(known.getOrDefault(it.group(1).strip(), "")));
    }

}
