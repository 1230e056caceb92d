package io.cesm.domain.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Judges texts that people give: stripped, without control characters, of bounded length.
 */
public final class Texts {

    private Texts() {
    }

    /**
     * A text that has to be there.
     * @param max longest allowed length in characters
     * @throws FieldRefusal if it is blank or too long
     */
    public static String required(@Nullable String text, int max, String field) {
        var clean = optional(text, max, field);
        if (clean == null) {
            throw new FieldRefusal(field, "text.required");
        }
        return clean;
    }

    /**
     * A text that may be missing; blank counts as missing.
     * @param max longest allowed length in characters
     * @throws FieldRefusal if it is too long
     */
    public static @Nullable String optional(@Nullable String text, int max, String field) {
        if (text == null) {
            return null;
        }
        var clean = clean(text);
        if (clean.isEmpty()) {
            return null;
        }
        if (clean.length() > max) {
            throw new FieldRefusal(field, "text.too_long", max, clean.length());
        }
        return clean;
    }

    /**
     * The text without what nobody can see: control characters other than line break and
     * tab, lone surrogates, direction overrides.
     */
    public static String clean(String text) {
        var out = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
            .replace('\r', '\n')
            .codePoints()
            .filter(Texts::visible)
            .forEach(out::appendCodePoint);
        return out.toString().strip();
    }

    private static boolean visible(int c) {
        if (c == '\n' || c == '\t') {
            return true;
        }
        boolean override = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        return !Character.isISOControl(c) && !override && Character.getType(c) != Character.SURROGATE && c != 0xFEFF;
    }

}
