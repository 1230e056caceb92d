package io.cesm.satisfaction.figures;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a feature is to all customers together, with the coefficients of Berger et al.
 * (1993).
 *
 * @param category the most frequent one; ties go to the one that demands more (M, O, A,
 * I); null without answers
 * @param better {@code (A + O)/(A + O + M + I)}, 0 … 1: how much it pleases to have it
 * @param worse {@code −(O + M)/(A + O + M + I)}, −1 … 0: how much it annoys to miss it
 * @param reverse share in percent of all answers
 * @param questionable share in percent of all answers
 */
public record Kano(Map<KanoCategory, Long> counts, @Nullable KanoCategory category, Figure better, Figure worse,
        Figure reverse, Figure questionable) {

    /** The two answers of one person. */
    public record Pair(KanoAnswer with, KanoAnswer without) {
    }

    public Kano {
        counts = Map.copyOf(counts);
    }

    public static Kano ofPairs(List<Pair> pairs, Confidence confidence) {
        var counts = new EnumMap<KanoCategory, Long>(KanoCategory.class);
        pairs.forEach(pair -> counts.merge(KanoCategory.of(pair.with(), pair.without()), 1L, Long::sum));
        return ofCounts(counts, confidence);
    }

    public static Kano ofCounts(Map<KanoCategory, Long> counts, Confidence confidence) {
        var all = new EnumMap<KanoCategory, Long>(KanoCategory.class);
        long n = 0;
        KanoCategory most = null;
        for (var category : KanoCategory.values()) {
            long count = counts.getOrDefault(category, 0L);
            if (count < 0) {
                throw new IllegalArgumentException("No category has fewer than 0 answers");
            }
            all.put(category, count);
            n += count;
            if (count > 0 && (most == null || count > all.getOrDefault(most, 0L))) {
                most = category;
            }
        }
        long reverse = all.getOrDefault(KanoCategory.REVERSE, 0L);
        long questionable = all.getOrDefault(KanoCategory.QUESTIONABLE, 0L);
        long clear = n - reverse - questionable;
        long one = all.getOrDefault(KanoCategory.ONE_DIMENSIONAL, 0L);
        return new Kano(all, most,
                coefficient(all.getOrDefault(KanoCategory.ATTRACTIVE, 0L) + one, clear, 0.01, confidence),
                coefficient(all.getOrDefault(KanoCategory.MUST_BE, 0L) + one, clear, -0.01, confidence),
                Share.of(reverse, n, confidence), Share.of(questionable, n, confidence));
    }

    private static Figure coefficient(long hits, long clear, double perPercent, Confidence confidence) {
        return Share.of(hits, clear, confidence).scaled(FigureMethod.KANO_COEFFICIENT, 0, perPercent);
    }

}
