package io.cesm.satisfaction.followup;

import java.time.Instant;

import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;

/** When something is done and by whom; null is the program itself. */
record Moment(Instant at, @Nullable StaffId by) {
}
