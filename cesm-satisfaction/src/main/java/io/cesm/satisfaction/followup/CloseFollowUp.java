package io.cesm.satisfaction.followup;

import io.cesm.domain.dimension.Flow;
import org.jspecify.annotations.Nullable;

/**
 * A wish to close a follow-up that was dealt with.
 *
 * @param outcome what came of it, for us
 * @param told what was done, in words for the respondent
 */
public record CloseFollowUp(@Nullable String outcome, @Nullable String cause, @Nullable Flow flow,
        @Nullable String told) {
}
