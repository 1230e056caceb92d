package io.cesm.satisfaction.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * How a comment feels, by counting words: each has its weight, “not” before it turns it
 * round, “very” makes it stronger, and what comes after “but” counts more. It knows no
 * irony and no context; its measured accuracy stands in the guide.
 *
 * @param score sum of the weights
 * @param words the words it was judged by
 */
public record Sentiment(double score, List<String> words) {

    private static final double CERTAIN = 0.35;

    /** How many words a negation reaches over. */
    private static final int REACH = 3;

    private static final double TURNED = -0.9;

    private static final double AFTER_BUT = 1.6;

    public Sentiment {
        words = List.copyOf(words);
    }

    /** −1 for bad, 1 for good, 0 if it says neither. */
    public int sign() {
        return score >= CERTAIN ? 1 : score <= -CERTAIN ? -1 : 0;
    }

    /** Judges a text. */
    public static Sentiment of(String text, Lexicon lexicon) {
        double score = 0;
        double but = 1;
        var found = new ArrayList<String>();
        for (var clause : text.toLowerCase(Locale.ROOT).split("[，。！？；：,.!?;:\\n…~～]+|\\s{2,}")) {
            var words = Scanner.words(clause, lexicon);
            if (words.stream().anyMatch(lexicon.turns()::contains)) {
                but = AFTER_BUT;
            }
            score += but * clause(words, lexicon, found);
        }
        return new Sentiment(score, found);
    }

    private static double clause(List<String> words, Lexicon lexicon, List<String> found) {
        double sum = 0;
        for (int i = 0; i < words.size(); i++) {
            var weight = lexicon.feelings().get(words.get(i));
            if (weight != null) {
                sum += weight * around(words, i, lexicon);
                found.add(words.get(i));
            }
        }
        return sum;
    }

    private static double around(List<String> words, int at, Lexicon lexicon) {
        double factor = 1;
        for (int i = at - 1; i >= 0 && i >= at - REACH; i--) {
            var word = words.get(i);
            @Nullable Double degree = lexicon.degrees().get(word);
            if (lexicon.negations().contains(word)) {
                factor *= TURNED;
            }
            else if (degree != null && i >= at - 2) {
                factor *= degree;
            }
            else if (lexicon.feelings().containsKey(word)) {
                break;
            }
        }
        return factor;
    }

    /**
     * Cuts a clause into the longest words the lexicon knows; what it does not know stays
     * single.
     */
    static final class Scanner {

        private Scanner() {
        }

        static List<String> words(String clause, Lexicon lexicon) {
            var words = new ArrayList<String>();
            int i = 0;
            while (i < clause.length()) {
                char c = clause.charAt(i);
                if (Character.isWhitespace(c)) {
                    i++;
                }
                else if (isLatin(c)) {
                    int end = i;
                    while (end < clause.length() && (isLatin(clause.charAt(end)) || clause.charAt(end) == '\'')) {
                        end++;
                    }
                    words.add(clause.substring(i, end));
                    i = end;
                }
                else {
                    var word = longest(clause, i, lexicon);
                    words.add(word);
                    i += word.length();
                }
            }
            return words;
        }

        private static String longest(String clause, int from, Lexicon lexicon) {
            for (int end = Math.min(clause.length(), from + lexicon.longest()); end > from + 1; end--) {
                var word = clause.substring(from, end);
                if (lexicon.feelings().containsKey(word) || lexicon.negations().contains(word)
                        || lexicon.degrees().containsKey(word) || lexicon.turns().contains(word)) {
                    return word;
                }
            }
            return clause.substring(from, from + 1);
        }

        private static boolean isLatin(char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
        }

    }

}
