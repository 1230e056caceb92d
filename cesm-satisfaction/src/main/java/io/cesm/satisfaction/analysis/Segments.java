package io.cesm.satisfaction.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.cesm.satisfaction.figures.Comparison;
import io.cesm.satisfaction.figures.FigureMethod;
import io.cesm.satisfaction.figures.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * An item in the parts of the respondents.
 *
 * @param kind by what they are divided
 * @param whole the figure of everybody
 * @param hiddenParts how many parts are hidden
 */
public record Segments(@Nullable String key, Map<String, String> name, String kind, FigureMethod method, Told whole,
        List<Row> rows, int hiddenParts) {

    static final Segments NONE = new Segments(null, Map.of(), "", FigureMethod.MEAN_T, Told.hidden(FigureMethod.MEAN_T),
            List.of(), 0);

    /**
     * A part, against all who are not in it.
     *
     * @param part null for those of whom it is not known
     */
    public record Row(@Nullable String part, Told figure, @Nullable Comparison againstRest, Claim claim) {
    }

    static int order(String kind) {
        int at = Kinds.ALL.indexOf(kind);
        return (at < 0) ? Kinds.ALL.size() : at;
    }

    static Segments of(Opened opened, Opened.Item item, String kind, Map<String, Cells> parts) {
        var scale = item.measure().requireScale();
        var all = opened.histogram(item);
        Map<String, Histogram> answers = new LinkedHashMap<>();
        Map<String, Long> counts = new LinkedHashMap<>();
        parts.forEach((part, cells) -> {
            var histogram = cells.histogram(item.key(), scale);
            answers.put(part, histogram);
            counts.put(part, histogram.n());
        });
        var hidden = Gate.hidden(counts, all.n());
        var rows = new ArrayList<Row>();
        var changes = new ArrayList<@Nullable Comparison>();
        answers.forEach((part, own) -> {
            var told = Told.of(Scoring.main(item.measure(), own), hidden.contains(part));
            rows.add(new Row(part, told, null, Claim.NONE));
            changes.add(
                    (told.known() && all.n() > own.n()) ? Scoring.compare(item.measure(), own, minus(all, own)) : null);
        });
        var judged = Trends.together(changes);
        var result = new ArrayList<Row>();
        for (int i = 0; i < rows.size(); i++) {
            result.add(new Row(rows.get(i).part(), rows.get(i).figure(), judged.get(i), Claim.of(judged.get(i))));
        }
        return new Segments(item.key(), item.measure().name().by(), kind, Scoring.method(item.measure()),
                opened.told(item.key(), Scoring.main(item.measure(), all)), result, hidden.size());
    }

    private static Histogram minus(Histogram all, Histogram part) {
        int marks = all.highest() - all.lowest() + 1;
        var counts = new long[marks];
        for (int i = 0; i < marks; i++) {
            counts[i] = Math.max(0, all.count(all.lowest() + i) - part.count(all.lowest() + i));
        }
        return Histogram.of(all.lowest(), counts);
    }

}
