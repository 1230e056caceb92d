package io.cesm.satisfaction.analysis;

import io.cesm.satisfaction.figures.Comparison;
import org.jspecify.annotations.Nullable;

/** What may be said of a difference. */
public enum Claim {

    /** Higher, by more than chance. */
    HIGHER,

    /** Lower, by more than chance. */
    LOWER,

    /** What is seen may be chance. */
    NOT_REAL,

    /** Fewer than thirty answers on one side: no arrow, whatever the test says. */
    TOO_FEW,

    /** There is nothing to compare with, or no test. */
    NONE;

    private static final double ALPHA = 0.05;

    public static Claim of(@Nullable Comparison comparison) {
        if (comparison == null) {
            return NONE;
        }
        var verdict = comparison.verdict(ALPHA);
        if (verdict == Comparison.Verdict.NOT_TESTABLE) {
            return NONE;
        }
        if (!comparison.comparable()) {
            return TOO_FEW;
        }
        return switch (verdict) {
            case HIGHER -> HIGHER;
            case LOWER -> LOWER;
            default -> NOT_REAL;
        };
    }

    public boolean isReal() {
        return this == HIGHER || this == LOWER;
    }

}
