package io.cesm.satisfaction.voice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.springframework.core.io.ClassPathResource;

/**
 * Words that carry a feeling, turn one round, or make it stronger; in Chinese and
 * English.
 *
 * @param feelings weight by word, negative for bad
 * @param longest length of the longest Chinese entry
 */
public record Lexicon(Map<String, Double> feelings, Set<String> negations, Map<String, Double> degrees,
        Set<String> turns, int longest) {

    private static final Lexicon SHIPPED = read();

    /** The words that come with the program. */
    public static Lexicon shipped() {
        return SHIPPED;
    }

    /** These words with others added; a weight of 0 takes a word away. */
    Lexicon with(Map<String, Double> own) {
        if (own.isEmpty()) {
            return this;
        }
        Map<String, Double> more = new HashMap<>(feelings);
        own.forEach((word, weight) -> {
            if (weight == 0) {
                more.remove(word);
            }
            else {
                more.put(word.toLowerCase(Locale.ROOT), weight);
            }
        });
        return of(more, negations, degrees, turns);
    }

    private static Lexicon of(Map<String, Double> feelings, Set<String> negations, Map<String, Double> degrees,
            Set<String> turns) {
        int longest = 1;
        for (var words : java.util.List.of(feelings.keySet(), negations, degrees.keySet(), turns)) {
            longest = Math.max(longest, words.stream().mapToInt(String::length).max().orElse(1));
        }
        return new Lexicon(Map.copyOf(feelings), Set.copyOf(negations), Map.copyOf(degrees), Set.copyOf(turns),
                longest);
    }

    private static Lexicon read() {
        Map<String, Double> feelings = new HashMap<>();
        Map<String, Double> degrees = new HashMap<>();
        Set<String> negations = new HashSet<>();
        Set<String> turns = new HashSet<>();
        for (var line : lines()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            var rest = line.substring(1).strip();
            switch (line.charAt(0)) {
                case '!' -> negations.add(rest);
                case '>' -> turns.add(rest);
                case '*' -> degrees.put(after(rest), Double.valueOf(before(rest)));
                default -> feelings.put(after(line), Double.valueOf(before(line)));
            }
        }
        return of(feelings, negations, degrees, turns);
    }

    private static String before(String line) {
        return line.substring(0, line.indexOf(' '));
    }

    private static String after(String line) {
        return line.substring(line.indexOf(' ') + 1).strip();
    }

    private static String[] lines() {
        try (var in = new ClassPathResource("voice/lexicon.txt").getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n");
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
