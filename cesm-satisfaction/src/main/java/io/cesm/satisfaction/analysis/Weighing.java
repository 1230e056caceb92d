package io.cesm.satisfaction.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.cesm.domain.kernel.Refusal;
import io.cesm.satisfaction.figures.Histogram;
import io.cesm.satisfaction.figures.Margin;
import io.cesm.satisfaction.figures.Raking;
import io.cesm.satisfaction.figures.SmallBase;
import io.cesm.satisfaction.figures.Weights;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Weighs answers by raking, so that tiers, regions and so on have the shares they have
 * among everybody. The answers themselves stay as they are.
 */
@Service
@Transactional
public class Weighing {

    private static final int MOST = 50_000;

    private final UncountedAnswers raw;

    private final Population population;

    private final Studies studies;

    Weighing(UncountedAnswers raw, Population population, Studies studies) {
        this.raw = raw;
        this.population = population;
        this.studies = studies;
    }

    /** The kinds by which a survey can be weighted. */
    public List<String> kinds(Opened opened) {
        return Population.KINDS.stream().filter(it -> opened.parts().getOrDefault(it, Map.of()).size() > 1).toList();
    }

    public Weighted weigh(Opened opened, List<String> kinds, Weighted.Basis basis) {
        return studies.take(opened.survey().head(), "weights", basis + "|" + String.join(",", kinds), Weighted.class,
                () -> {
                    try {
                        return work(opened, kinds, basis);
                    }
                    catch (Refusal refused) {
                        return Weighted.not(kinds, basis,
                                new Study.Why(refused.code(), refused.args().stream().map(Object::toString).toList()));
                    }
                });
    }

    private Weighted work(Opened opened, List<String> kinds, Weighted.Basis basis) {
        if (opened.survey().head().counted() > MOST) {
            throw new Refusal("figures.too_many_to_weigh", MOST);
        }
        var items = opened.ownItems().stream().filter(it -> it.measure().headline()).toList();
        var people = raw.people(opened.survey(), kinds, items.stream().map(Opened.Item::key).toList());
        Map<String, Map<String, Long>> totals = new LinkedHashMap<>();
        var margins = new ArrayList<Margin>();
        for (int k = 0; k < kinds.size(); k++) {
            var wanted = population.totals(opened.id(), kinds.get(k), basis);
            if (wanted.isEmpty()) {
                throw new Refusal("figures.nobody_known", kinds.get(k));
            }
            totals.put(kinds.get(k), wanted);
            margins.add(margin(kinds.get(k), wanted, people, k));
        }
        var weights = Raking.rake(margins, null, Raking.Caps.USUAL);
        return result(opened, kinds, basis, totals, people, weights, items);
    }

    private static Margin margin(String kind, Map<String, Long> wanted, List<UncountedAnswers.Person> people, int k) {
        var groups = List.copyOf(wanted.keySet());
        var memberships = people.stream().mapToInt(it -> groups.indexOf(it.parts().get(k))).toArray();
        return new Margin(kind, groups, memberships, wanted.values().stream().mapToDouble(it -> it).toArray());
    }

    private static Weighted result(Opened opened, List<String> kinds, Weighted.Basis basis,
            Map<String, Map<String, Long>> totals, List<UncountedAnswers.Person> people, Weights weights,
            List<Opened.Item> items) {
        var values = weights.values();
        return new Weighted(kinds, basis, shares(kinds, totals, people, values), people.size(), weights.effective(),
                weights.designEffect(), 100 * weights.worstMiss(), weights.capped(), groups(people, values),
                items(opened, people, values, items), null);
    }

    private static List<Weighted.Share> shares(List<String> kinds, Map<String, Map<String, Long>> totals,
            List<UncountedAnswers.Person> people, double[] weights) {
        var shares = new ArrayList<Weighted.Share>();
        for (int k = 0; k < kinds.size(); k++) {
            var wanted = totals.getOrDefault(kinds.get(k), Map.of());
            double whole = wanted.values().stream().mapToLong(it -> it).sum();
            Map<String, Long> counts = new LinkedHashMap<>();
            Map<String, Double> sums = new LinkedHashMap<>();
            double known = 0;
            for (int i = 0; i < people.size(); i++) {
                var part = people.get(i).parts().get(k);
                if (wanted.containsKey(part)) {
                    counts.merge(part, 1L, Long::sum);
                    sums.merge(part, weights[i], Double::sum);
                    known += weights[i];
                }
            }
            long n = counts.values().stream().mapToLong(it -> it).sum();
            var hidden = Gate.hidden(counts, n);
            for (var part : wanted.entrySet()) {
                boolean hide = hidden.contains(part.getKey());
                shares.add(new Weighted.Share(kinds.get(k), part.getKey(), 100 * part.getValue() / whole,
                        hide ? null : 100.0 * counts.getOrDefault(part.getKey(), 0L) / n,
                        hide ? null : 100 * sums.getOrDefault(part.getKey(), 0.0) / known));
            }
        }
        return shares;
    }

    private static List<Weighted.Group> groups(List<UncountedAnswers.Person> people, double[] weights) {
        Map<List<String>, double[]> groups = new LinkedHashMap<>();
        for (int i = 0; i < people.size(); i++) {
            var group = groups.computeIfAbsent(people.get(i).parts(), it -> new double[2]);
            group[0]++;
            group[1] += weights[i];
        }
        var shown = new ArrayList<Weighted.Group>();
        var small = new double[2];
        groups.forEach((parts, sum) -> {
            if (SmallBase.STANDARD.showing((long) sum[0]).visible()) {
                shown.add(new Weighted.Group(parts, (long) sum[0], sum[1] / sum[0]));
            }
            else {
                small[0] += sum[0];
                small[1] += sum[1];
            }
        });
        if (SmallBase.STANDARD.showing((long) small[0]).visible()) {
            shown.add(new Weighted.Group(List.of(), (long) small[0], small[1] / small[0]));
        }
        return shown;
    }

    private static List<Weighted.Item> items(Opened opened, List<UncountedAnswers.Person> people, double[] weights,
            List<Opened.Item> items) {
        var result = new ArrayList<Weighted.Item>();
        for (int i = 0; i < items.size(); i++) {
            int at = i;
            var item = items.get(i);
            var scale = item.measure().requireScale();
            int[] answered = java.util.stream.IntStream.range(0, people.size())
                .filter(p -> on(people.get(p).points().get(at), scale.min(), scale.max()))
                .toArray();
            int[] marks = Arrays.stream(answered)
                .map(p -> Objects.requireNonNull(people.get(p).points().get(at)))
                .map(mark -> scale.reversed() ? scale.min() + scale.max() - mark : mark)
                .toArray();
            var histogram = Histogram.counting(scale.min(), scale.max(), marks,
                    Arrays.stream(answered).mapToDouble(p -> weights[p]).toArray());
            result.add(new Weighted.Item(item.key(), item.measure().name().by(),
                    opened.told(item.key(), Scoring.main(item.measure(), opened.histogram(item))),
                    opened.told(item.key(), Scoring.main(item.measure(), histogram))));
        }
        return result;
    }

    private static boolean on(@Nullable Integer point, int min, int max) {
        return point != null && point >= min && point <= max;
    }

}
