package io.cesm.satisfaction.analysis;

import java.util.Map;

import io.cesm.satisfaction.figures.Comparing;
import io.cesm.satisfaction.figures.Confidence;
import io.cesm.satisfaction.figures.Lead;
import io.cesm.satisfaction.figures.Moments;
import org.jspecify.annotations.Nullable;

/**
 * Answers of people who judged both ourselves and a rival, as sums.
 */
final class RivalPairs {

    private final Measure measure;

    private long n;

    private double ours;

    private double oursSquared;

    private double theirs;

    private double theirsSquared;

    private double gaps;

    private double gapsSquared;

    RivalPairs(Measure measure) {
        this.measure = measure;
    }

    long n() {
        return n;
    }

    /** Takes counts by {@code ours:theirs}. */
    void add(Map<String, Long> counts) {
        counts.forEach((value, count) -> {
            int colon = value.indexOf(':');
            var our = value(Integer.parseInt(value.substring(0, colon)));
            var their = value(Integer.parseInt(value.substring(colon + 1)));
            if (our != null && their != null) {
                n += count;
                ours += count * our;
                oursSquared += count * our * our;
                theirs += count * their;
                theirsSquared += count * their * their;
                gaps += count * (our - their);
                gapsSquared += count * (our - their) * (our - their);
            }
        });
    }

    /** The lead by the paired test, beside the figures of everybody who judged one. */
    Lead test(Lead everybody, Confidence confidence) {
        var differences = Moments.ofSums(n, gaps, gapsSquared);
        return Scoring.isNps(measure)
                ? new Lead(everybody.ours(), everybody.theirs(), Comparing.paired(differences, confidence), null)
                : everybody.testedBy(Lead.ofPairs(Moments.ofSums(n, ours, oursSquared),
                        Moments.ofSums(n, theirs, theirsSquared), differences, confidence));
    }

    /** A point as it counts: of a recommend score 100, 0 or −100. */
    private @Nullable Double value(int point) {
        var scale = measure.requireScale();
        if (point < scale.min() || point > scale.max()) {
            return null;
        }
        if (Scoring.isNps(measure)) {
            return (point >= 9) ? 100.0 : (point >= 7) ? 0.0 : -100.0;
        }
        return (double) (scale.reversed() ? scale.min() + scale.max() - point : point);
    }

}
