package io.cesm.expectation;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.kernel.FieldRefusal;
import org.jspecify.annotations.Nullable;

/**
 * A wish to call an expectation understood.
 *
 * @param understood what we understood, in our words
 * @param checkedWith the contact it was checked with
 * @param dimension the quality dimension it belongs to, null to keep the one it has
 * @param fitsNoDimension that it was looked at and belongs to none
 */
public record ClarifyExpectation(@Nullable String understood, Target target, @Nullable ContactId checkedWith,
        @Nullable String dimension, boolean fitsNoDimension) {

    /** Keeps the dimension the expectation has. */
    public ClarifyExpectation(@Nullable String understood, Target target, @Nullable ContactId checkedWith) {
        this(understood, target, checkedWith, null, false);
    }

    ContactId requiredContact() {
        if (checkedWith == null) {
            throw new FieldRefusal("checkedWith", "expectation.clarify.contact_missing");
        }
        return checkedWith;
    }

    /** An expectation nobody has placed would silently be missing in the levels. */
    Classification place(Classification before) {
        var after = dimension != null || fitsNoDimension ? before.placed(dimension, fitsNoDimension) : before;
        if (!after.isPlaced()) {
            throw new FieldRefusal("dimension", "expectation.clarify.dimension_missing");
        }
        return after;
    }

}
