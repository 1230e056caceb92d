package io.cesm.satisfaction.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.cesm.satisfaction.figures.Comparing;
import io.cesm.satisfaction.figures.Comparison;
import io.cesm.satisfaction.figures.Confidence;
import io.cesm.satisfaction.figures.Gap;
import io.cesm.satisfaction.figures.Mean;
import org.jspecify.annotations.Nullable;

/**
 * Perception less expectation, item by item. The items are judged together.
 *
 * @param items in the order they were asked
 */
public record Gaps(List<Row> items) {

    /**
     * An item that was asked twice.
     *
     * @param gap in points of its scale; n is the number of pairs
     * @param left how many answered only one of both; null if hidden
     */
    public record Row(String key, Map<String, String> name, @Nullable String dimension, int min, int max, Told expected,
            Told perceived, Told gap, @Nullable Long left, @Nullable Comparison test, Claim claim) {
    }

    static Gaps of(Opened opened) {
        var rows = new ArrayList<Row>();
        var tests = new ArrayList<@Nullable Comparison>();
        for (var pair : opened.survey().measures().pairs()) {
            var cells = opened.cells();
            var scale = pair.scale();
            var differences = cells.differences(pair.id(), scale);
            long left = cells.histogram(pair.id() + ".e", scale).n() + cells.histogram(pair.id() + ".p", scale).n()
                    - 2 * differences.n();
            var gap = Gap.ofDifferences(pair.id(), differences, left, Confidence.NINETY_FIVE);
            var hide = opened.hides(Kinds.PAIR + pair.id());
            var told = Told.of(gap.gap(), hide);
            tests.add(told.known() ? gap.test() : null);
            rows.add(new Row(pair.id(), pair.head().text().by(), pair.head().dimension(), scale.min(), scale.max(),
                    Told.of(Mean.of(cells.ofPairs(pair.id(), scale, true)), hide),
                    Told.of(Mean.of(cells.ofPairs(pair.id(), scale, false)), hide), told, told.known() ? left : null,
                    null, Claim.NONE));
        }
        var judged = Trends.together(tests);
        var result = new ArrayList<Row>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            result.add(new Row(row.key(), row.name(), row.dimension(), row.min(), row.max(), row.expected(),
                    row.perceived(), row.gap(), row.left(), judged.get(i), Claim.of(judged.get(i))));
        }
        return new Gaps(result);
    }

    /** Tests of what was worked out apart, judged together. */
    static List<Comparison> judged(List<Gap> gaps) {
        return Comparing.together(gaps.stream().map(Gap::test).toList());
    }

}
