package io.cesm.domain.complaint;

import io.cesm.domain.kernel.FieldRefusal;
import org.jspecify.annotations.Nullable;

/**
 * What a grade is worked out from.
 *
 * @param impact 1 production or safety stands still … 4 a nuisance
 * @param urgency 1 now … 4 it can wait
 * @param tier of the customer, if it has one
 * @param recurrence how often the same customer complained of the same dimension in the
 * last ninety days
 * @param keyDecider whether a decision maker complains
 */
public record GradeFactors(int impact, int urgency, @Nullable Integer tier, boolean publicity, int recurrence,
        boolean keyDecider) {

    public GradeFactors {
        if (impact < 1 || impact > 4) {
            throw new FieldRefusal("impact", "number.range", 1, 4);
        }
        if (urgency < 1 || urgency > 4) {
            throw new FieldRefusal("urgency", "number.range", 1, 4);
        }
    }

}
