package io.cesm.satisfaction.followup;

import java.math.BigDecimal;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.satisfaction.reading.ScaleAnswer;
import org.jspecify.annotations.Nullable;

/**
 * A score that is too low.
 *
 * @param atMost the highest value that still counts as low
 */
public record Threshold(Measure measure, BigDecimal atMost, Unit unit) {

    private static final BigDecimal HIGHEST = BigDecimal.valueOf(100);

    public Threshold {
        if (atMost.signum() < 0 || atMost.compareTo(HIGHEST) > 0) {
            throw new FieldRefusal("atMost", "number.range", 0, 100);
        }
    }

    /** What is compared. */
    public enum Unit {

        /** The points of the scale itself. */
        POINTS,
        /** The level on 0 to 100, whatever the scale. */
        LEVEL

    }

    /**
     * A threshold, or none if nothing is given; half a threshold is refused.
     */
    public static @Nullable Threshold orNull(@Nullable Measure measure, @Nullable BigDecimal atMost,
            @Nullable Unit unit) {
        if (measure == null && atMost == null) {
            return null;
        }
        if (measure == null) {
            throw new FieldRefusal("measure", "choice.required");
        }
        if (atMost == null) {
            throw new FieldRefusal("atMost", "text.required");
        }
        return new Threshold(measure, atMost, unit == null ? Unit.LEVEL : unit);
    }

    boolean isMetBy(ScaleAnswer answer) {
        return measure.covers(answer) && value(answer).compareTo(atMost) <= 0;
    }

    /**
     * On a scale whose lowest point is the best one, points are counted from the other
     * end.
     */
    private BigDecimal value(ScaleAnswer answer) {
        if (unit == Unit.LEVEL) {
            return answer.level();
        }
        var scale = answer.scale();
        return BigDecimal.valueOf(scale.reversed() ? scale.max() + scale.min() - answer.point() : answer.point());
    }

}
