package io.cesm.perception;

import java.math.BigDecimal;
import java.util.Set;

import io.cesm.domain.level.Level;

/**
 * One step of the waterfall from a known level to the next known one.
 *
 * @param from the level it starts from
 * @param to the level it ends at
 * @param exact {@code to − from} of the kept values
 * @param shown the same with one decimal, adding up with the other steps
 * @param processes who has to act: one process, or several that cannot be told apart
 * because levels between are missing
 */
public record GapStep(Level from, Level to, BigDecimal exact, BigDecimal shown, Set<Process> processes) {

    /** Whether the customer loses here. */
    public boolean loses() {
        return exact.signum() < 0;
    }

    /** Whether one process alone answers for the step. */
    public boolean divided() {
        return processes.size() == 1;
    }

}
