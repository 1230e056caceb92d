package io.cesm.satisfaction.followup;

import java.util.Comparator;
import java.util.List;

import io.cesm.satisfaction.questionnaire.ItemRole;
import io.cesm.satisfaction.reading.ScaleAnswer;
import io.cesm.satisfaction.reading.TakenAnswer;
import org.jspecify.annotations.Nullable;

/**
 * The lowest point of an answer: of the verdicts, or of the single aspects if no verdict
 * was asked for.
 */
final class Lowest {

    private Lowest() {
    }

    static @Nullable ScaleAnswer of(TakenAnswer answer) {
        var points = answer.points();
        var verdict = lowest(points.stream().filter(ScaleAnswer::isVerdict).toList());
        return verdict != null ? verdict : lowest(points.stream().filter(Lowest::isFelt).toList());
    }

    private static boolean isFelt(ScaleAnswer it) {
        return it.role() == null || it.role() == ItemRole.PERCEPTION || it.role() == ItemRole.DRIVER;
    }

    private static @Nullable ScaleAnswer lowest(List<ScaleAnswer> points) {
        return points.stream().min(Comparator.comparing(ScaleAnswer::level)).orElse(null);
    }

}
