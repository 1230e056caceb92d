package io.cesm.governance.topissue;

import java.math.BigDecimal;
import java.util.List;

import io.cesm.domain.kernel.FieldRefusal;
import org.jspecify.annotations.Nullable;

/**
 * How TOP issues rank: frequency × severity × value at stake, each as points from 1 to 5.
 *
 * @param days records of so many days count
 * @param frequency from how many records on there are 2, 3, 4 and 5 points
 * @param severity points of the gravest record: grade 1, 2, 3, 4, and no record at all
 * @param value from which amount on there are 2, 3, 4 and 5 points
 */
public record RankingRule(int days, List<Integer> frequency, List<Integer> severity, List<Long> value) {

    private static final int MOST = 5;

    /** Points of an issue. */
    public record Points(int frequency, int severity, int value) {

        public int score() {
            return frequency * severity * value;
        }

    }

    /** The rule if it makes sense. */
    RankingRule judged() {
        if (days < 7 || days > 730) {
            throw new FieldRefusal("days", "number.range", 7, 730);
        }
        rising(frequency.stream().map(Integer::longValue).toList(), "frequency");
        rising(value, "value");
        if (severity.size() != MOST || severity.stream().anyMatch(it -> it < 1 || it > MOST)) {
            throw new FieldRefusal("severity", "topissue.rule.severity");
        }
        return this;
    }

    private static void rising(List<Long> steps, String field) {
        boolean rising = steps.size() == MOST - 1 && steps.getFirst() > 0;
        for (int i = 1; i < steps.size(); i++) {
            rising &= steps.get(i) > steps.get(i - 1);
        }
        if (!rising) {
            throw new FieldRefusal(field, "topissue.rule.rising");
        }
    }

    /**
     * The points of an issue.
     * @param records how many records show it
     * @param gravest severity of the gravest one, null if there is none
     * @param amount what is at stake
     */
    public Points points(int records, @Nullable Integer gravest, @Nullable BigDecimal amount) {
        long worth = amount == null ? 0 : amount.longValue();
        int often = 1 + (int) frequency.stream().filter(step -> records >= step).count();
        int much = 1 + (int) value.stream().filter(step -> worth >= step).count();
        return new Points(often, severity.get(gravest == null ? MOST - 1 : Math.clamp(gravest, 1, 4) - 1), much);
    }

}
