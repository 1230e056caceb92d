package io.cesm.expectation;

import io.cesm.domain.dimension.Flow;
import io.cesm.domain.people.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * Which expectations and customers figures are made of. Nothing named means all in scope.
 *
 * @param unit a unit and those below it
 */
public record FiguresFilter(@Nullable Integer tier, @Nullable UnitId unit, @Nullable Flow flow,
        @Nullable String dimension) {

    /** Everything. */
    public static final FiguresFilter ALL = new FiguresFilter(null, null, null, null);

}
