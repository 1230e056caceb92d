package io.cesm.expectation;

import io.cesm.domain.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What became of one record of a bulk change.
 *
 * @param refusal why it was left as it is, null if it was changed
 */
public record BulkResult(ExpectationId id, @Nullable String number, @Nullable Refusal refusal) {

    public boolean isDone() {
        return refusal == null;
    }

}
