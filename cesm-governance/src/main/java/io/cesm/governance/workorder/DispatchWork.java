package io.cesm.governance.workorder;

import java.time.Instant;

import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;

/** A wish to send somebody to the customer's site. */
public record DispatchWork(@Nullable StaffId assignee, @Nullable String task, @Nullable String site,
        @Nullable Instant from, @Nullable Instant to) {
}
