package io.cesm.expectation;

import io.cesm.domain.customer.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * A wish to record how a conflict was decided.
 *
 * @param chosen the expectation that counts
 * @param decidedBy who at the customer decided
 * @param decision what was decided, in words
 * @param told who told the other side when
 */
public record ResolveConflict(ExpectationId chosen, ContactId decidedBy, @Nullable String decision, Told told) {
}
