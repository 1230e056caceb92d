package io.cesm.domain.complaint;

/** How often a clock that begins again and again was kept and missed before. */
public record EarlierCycles(int met, int late) {
}
