package io.cesm.satisfaction.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Ourselves among our rivals on the same survey.
 *
 * @param rank of our figure, 1 for the best; null while a base is too small to be ranked
 * @param rivals the best first; all comparisons are judged together
 */
public record Benchmark(@Nullable Integer rank, List<Rival> rivals) {

    public record Rival(String name, Lead lead) {
    }

    public Benchmark {
        rivals = List.copyOf(rivals);
    }

    /** By the mean of the answers on one scale; more is better. */
    public static Benchmark ofMeans(Histogram ours, Map<String, Histogram> rivals, Confidence confidence) {
        Map<String, Lead> leads = new LinkedHashMap<>();
        rivals.forEach((name, answers) -> leads.put(name, Lead.ofMeans(ours, answers, confidence)));
        return ofLeads(leads);
    }

    /** By the net promoter score. */
    public static Benchmark ofNps(Nps ours, Map<String, Nps> rivals, Confidence confidence) {
        Map<String, Lead> leads = new LinkedHashMap<>();
        rivals.forEach((name, score) -> leads.put(name, Lead.ofNps(ours, score, confidence)));
        return ofLeads(leads);
    }

    /** The best rival; null without any. */
    public @Nullable Rival best() {
        return rivals.isEmpty() ? null : rivals.getFirst();
    }

    /** By leads over each rival that were worked out one by one. */
    public static Benchmark ofLeads(Map<String, Lead> each) {
        var leads = new ArrayList<Rival>();
        each.forEach((name, lead) -> leads.add(new Rival(name, lead)));
        var judged = Comparing.together(leads.stream().map(rival -> rival.lead().difference()).toList());
        var rivals = new ArrayList<Rival>();
        for (int i = 0; i < leads.size(); i++) {
            var lead = leads.get(i).lead();
            rivals
                .add(new Rival(leads.get(i).name(), new Lead(lead.ours(), lead.theirs(), judged.get(i), lead.ratio())));
        }
        rivals.sort(Comparator.comparingDouble((Rival rival) -> -orLowest(rival.lead().theirs())));
        boolean ranked = !rivals.isEmpty() && rivals.stream()
            .allMatch(rival -> rival.lead().theirs().showing().comparable()
                    && rival.lead().ours().showing().comparable());
        Integer rank = ranked ? 1 + (int) rivals.stream()
            .filter(rival -> orLowest(rival.lead().theirs()) > orLowest(rival.lead().ours()))
            .count() : null;
        return new Benchmark(rank, rivals);
    }

    private static double orLowest(Figure figure) {
        Double value = figure.value();
        return (value == null) ? Double.NEGATIVE_INFINITY : value;
    }

}
