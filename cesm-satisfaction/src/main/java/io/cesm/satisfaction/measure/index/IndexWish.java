package io.cesm.satisfaction.measure.index;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Texts;

/**
 * What is said about an index.
 *
 * @param ourName how the publisher calls us
 * @param worst the lowest score there can be
 * @param best the best score; smaller than the worst where small scores are good
 */
public record IndexWish(String name, String publisher, @Nullable String industry, String ourName, BigDecimal worst,
        BigDecimal best) {

    public IndexWish {
        name = Texts.required(name, 160, "name");
        publisher = Texts.required(publisher, 160, "publisher");
        industry = Texts.optional(industry, 120, "industry");
        ourName = Texts.required(ourName, 120, "ourName");
        if (worst.compareTo(best) == 0) {
            throw new FieldRefusal("best", "scorecard.scale_flat");
        }
        if (worst.abs().compareTo(BigDecimal.valueOf(10_000_000)) > 0
                || best.abs().compareTo(BigDecimal.valueOf(10_000_000)) > 0) {
            throw new FieldRefusal("best", "index.scale");
        }
    }

    /** Whether a score can be one. */
    boolean contains(BigDecimal score) {
        return score.compareTo(worst.min(best)) >= 0 && score.compareTo(worst.max(best)) <= 0;
    }

}
