package io.cesm.perception;

import java.math.BigDecimal;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.cesm.domain.level.Level;

/**
 * What a waterfall says, ready to be put into words of any language.
 *
 * @param verdict what is to be said of perception against expectation
 * @param total P − E as shown, null if it cannot be told
 * @param worst the step that costs most, null if none does
 * @param missing the levels nobody has read
 */
public record Finding(Verdict verdict, @Nullable BigDecimal total, @Nullable GapStep worst, Set<Level> missing) {

    /** From where on a gap is worth words: ±5 on 0–100. */
    public static final BigDecimal BAND = BigDecimal.valueOf(5);

    /** What can be said of a gap. */
    public enum Verdict {

        /** No level is known. */
        NOTHING,

        /** Expected or perceived is missing: satisfaction cannot be told. */
        UNKNOWN,

        /** Perceived falls short by 5 or more. */
        SHORT,

        /** Perceived and expected differ by less than 5. */
        MET,

        /** Perceived is above by 5 or more. */
        ABOVE

    }

    static Finding of(GapWaterfall waterfall) {
        var total = waterfall.levels().satisfaction();
        return new Finding(verdict(waterfall, total), waterfall.shownTotal(), waterfall.worst().orElse(null),
                waterfall.missing());
    }

    /** The process that has to act first, if exactly one can be named. */
    public @Nullable Process process() {
        return (worst != null && worst.divided()) ? worst.processes().iterator().next() : null;
    }

    /** The band of a gap on 0–100, both ends belonging to the outer bands. */
    public static Verdict verdict(BigDecimal gap) {
        if (gap.compareTo(BAND) >= 0) {
            return Verdict.ABOVE;
        }
        return (gap.compareTo(BAND.negate()) <= 0) ? Verdict.SHORT : Verdict.MET;
    }

    private static Verdict verdict(GapWaterfall waterfall, @Nullable BigDecimal total) {
        if (waterfall.levels().isEmpty()) {
            return Verdict.NOTHING;
        }
        return (total != null) ? verdict(total) : Verdict.UNKNOWN;
    }

}
