package io.cesm.satisfaction.analysis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.cesm.satisfaction.figures.Confidence;
import io.cesm.satisfaction.figures.Kano;
import io.cesm.satisfaction.figures.KanoCategory;
import io.cesm.satisfaction.figures.SmallBase;
import org.jspecify.annotations.Nullable;

/** What features are to customers, in the order they were asked. */
public record Kanos(List<Row> features) {

    /**
     * A feature.
     *
     * @param counts of each category; empty if hidden
     * @param category null if hidden or nobody answered
     * @param n pairs of answers; null if hidden
     */
    public record Row(String key, Map<String, String> name, @Nullable Long n, Map<KanoCategory, Long> counts,
            @Nullable KanoCategory category, Told better, Told worse, Told reverse, Told questionable) {
    }

    static Kanos of(Opened opened) {
        var rows = new ArrayList<Row>();
        for (var question : opened.survey().measures().kanos()) {
            var item = Kinds.KANO + question.id();
            var counts = new EnumMap<KanoCategory, Long>(KanoCategory.class);
            opened.cells().counts(item).forEach((value, n) -> counts.put(KanoCategory.valueOf(value), n));
            long n = opened.cells().total(item);
            boolean hide = opened.closed() || !SmallBase.STANDARD.showing(n).visible();
            var kano = Kano.ofCounts(counts, Confidence.NINETY_FIVE);
            rows.add(new Row(question.id(), question.head().text().by(), hide ? null : n,
                    hide ? Map.of() : kano.counts(), hide ? null : kano.category(), Told.of(kano.better(), hide),
                    Told.of(kano.worse(), hide), Told.of(kano.reverse(), hide), Told.of(kano.questionable(), hide)));
        }
        return new Kanos(rows);
    }

}
