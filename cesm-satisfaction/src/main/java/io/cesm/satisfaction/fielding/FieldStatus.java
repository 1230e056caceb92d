package io.cesm.satisfaction.fielding;

import java.util.List;
import java.util.Map;

/**
 * How far a survey is.
 *
 * @param outcomes how many people by what became of them
 * @param tiers by tier, in order
 * @param all all tiers together
 */
public record FieldStatus(Map<FrameOutcome, Long> outcomes, List<TierStatus> tiers, TierStatus all) {
}
