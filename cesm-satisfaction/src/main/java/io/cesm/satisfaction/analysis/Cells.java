package io.cesm.satisfaction.analysis;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.cesm.satisfaction.figures.Histogram;
import io.cesm.satisfaction.questionnaire.Scale;

/** How often each value of each item was given by some respondents. */
public final class Cells {

    private final Map<String, Map<String, Count>> items = new HashMap<>();

    /** A number of answers with Σw and Σw². */
    record Count(long n, double w, double squares) {

        Count plus(Count that) {
            return new Count(n + that.n, w + that.w, squares + that.squares);
        }

    }

    void add(String item, String value, Count count) {
        items.computeIfAbsent(item, it -> new TreeMap<>()).merge(value, count, Count::plus);
    }

    static Cells of(Counting counting) {
        var cells = new Cells();
        counting.rows()
            .forEach(row -> cells.add(row.cell().item(), row.cell().value(),
                    new Count(row.n(), row.w().doubleValue(), row.squares().doubleValue())));
        return cells;
    }

    /** The keys under which something was answered. */
    public Set<String> keys() {
        return new java.util.TreeSet<>(items.keySet());
    }

    public long respondents() {
        return total(Counting.RESPONDENTS);
    }

    public long complete() {
        return count(Counting.RESPONDENTS, Counting.COMPLETE);
    }

    /** How many respondents without weights would say as much. */
    public double effective() {
        double w = 0;
        double squares = 0;
        for (var count : items.getOrDefault(Counting.RESPONDENTS, Map.of()).values()) {
            w += count.w();
            squares += count.squares();
        }
        return (squares == 0) ? 0 : w * w / squares;
    }

    public long count(String item, String value) {
        var count = items.getOrDefault(item, Map.of()).get(value);
        return (count == null) ? 0 : count.n();
    }

    /** How many answers of any value. */
    public long total(String item) {
        return items.getOrDefault(item, Map.of()).values().stream().mapToLong(Count::n).sum();
    }

    /** How many answered a question: of several options, the respondents. */
    public long answered(String item) {
        long many = count(item, Counting.ANSWERED);
        return (many > 0) ? many : total(item);
    }

    /** The values in their order, with how often each was given. */
    public Map<String, Long> counts(String item) {
        Map<String, Long> counts = new LinkedHashMap<>();
        items.getOrDefault(item, Map.of()).forEach((value, count) -> {
            if (!value.equals(Counting.ANSWERED)) {
                counts.put(value, count.n());
            }
        });
        return counts;
    }

    /** The points of an item; a scale whose lowest point is the best is turned. */
    public Histogram histogram(String item, Scale scale) {
        var counts = new long[scale.points()];
        var weights = new double[scale.points()];
        var squares = new double[scale.points()];
        items.getOrDefault(item, Map.of()).forEach((value, count) -> {
            var point = Counting.point(value);
            if (point != null && point >= scale.min() && point <= scale.max()) {
                int at = scale.reversed() ? scale.max() - point : point - scale.min();
                counts[at] = count.n();
                weights[at] = count.w();
                squares[at] = count.squares();
            }
        });
        return Histogram.weighted(scale.min(), counts, weights, squares);
    }

    /** How often each difference P − E was given by one person. */
    public Histogram differences(String question, Scale scale) {
        int span = scale.max() - scale.min();
        var counts = new long[2 * span + 1];
        items.getOrDefault(Kinds.PAIR + question, Map.of()).forEach((value, count) -> {
            int colon = value.indexOf(':');
            int gap = Integer.parseInt(value.substring(colon + 1)) - Integer.parseInt(value.substring(0, colon));
            int at = (scale.reversed() ? -gap : gap) + span;
            if (at >= 0 && at < counts.length) {
                counts[at] += count.n();
            }
        });
        return Histogram.of(-span, counts);
    }

    /** Expectation or perception of those who answered both. */
    public Histogram ofPairs(String question, Scale scale, boolean expected) {
        var counts = new long[scale.points()];
        items.getOrDefault(Kinds.PAIR + question, Map.of()).forEach((value, count) -> {
            int colon = value.indexOf(':');
            int point = Integer.parseInt(expected ? value.substring(0, colon) : value.substring(colon + 1));
            if (point >= scale.min() && point <= scale.max()) {
                counts[scale.reversed() ? scale.max() - point : point - scale.min()] += count.n();
            }
        });
        return Histogram.of(scale.min(), counts);
    }

}
