package io.cesm.domain.topissue;

import java.util.List;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.dimension.Flow;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * The wish to put an issue among the few that matter most.
 *
 * @param customers whom it hurts; the first one leads
 * @param problem what is known of it now
 * @param owner who shall lead it; they agree themselves
 */
public record NominateTopIssue(String title, String problem, List<CustomerId> customers, @Nullable String dimension,
        @Nullable Flow flow, @Nullable StaffId owner, List<Evidence> evidence, boolean demo) {
}
