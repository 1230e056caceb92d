package io.cesm.expectation;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/** A wish to move a requirement on in product development. */
public record MoveRequirement(RequirementState to, @Nullable String releaseName, @Nullable LocalDate releaseOn,
        @Nullable String answer, @Nullable String externalKey) {
}
