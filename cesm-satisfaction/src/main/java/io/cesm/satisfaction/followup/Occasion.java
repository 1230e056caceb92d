package io.cesm.satisfaction.followup;

import java.math.BigDecimal;

import io.cesm.satisfaction.reading.ScaleAnswer;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * The score that stands for the answer: the lowest verdict.
 *
 * @param measure kind of question, such as NPS
 * @param most the highest point of the scale
 */
@Embeddable
public record Occasion(@Nullable String measure, @Nullable BigDecimal points,
        @Column(name = "points_most") @Nullable Integer most, @Nullable BigDecimal level) {

    static final Occasion NONE = new Occasion(null, null, null, null);

    static Occasion of(@Nullable ScaleAnswer lowest) {
        return lowest == null ? NONE : new Occasion(lowest.type().name(), BigDecimal.valueOf(lowest.point()),
                lowest.scale().max(), lowest.level());
    }

}
