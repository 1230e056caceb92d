package io.cesm.domain.kernel;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Turns text into search tokens. Han, kana and Hangul runs become overlapping pairs (plus
 * the last character alone), so that two-character words are found; other runs of letters
 * or digits become folded words.
 */
public final class SearchText {

    private static final int MAX_TOKENS = 2_000;

    private static final int MAX_WORD = 60;

    private static final int SHORTEST_BEGINNING = 3;

    private SearchText() {
    }

    /** Tokens to store, for SQL {@code array_to_tsvector(:tokens)}. */
    public static String[] tokens(@Nullable String... texts) {
        Set<String> tokens = new LinkedHashSet<>();
        for (var text : texts) {
            if (text != null) {
                runs(text).forEach(run -> store(run, tokens));
            }
        }
        return tokens.stream().limit(MAX_TOKENS).toArray(String[]::new);
    }

    /**
     * The query for what a person typed, for SQL {@code search @@ cast(:q as tsquery)}:
     * every token must occur, words by their beginning. Very short words before others
     * must occur as they are: half of all records have a word that begins with e.
     * @return null if there is nothing to search for
     */
    public static @Nullable String query(@Nullable String text) {
        if (text == null) {
            return null;
        }
        List<String> terms = new ArrayList<>();
        var runs = runs(text);
        for (int i = 0; i < runs.size(); i++) {
            ask(runs.get(i), i == runs.size() - 1, terms);
        }
        return terms.isEmpty() ? null : terms.stream().distinct().limit(40).collect(Collectors.joining(" & "));
    }

    private static void store(Run run, Set<String> tokens) {
        if (!run.han()) {
            tokens.add(run.text());
            return;
        }
        var c = run.text().codePoints().toArray();
        for (int i = 0; i + 1 < c.length; i++) {
            tokens.add(new String(c, i, 2));
        }
        tokens.add(new String(c, c.length - 1, 1));
    }

    private static void ask(Run run, boolean last, List<String> terms) {
        var c = run.text().codePoints().toArray();
        if (!run.han() || c.length == 1) {
            var whole = !run.han() && !last && c.length < SHORTEST_BEGINNING;
            terms.add("'" + run.text() + (whole ? "'" : "':*"));
            return;
        }
        for (int i = 0; i + 1 < c.length; i++) {
            terms.add("'" + new String(c, i, 2) + "'");
        }
    }

    private static List<Run> runs(String text) {
        List<Run> runs = new ArrayList<>();
        var word = new StringBuilder();
        boolean han = false;
        for (int c : NameKey.fold(text).codePoints().toArray()) {
            boolean letter = Character.isLetterOrDigit(c);
            boolean isHan = letter && ideographic(c);
            if (!word.isEmpty() && (!letter || isHan != han)) {
                runs.add(run(word, han));
            }
            if (letter) {
                han = isHan;
                word.appendCodePoint(c);
            }
        }
        if (!word.isEmpty()) {
            runs.add(run(word, han));
        }
        return runs;
    }

    private static Run run(StringBuilder word, boolean han) {
        var text = word.toString();
        word.setLength(0);
        return new Run(han || text.length() <= MAX_WORD ? text : text.substring(0, MAX_WORD), han);
    }

    private static boolean ideographic(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> false;
        };
    }

    private record Run(String text, boolean han) {
    }

}
