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
 */
@Embeddable
public record Classification(@Column(name = "dimension_code") @Nullable String dimension,
        @Enumerated(EnumType.STRING) @Nullable Flow flow, @Nullable Integer importance,
        @Enumerated(EnumType.STRING) @Nullable Kano kano) {

    /** The importance that counts while nobody has said another. */
    public static final int USUAL_IMPORTANCE = 3;

    /** Nothing known yet. */
    public static final Classification NONE = new Classification(null, null, null, null);

    public Classification {
        if (importance != null && (importance < 1 || importance > 5)) {
            throw new FieldRefusal("importance", "expectation.importance.range");
        }
    }

    public int weight() {
        return importance == null ? USUAL_IMPORTANCE : importance;
    }

}
