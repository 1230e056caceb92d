package io.cesm.satisfaction.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.cesm.domain.kernel.NameKey;

/** Finds columns again by what stands above them, also when the words have changed. */
final class Likeness {

    private static final double ENOUGH = 0.55;

    private record Pair(int column, AnswerColumn target, double likeness) {
    }

    private Likeness() {
    }

    /**
     * Which column holds what.
     * @param last the heading each target had in the last file
     */
    static Map<Integer, String> match(List<String> header, List<AnswerColumn> targets, Map<String, String> last) {
        List<Pair> pairs = new ArrayList<>();
        for (int column = 0; column < header.size(); column++) {
            for (var target : targets) {
                double likeness = likeness(header.get(column), target, last.get(target.target()));
                if (likeness >= ENOUGH) {
                    pairs.add(new Pair(column, target, likeness));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::likeness).reversed().thenComparingInt(Pair::column));
        Map<Integer, String> mapping = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (var pair : pairs) {
            boolean exact = pair.likeness() >= 1 && pair.target().kind() == ColumnKind.MULTI;
            if (!mapping.containsKey(pair.column()) && (exact || !taken.contains(pair.target().target()))) {
                mapping.put(pair.column(), pair.target().target());
                taken.add(pair.target().target());
            }
        }
        return mapping;
    }

    private static double likeness(String heading, AnswerColumn target,
            @org.jspecify.annotations.Nullable String last) {
        var plain = heading.strip();
        if (plain.isEmpty()) {
            return 0;
        }
        if (plain.equals(last)) {
            return 1.1;
        }
        if (target.names().contains(plain)) {
            return 1;
        }
        double best = alike(plain, target.label().zh());
        for (var name : target.names()) {
            best = Math.max(best, alike(plain, name));
        }
        return Math.max(best, Math.max(alike(plain, target.key()), last == null ? 0 : alike(plain, last))) * 0.99;
    }

    /**
     * 0 to 1: the share of pairs of letters two texts have in common; numbers must agree.
     */
    static double alike(String a, String b) {
        var one = NameKey.of(a);
        var two = NameKey.of(b);
        if (one.equals(two)) {
            return 1;
        }
        if (!digits(one).equals(digits(two)) && !digits(one).isEmpty() && !digits(two).isEmpty()) {
            return 0;
        }
        if (one.length() < 2 || two.length() < 2) {
            return 0;
        }
        Map<String, Integer> bigrams = new HashMap<>();
        for (int i = 0; i + 2 <= one.length(); i++) {
            bigrams.merge(one.substring(i, i + 2), 1, Integer::sum);
        }
        int common = 0;
        for (int i = 0; i + 2 <= two.length(); i++) {
            if (bigrams.merge(two.substring(i, i + 2), -1, Integer::sum) >= 0) {
                common++;
            }
        }
        double dice = 2.0 * common / (one.length() + two.length() - 2);
        boolean within = Math.min(one.length(), two.length()) >= 4 && (one.contains(two) || two.contains(one));
        return within ? Math.max(dice, 0.6) : dice;
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }

}
