package io.cesm.expectation;

import io.cesm.domain.dimension.Flow;
import io.cesm.domain.kernel.FieldRefusal;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * What kind of expectation it is and which main flow has to act.
 *
 * @param importance 1 to 5
 * @param fitsNone that it was looked at and belongs to no dimension; it then says nothing
 * about the four levels
 */
@Embeddable
public record Classification(@Column(name = "dimension_code") @Nullable String dimension,
        @Enumerated(EnumType.STRING) @Nullable Flow flow, @Nullable Integer importance,
        @Enumerated(EnumType.STRING) @Nullable Kano kano, @Column(name = "fits_no_dimension") boolean fitsNone) {

    /** The importance that counts while nobody has said another. */
    public static final int USUAL_IMPORTANCE = 3;

    /** Nothing known yet. */
    public static final Classification NONE = new Classification(null, null, null, null, false);

    public Classification {
        if (importance != null && (importance < 1 || importance > 5)) {
            throw new FieldRefusal("importance", "expectation.importance.range");
        }
        if (dimension != null && fitsNone) {
            throw new FieldRefusal("dimension", "expectation.dimension.both");
        }
    }

    /** Of a dimension, or of one that nobody has thought about yet. */
    public Classification(@Nullable String dimension, @Nullable Flow flow, @Nullable Integer importance,
            @Nullable Kano kano) {
        this(dimension, flow, importance, kano, false);
    }

    Classification placed(@Nullable String inDimension, boolean inNone) {
        return new Classification(inDimension, flow, importance, kano, inNone);
    }

    /** Whether somebody has said which dimension it belongs to, if to any. */
    public boolean isPlaced() {
        return dimension != null || fitsNone;
    }

    public int weight() {
        return importance == null ? USUAL_IMPORTANCE : importance;
    }

}
