package io.cesm.expectation;

import io.cesm.domain.customer.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * A wish to call an expectation understood.
 *
 * @param understood what we understood, in our words
 * @param checkedWith the contact it was checked with
 */
public record ClarifyExpectation(@Nullable String understood, Target target, @Nullable ContactId checkedWith) {

}
