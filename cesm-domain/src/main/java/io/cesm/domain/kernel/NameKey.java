package io.cesm.domain.kernel;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Folds a name for comparing and sorting: full width, case, accents and spaces do not
 * count.
 */
public final class NameKey {

    private NameKey() {
    }

    public static String of(String name) {
        var folded = fold(name);
        var out = new StringBuilder(folded.length());
        folded.codePoints().filter(Character::isLetterOrDigit).forEach(out::appendCodePoint);
        return out.isEmpty() ? folded.strip() : out.toString();
    }

    /** Compatibility form, lower case, without accents on Latin letters. */
    static String fold(String text) {
        var decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var out = new StringBuilder(decomposed.length());
        decomposed.codePoints().filter(c -> !(c >= 0x0300 && c <= 0x036F)).forEach(out::appendCodePoint);
        return Normalizer.normalize(out, Normalizer.Form.NFC);
    }

}
