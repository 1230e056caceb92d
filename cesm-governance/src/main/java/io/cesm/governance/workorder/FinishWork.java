package io.cesm.governance.workorder;

import java.util.List;

import io.cesm.domain.complaint.Attachment;
import org.jspecify.annotations.Nullable;

/**
 * What was done on site.
 *
 * @param signedName who at the customer signed, typed
 * @param signature their signature as a PNG, if they drew one
 */
public record FinishWork(@Nullable Boolean solved, @Nullable String outcome, List<WorkOrder.Part> parts,
        List<Attachment> photos, @Nullable String signedName, byte @Nullable [] signature) {
}
