package io.cesm.satisfaction.voice;

import java.util.List;
import java.util.Locale;

/** Themes and words of feeling as they stand at one moment. */
record Dictionary(List<Theme> themes, Lexicon lexicon, int revision) {

    /** What a comment is about, and how it feels. */
    record Reading(List<String> themes, int sentiment) {
    }

    Reading read(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return new Reading(themes.stream().filter(Theme::active).filter(it -> it.isIn(lower)).map(Theme::code).toList(),
                Sentiment.of(text, lexicon).sign());
    }

}
