package io.cesm.satisfaction;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.level.Level;
import io.cesm.domain.level.Scale;

/**
 * What one column of a survey file means.
 *
 * @param header the heading of the column, as it stands in the file
 * @param item the item it belongs to; the two columns of a pair name the same one
 * @param dimension code of the quality dimension
 * @param level expected or perceived
 * @param scale the answer scale
 * @param missing answers that mean "none", besides an empty cell
 */
public record SurveyColumn(String header, String item, String dimension, Level level, Scale scale,
        Set<String> missing) {

    public SurveyColumn {
        if (level != Level.E && level != Level.P) {
            throw new Refusal("survey.level_is_e_or_p", header);
        }
        missing = Set.copyOf(missing);
    }

    /**
     * The answer in a cell; nothing if it is empty or stands for "none".
     * @throws Refusal if it is neither a number nor on the scale
     */
    public Optional<BigDecimal> answer(String cell) {
        var text = cell.strip();
        if (text.isEmpty() || missing.contains(text)) {
            return Optional.empty();
        }
        var number = number(text);
        if (missing.stream().anyMatch(code -> same(code, number))) {
            return Optional.empty();
        }
        if (!scale.contains(number)) {
            throw new Refusal("survey.off_scale", header, text, scale.min().toPlainString(),
                    scale.max().toPlainString());
        }
        return Optional.of(number);
    }

    /** The same column with further codes for "none". */
    public SurveyColumn alsoMissing(Set<String> codes) {
        var all = new HashSet<>(missing);
        all.addAll(codes);
        return new SurveyColumn(header, item, dimension, level, scale, all);
    }

    private static boolean same(String code, BigDecimal number) {
        try {
            return new BigDecimal(code).compareTo(number) == 0;
        }
        catch (NumberFormatException aWord) {
            return false;
        }
    }

    private BigDecimal number(String text) {
        try {
            if (text.length() <= 20) {
                return new BigDecimal(text);
            }
        }
        catch (NumberFormatException ex) {
            // told below
        }
        throw new Refusal("survey.not_a_number", header, (text.length() > 40) ? text.substring(0, 40) + "…" : text);
    }

}
