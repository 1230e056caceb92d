package io.cesm.web.topissue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.cesm.governance.topissue.MeasuringTopIssues;
import org.springframework.stereotype.Component;

/** What survey items are called, so that nobody has to know their keys. */
@Component
class SurveyItemNames {

    private static final int LONGEST = 60;

    private final MeasuringTopIssues measuring;

    SurveyItemNames(MeasuringTopIssues measuring) {
        this.measuring = measuring;
    }

    /** The items there are, each with the words of its question in a language. */
    Map<String, String> all(Locale locale) {
        Map<String, String> names = new LinkedHashMap<>();
        measuring.items()
            .forEach((key, words) -> names.put(key, brief(words.in(locale.getLanguage(), List.of("zh", "en")))));
        return names;
    }

    private static String brief(String words) {
        var text = words.replaceAll("\\{\\{[^}]*}}", "…").strip();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

}
