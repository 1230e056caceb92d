package io.cesm.satisfaction.measure.scorecard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.Texts;
import io.cesm.satisfaction.figures.ScorecardScale;

/**
 * The scale of a customer: numbers between two ends, or letters and colours with their
 * levels.
 *
 * @param worst the mark worth 0; null for letters
 * @param best the mark worth 100; smaller than the worst where small numbers are good
 */
public record Marks(@Nullable BigDecimal worst, @Nullable BigDecimal best, List<Letter> letters) {

    private static final int LONGEST = 40;

    /** A letter or colour and what it is worth on 0–100. */
    public record Letter(String mark, BigDecimal level) {
    }

    public Marks {
        letters = List.copyOf(letters);
        if ((worst == null) != (best == null) || (worst == null && letters.size() < 2)) {
            throw new FieldRefusal(letters.isEmpty() ? "best" : "letters", "scorecard.scale");
        }
        if (worst != null && best != null && worst.compareTo(best) == 0) {
            throw new FieldRefusal("best", "scorecard.scale_flat");
        }
        var marks = new HashSet<String>();
        for (var letter : letters) {
            if (!marks.add(letter.mark().toLowerCase(java.util.Locale.ROOT))) {
                throw new FieldRefusal("letters", "scorecard.letter_twice", letter.mark());
            }
            if (letter.level().signum() < 0 || letter.level().compareTo(BigDecimal.valueOf(100)) > 0) {
                throw new FieldRefusal("letters", "scorecard.letter_level", letter.mark());
            }
        }
    }

    public static Marks numbers(BigDecimal worst, BigDecimal best) {
        return new Marks(worst, best, List.of());
    }

    /** Reads letters written one per line as {@code A = 100}. */
    public static List<Letter> letters(@Nullable String text) {
        List<Letter> letters = new ArrayList<>();
        for (var line : (text == null ? "" : text).split("\n")) {
            if (line.isBlank()) {
                continue;
            }
            int at = line.lastIndexOf('=');
            try {
                letters.add(new Letter(Texts.required(at < 0 ? "" : line.substring(0, at), LONGEST, "letters"),
                        new BigDecimal(line.substring(at + 1).strip())));
            }
            catch (NumberFormatException ex) {
                throw new FieldRefusal("letters", "scorecard.letter_line",
                        line.strip().length() > 60 ? line.strip().substring(0, 60) : line.strip());
            }
        }
        if (letters.size() > 30) {
            throw new FieldRefusal("letters", "scorecard.too_many_letters", 30);
        }
        return letters;
    }

    /** The letters as lines. */
    public String letterLines() {
        return String.join("\n",
                letters.stream()
                    .map(it -> it.mark() + " = " + it.level().stripTrailingZeros().toPlainString())
                    .toList());
    }

    public boolean isNumbers() {
        return worst != null;
    }

    /**
     * What a mark is worth on 0–100.
     * @throws FieldRefusal if the customer's scale has no such mark
     */
    public BigDecimal level(String mark, String field) {
        try {
            var plain = mark.strip();
            double level = isNumbers() ? scale().level(number(plain, field)) : scale().level(plain);
            return BigDecimal.valueOf(level).setScale(6, RoundingMode.HALF_UP);
        }
        catch (FieldRefusal told) {
            throw told;
        }
        catch (Refusal off) {
            throw new FieldRefusal(field, off.code(), off.args().toArray());
        }
    }

    private static double number(String mark, String field) {
        try {
            var number = new BigDecimal(mark.replace(',', '.').replace("%", "").strip());
            if (number.precision() <= 15 && Math.abs(number.scale()) <= 8) {
                return number.doubleValue();
            }
        }
        catch (NumberFormatException ex) {
            // told below
        }
        throw new FieldRefusal(field, "answers.no_number", mark.length() > 40 ? mark.substring(0, 40) : mark);
    }

    private ScorecardScale scale() {
        var from = worst;
        var to = best;
        if (from != null && to != null) {
            return new ScorecardScale(from.doubleValue(), to.doubleValue(), Map.of());
        }
        Map<String, Double> levels = new LinkedHashMap<>();
        letters.forEach(it -> levels.put(it.mark(), it.level().doubleValue()));
        return ScorecardScale.ofLetters(levels);
    }

}
