package io.cesm.domain.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.cesm.domain.kernel.NameKey;

/** Guesses from the words above the columns what they hold. */
final class HeaderGuess {

    private record Match(int column, Target target, int score) {
    }

    private HeaderGuess() {
    }

    /**
     * Target codes by column; the surest guesses first, no target twice that may not be.
     */
    static Map<Integer, String> of(List<String> header, List<Target> targets) {
        List<Match> matches = new ArrayList<>();
        for (int column = 0; column < header.size(); column++) {
            var word = NameKey.of(header.get(column));
            for (var target : targets) {
                int score = score(word, target);
                if (score > 0) {
                    matches.add(new Match(column, target, score));
                }
            }
        }
        matches.sort(Comparator.comparingInt(Match::score).reversed().thenComparingInt(Match::column));
        Map<Integer, String> mapping = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (var match : matches) {
            boolean free = match.target().many() || !taken.contains(match.target().code());
            if (free && !mapping.containsKey(match.column())) {
                mapping.put(match.column(), match.target().code());
                taken.add(match.target().code());
            }
        }
        return mapping;
    }

    private static int score(String word, Target target) {
        if (word.isEmpty()) {
            return 0;
        }
        int best = 0;
        for (var each : words(target)) {
            var known = NameKey.of(each);
            if (word.equals(known)) {
                return 100;
            }
            int shortest = isHan(known) ? 2 : 4;
            if (known.length() >= shortest && word.startsWith(known)) {
                best = Math.max(best, 40 + 40 * known.length() / word.length());
            }
            else if (known.length() >= shortest && word.endsWith(known)) {
                best = Math.max(best, 30 + 40 * known.length() / word.length());
            }
        }
        return best >= 50 ? best : 0;
    }

    private static boolean isHan(String word) {
        return !word.isEmpty() && Character.isIdeographic(word.codePointAt(0));
    }

    private static List<String> words(Target target) {
        List<String> words = new ArrayList<>(target.synonyms());
        words.add(target.code());
        words.add(target.label().zh());
        words.add(target.label().en());
        return words;
    }

}
