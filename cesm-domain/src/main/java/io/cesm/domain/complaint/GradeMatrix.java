package io.cesm.domain.complaint;

import java.util.List;
import java.util.stream.Stream;

import io.cesm.domain.kernel.FieldRefusal;
import org.jspecify.annotations.Nullable;

/**
 * How points make a grade: each factor gives points, and the sum decides. It is printed
 * where grades are given.
 *
 * @param impact points of impact 1 to 4
 * @param urgency points of urgency 1 to 4
 * @param tier points of tier 1 to 4
 * @param recurrence points of each earlier complaint of the kind, up to
 * {@code mostRecurrence}
 * @param from least points of grade 1, 2 and 3; fewer are grade 4
 */
public record GradeMatrix(List<Integer> impact, List<Integer> urgency, List<Integer> tier, int publicity,
        int recurrence, int mostRecurrence, int keyDecider, List<Integer> from) {

    private static final int MOST = 100;

    public GradeMatrix {
        impact = four(impact, "impact", 4);
        urgency = four(urgency, "urgency", 4);
        tier = four(tier, "tier", 4);
        from = four(from, "from", 3);
        Stream.of(publicity, recurrence, mostRecurrence, keyDecider).forEach(it -> within(it, "publicity"));
        if (from.get(0) <= from.get(1) || from.get(1) <= from.get(2)) {
            throw new FieldRefusal("from", "complaint.matrix.order");
        }
    }

    private static List<Integer> four(@Nullable List<Integer> values, String field, int size) {
        if (values == null || values.size() != size || values.stream().anyMatch(it -> it == null)) {
            throw new FieldRefusal(field, "complaint.matrix.size", size);
        }
        values.forEach(it -> within(it, field));
        return List.copyOf(values);
    }

    private static void within(int value, String field) {
        if (value < 0 || value > MOST) {
            throw new FieldRefusal(field, "number.range", 0, MOST);
        }
    }

    /** The grade of some factors, with the points of each. */
    public Graded grade(GradeFactors it) {
        var points = new int[] { impact.get(it.impact() - 1), urgency.get(it.urgency() - 1),
                it.tier() == null ? 0 : tier.get(it.tier() - 1), it.publicity() ? publicity : 0,
                Math.min(it.recurrence() * recurrence, mostRecurrence), it.keyDecider() ? keyDecider : 0 };
        int sum = 0;
        for (int each : points) {
            sum += each;
        }
        int grade = sum >= from.get(0) ? 1 : sum >= from.get(1) ? 2 : sum >= from.get(2) ? 3 : 4;
        return new Graded(grade, points);
    }

    /**
     * A grade and what led to it.
     *
     * @param points of impact, urgency, tier, publicity, recurrence, key decision maker
     */
    public record Graded(int grade, int[] points) {
    }

}
