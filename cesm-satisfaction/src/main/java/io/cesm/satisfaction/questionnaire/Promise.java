package io.cesm.satisfaction.questionnaire;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What greetings say about who will know who said what. The page on which is answered
 * says it in every mode itself; a greeting that says it too is wrong as soon as the mode
 * is another.
 */
final class Promise {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern ANONYMOUS = Pattern
        .compile("匿名|不记名|无法(得知|知道)是谁|\\banonym\\w*|nobody can (find out|tell) who", FLAGS);

    private static final Pattern CONFIDENTIAL = Pattern
        .compile("保密|只有[^。，；]{0,16}(看到|看见|知道)|\\bconfidential\\w*|only [^.,;]{0,50}\\bsees?\\b", FLAGS);

    private static final Pattern NAMED = Pattern.compile("实名|会看到您的姓名|with your name", FLAGS);

    private static final Map<Anonymity, Pattern> WORDS = new EnumMap<>(
            Map.of(Anonymity.ANONYMOUS, ANONYMOUS, Anonymity.CONFIDENTIAL, CONFIDENTIAL, Anonymity.NAMED, NAMED));

    private Promise() {
    }

    /** The words that promise another mode than the one that holds. */
    static Optional<String> broken(String text, Anonymity mode) {
        for (var each : WORDS.entrySet()) {
            var met = each.getValue().matcher(text);
            if (each.getKey() != mode && met.find()) {
                return Optional.of(met.group());
            }
        }
        return Optional.empty();
    }

}
