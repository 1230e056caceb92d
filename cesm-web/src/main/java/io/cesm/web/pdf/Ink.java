package io.cesm.web.pdf;

import java.awt.Color;
import java.util.Map;

/** The colours of the pages, on white paper. */
final class Ink {

    static final Color TEXT = new Color(0x1d2530);

    static final Color QUIET = new Color(0x505b6b);

    static final Color LINE = new Color(0xdfe3e9);

    static final Color STRONG_LINE = new Color(0x808b9a);

    static final Color SOFT = new Color(0xf5f6f8);

    static final Color ACCENT = new Color(0x2a5aa8);

    static final Color MINUS = new Color(0xc8553d);

    static final Color PLUS = new Color(0x2e8b57);

    private static final Color E = new Color(0x4b5fa8);

    private static final Color C = new Color(0x3e8bc9);

    private static final Color D = new Color(0x2a9d8f);

    private static final Color P = new Color(0xe09f3e);

    private static final Map<String, Color> NAMED = Map.ofEntries(Map.entry("E", E), Map.entry("C", C),
            Map.entry("D", D), Map.entry("P", P), Map.entry("minus", MINUS), Map.entry("plus", PLUS),
            Map.entry("accent", ACCENT), Map.entry("line-strong", STRONG_LINE), Map.entry("c", C));

    private static final Color[] SERIES = { E, D, P, MINUS, C, PLUS, STRONG_LINE, ACCENT };

    private Ink() {
    }

    /** The colour of a name, or of a place in a series (1 to 8). */
    static Color named(String name, int place) {
        var known = NAMED.get(name);
        if (known != null) {
            return known;
        }
        return name.matches("[1-8]") ? SERIES[Integer.parseInt(name) - 1] : SERIES[place % SERIES.length];
    }

    /** Between two colours. */
    static Color mix(Color from, Color to, double share) {
        var part = Math.clamp(share, 0, 1);
        return new Color(mix(from.getRed(), to.getRed(), part), mix(from.getGreen(), to.getGreen(), part),
                mix(from.getBlue(), to.getBlue(), part));
    }

    private static int mix(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }

}
