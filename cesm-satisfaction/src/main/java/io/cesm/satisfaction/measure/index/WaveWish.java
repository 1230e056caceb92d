package io.cesm.satisfaction.measure.index;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Texts;

/** The scores of one publication, by brand. */
public record WaveWish(String label, LocalDate publishedOn, Map<String, BigDecimal> scores) {

    public WaveWish {
        label = Texts.required(label, 40, "label");
        if (publishedOn.getYear() < 1990 || publishedOn.getYear() > 2100) {
            throw new FieldRefusal("publishedOn", "import.no_day");
        }
        Map<String, BigDecimal> kept = new LinkedHashMap<>();
        scores.forEach((brand, score) -> kept.put(Texts.required(brand, 120, "scores"), score));
        if (kept.isEmpty() || kept.size() > 200) {
            throw new FieldRefusal("scores", "index.scores", 200);
        }
        scores = kept;
    }

    /** Reads scores written one per line as {@code Brand = 82.4}. */
    public static Map<String, BigDecimal> scores(@Nullable String text) {
        Map<String, BigDecimal> scores = new LinkedHashMap<>();
        for (var line : (text == null ? "" : text).split("\n")) {
            if (line.isBlank()) {
                continue;
            }
            int at = Math.max(line.lastIndexOf('='), Math.max(line.lastIndexOf('\t'), line.lastIndexOf(';')));
            var brand = at < 0 ? "" : line.substring(0, at).strip();
            if (brand.isEmpty() || scores.put(brand, score(line.substring(at + 1))) != null) {
                throw new FieldRefusal("scores", "index.line",
                        line.strip().length() > 60 ? line.strip().substring(0, 60) : line.strip());
            }
        }
        return scores;
    }

    static BigDecimal score(String text) {
        try {
            var score = new BigDecimal(text.strip().replace(',', '.'));
            if (score.precision() <= 12 && score.scale() <= 4 && score.scale() >= 0) {
                return score;
            }
        }
        catch (NumberFormatException ex) {
            // told below
        }
        throw new FieldRefusal("scores", "answers.no_number",
                text.strip().length() > 40 ? text.strip().substring(0, 40) : text.strip());
    }

}
