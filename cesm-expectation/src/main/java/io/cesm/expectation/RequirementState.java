package io.cesm.expectation;

import java.util.EnumSet;
import java.util.Set;

/** Where a requirement stands in product development. */
public enum RequirementState {

    OPEN, ACCEPTED, PLANNED, RELEASED, REJECTED;

    /** Where it may go from here. */
    public Set<RequirementState> next() {
        return switch (this) {
            case OPEN -> EnumSet.of(ACCEPTED, REJECTED);
            case ACCEPTED -> EnumSet.of(PLANNED, REJECTED);
            case PLANNED -> EnumSet.of(RELEASED, ACCEPTED, REJECTED);
            case RELEASED -> EnumSet.noneOf(RequirementState.class);
            case REJECTED -> EnumSet.of(OPEN);
        };
    }

}
