package io.cesm.satisfaction.voice;

import java.util.List;
import java.util.Locale;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Texts;

/**
 * Something customers write about.
 *
 * @param words whoever writes one of them writes about it; English words match by their
 * beginning
 */
public record Theme(String code, String name, String nameEn, List<String> words, boolean active, int sort,
        long version) {

    private static final int MOST_WORDS = 200;

    public Theme {
        if (code == null || !code.matches("[a-z][a-z0-9_]{1,39}")) {
            throw new FieldRefusal("code", "voice.theme.code");
        }
        name = Texts.required(name, 40, "name");
        nameEn = Texts.required(nameEn, 40, "nameEn");
        words = words.stream()
            .map(Texts::clean)
            .map(it -> it.toLowerCase(Locale.ROOT))
            .filter(it -> !it.isEmpty())
            .distinct()
            .toList();
        if (words.isEmpty()) {
            throw new FieldRefusal("words", "text.required");
        }
        if (words.size() > MOST_WORDS) {
            throw new FieldRefusal("words", "voice.theme.many_words", MOST_WORDS);
        }
        words.forEach(it -> Texts.required(it, 40, "words"));
        if (sort < 0 || sort > 9999) {
            throw new FieldRefusal("sort", "number.range", 0, 9999);
        }
    }

    public String name(Locale locale) {
        return locale.getLanguage().equals("zh") ? name : nameEn;
    }

    /** Whether a text, in lower case, is about it. */
    boolean isIn(String text) {
        return words.stream().anyMatch(word -> contains(text, word));
    }

    private static boolean contains(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            if (word.charAt(0) >= 0x2E80 || at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1))
                    || text.charAt(at - 1) >= 0x2E80) {
                return true;
            }
        }
        return false;
    }

}
