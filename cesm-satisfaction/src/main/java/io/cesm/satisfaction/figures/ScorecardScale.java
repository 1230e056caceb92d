package io.cesm.satisfaction.figures;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.cesm.domain.kernel.Refusal;

/**
 * How a customer's own scorecard becomes 0–100. What has not been received is missing,
 * not 0.
 *
 * @param worst the mark at 0
 * @param best the mark at 100; below the worst where small numbers are good
 * @param letters letters or colours of the customer and their levels on 0–100; empty if
 * the customer gives numbers
 */
public record ScorecardScale(double worst, double best, Map<String, Double> letters) {

    /**
     * @throws Refusal {@code figures.scale_flat} if both ends are the same,
     * {@code figures.off_scale} for a letter outside of 0–100
     */
    public ScorecardScale {
        if (!Double.isFinite(worst) || !Double.isFinite(best) || worst == best) {
            throw new Refusal("figures.scale_flat", worst, best);
        }
        var folded = new TreeMap<String, Double>(String.CASE_INSENSITIVE_ORDER);
        letters.forEach((letter, level) -> {
            if (!(level >= 0 && level <= 100)) {
                throw new Refusal("figures.off_scale", level, 0, 100);
            }
            folded.put(letter.strip(), level);
        });
        letters = Collections.unmodifiableMap(folded);
    }

    public static ScorecardScale ofNumbers(double min, double max, boolean moreIsBetter) {
        if (!(min < max)) {
            throw new Refusal("figures.scale_flat", min, max);
        }
        return new ScorecardScale(moreIsBetter ? min : max, moreIsBetter ? max : min, Map.of());
    }

    public static ScorecardScale ofLetters(Map<String, Double> letters) {
        return new ScorecardScale(0, 100, letters);
    }

    /**
     * @return 0–100
     * @throws Refusal {@code figures.off_scale} for a number outside of the scale
     */
    public double level(double number) {
        double level = 100 * (number - worst) / (best - worst);
        if (!(level >= -1e-9 && level <= 100 + 1e-9)) {
            throw new Refusal("figures.off_scale", number, Math.min(worst, best), Math.max(worst, best));
        }
        return Math.clamp(level, 0, 100);
    }

    /**
     * @return 0–100
     * @throws Refusal {@code figures.letter_unknown}
     */
    public double level(String letter) {
        Double level = letters.get(letter.strip());
        if (level == null) {
            throw new Refusal("figures.letter_unknown", letter);
        }
        return level;
    }

    /**
     * One line of a scorecard.
     *
     * @param weight from 0
     * @param level 0–100; null if it has not been received
     */
    public record Line(String name, double weight, @Nullable Double level) {

        public Line {
            if (!(weight >= 0)) {
                throw new Refusal("figures.weight_negative", weight);
            }
        }

    }

    /** The weighted mean of the lines that were received; null if none was. */
    public static @Nullable Double total(List<Line> lines) {
        double weights = 0;
        double sum = 0;
        for (var line : lines) {
            if (line.level() != null) {
                weights += line.weight();
                sum += line.weight() * line.level();
            }
        }
        return (weights > 0) ? sum / weights : null;
    }

}
