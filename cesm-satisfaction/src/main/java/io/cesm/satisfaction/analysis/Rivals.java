package io.cesm.satisfaction.analysis;

import java.util.List;
import java.util.Map;

import io.cesm.satisfaction.figures.Comparison;
import io.cesm.satisfaction.figures.Figure;
import org.jspecify.annotations.Nullable;

/** Ourselves beside our rivals, question by question. */
public record Rivals(List<Row> questions) {

    /**
     * A question that was asked of every supplier.
     *
     * @param rank of ours, 1 for the best; null while a base is too small
     */
    public record Row(String key, Map<String, String> name, @Nullable String dimension, double min, double max,
            Told ours, @Nullable Integer rank, List<Rival> rivals) {

        /** The best rival that may be shown; null without any. */
        public @Nullable Rival best() {
            return rivals.stream().filter(it -> it.theirs().known()).findFirst().orElse(null);
        }

    }

    /**
     * A rival, the best first.
     *
     * @param lead ours less theirs; null if hidden
     * @param ratio ours by theirs; null if hidden or without meaning
     * @param pairs how many people judged both, if the lead is theirs; null where
     * different people are compared
     */
    public record Rival(String name, Told theirs, @Nullable Comparison lead, @Nullable Figure ratio, Claim claim,
            @Nullable Long pairs) {
    }

}
