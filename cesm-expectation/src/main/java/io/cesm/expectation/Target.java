package io.cesm.expectation;

import java.math.BigDecimal;
import java.time.LocalDate;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.level.TwoAnchors;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * What the customer expects, made measurable: a level of 0–100 said directly, or a
 * measured value between two anchors of which the worst is worth 0 and the ideal 100.
 *
 * @param measure what is looked at, in words
 * @param unit unit of the values, such as hours
 * @param worst the value nobody would accept
 * @param ideal the value nobody would ask more of
 * @param value the value expected
 * @param level the level expected; follows from the value where there are anchors
 * @param wantedOn the day by which the customer wants it
 */
@Embeddable
public record Target(@Nullable String measure, @Column(name = "measure_unit") @Nullable String unit,
        @Column(name = "anchor_worst") @Nullable BigDecimal worst,
        @Column(name = "anchor_ideal") @Nullable BigDecimal ideal,
        @Column(name = "expected_value") @Nullable BigDecimal value,
        @Column(name = "expected_level") @Nullable BigDecimal level,
        @Column(name = "wanted_on") @Nullable LocalDate wantedOn) {

    /** Nothing known yet. */
    public static final Target NONE = new Target(null, null, null, null, null, null, null);

    /** A target whose level is said directly. */
    public static Target ofLevel(@Nullable String measure, @Nullable BigDecimal level, @Nullable LocalDate wantedOn) {
        return new Target(measure, null, null, null, null, level, wantedOn);
    }

    Target judged() {
        if ((worst == null) != (ideal == null)) {
            throw new FieldRefusal(worst == null ? "worst" : "ideal", "expectation.anchors.both");
        }
        if (worst != null && ideal != null && worst.compareTo(ideal) == 0) {
            throw new FieldRefusal("ideal", "expectation.anchors.differ");
        }
        if (value != null && worst == null) {
            throw new FieldRefusal("worst", "expectation.anchors.needed");
        }
        return new Target(Texts.optional(measure, 200, "measure"), Texts.optional(unit, 20, "unit"),
                Numbers.measured(worst, "worst"), Numbers.measured(ideal, "ideal"),
                Numbers.measured(value, "expectedValue"), achieved(value, level, "expectedLevel"), wantedOn);
    }

    /** The same yardstick with what it takes to call the expectation clarified. */
    Target complete() {
        var judged = judged();
        if (judged.measure == null) {
            throw new FieldRefusal("measure", "expectation.clarify.measure_missing");
        }
        if (judged.level == null) {
            throw new FieldRefusal("expectedLevel", "expectation.clarify.level_missing");
        }
        if (judged.wantedOn == null) {
            throw new FieldRefusal("wantedOn", "expectation.clarify.date_missing");
        }
        return judged;
    }

    public boolean isMeasured() {
        return worst != null && ideal != null;
    }

    /**
     * The level of something achieved: by the anchors if a value is given, else as said.
     * @param field the form field of the level, for a refusal
     */
    @Nullable BigDecimal achieved(@Nullable BigDecimal measured, @Nullable BigDecimal said, String field) {
        if (measured == null) {
            return Numbers.level(said, field);
        }
        if (worst == null || ideal == null) {
            throw new FieldRefusal(field, "expectation.anchors.needed");
        }
        return new TwoAnchors(worst, ideal).level(measured);
    }

}
