package io.cesm.governance.diagnosis;

import io.cesm.domain.dimension.Flow;
import io.cesm.satisfaction.figures.ServiceGap;
import org.jspecify.annotations.Nullable;

/**
 * Which gap a cause points to.
 *
 * @param code of the cause
 * @param flow null for every flow that has no line of its own
 */
public record GapRule(CaseSource source, String code, @Nullable Flow flow, ServiceGap gap) {
}
