package io.cesm.domain.customer;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a merge did, kept so that it can be undone.
 *
 * @param before fields of the survivor before, and as the merge left them
 * @param formerNames former names of the survivor before
 * @param absorbedStatus what the absorbed customer was
 * @param addedPoint the former name noted at the surviving person
 * @param followed what followed, by part
 */
record MergeRecord(Map<String, @Nullable String> before, Map<String, @Nullable String> merged, List<String> formerNames,
        @Nullable String absorbedStatus, @Nullable String absorbedParent, @Nullable UUID addedPoint,
        Map<String, List<UUID>> followed) {
}
