package io.cesm.satisfaction.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.cesm.satisfaction.figures.Benchmark;
import io.cesm.satisfaction.figures.Confidence;
import io.cesm.satisfaction.figures.Histogram;
import io.cesm.satisfaction.figures.Lead;
import io.cesm.satisfaction.figures.Nps;
import io.cesm.satisfaction.questionnaire.Question;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds who is who in questions that were asked of several suppliers: ourselves is the
 * option {@code us}, else the same question asked about us alone.
 */
@Component
class Benchmarks {

    private static final String US = Counting.US;

    /** From so many people on who judged both, they decide. */
    private static final long ENOUGH = 30;

    private static final Confidence SURE = Confidence.NINETY_FIVE;

    private final JdbcClient jdbc;

    Benchmarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Rivals of(Opened opened, String language) {
        Map<String, Map<String, Histogram>> byMeasure = new LinkedHashMap<>();
        Map<String, Map<String, RivalPairs>> pairs = new LinkedHashMap<>();
        Map<String, Measure> measures = new LinkedHashMap<>();
        var names = names(opened, language);
        for (var item : opened.items()) {
            var each = item.each();
            if (each != null) {
                measures.put(item.measure().key(), item.measure());
                byMeasure.computeIfAbsent(item.measure().key(), it -> new LinkedHashMap<>())
                    .merge(names.getOrDefault(each, each), opened.histogram(item), Histogram::plus);
                if (!opened.hides(Kinds.RIVAL + item.key())) {
                    pairs.computeIfAbsent(item.measure().key(), it -> new LinkedHashMap<>())
                        .computeIfAbsent(names.getOrDefault(each, each), it -> new RivalPairs(item.measure()))
                        .add(opened.cells().counts(Kinds.RIVAL + item.key()));
                }
            }
        }
        var rows = new ArrayList<Rivals.Row>();
        byMeasure.forEach((key, answers) -> {
            var measure = measures.get(key);
            var ours = ours(opened, measure, answers, names.get(US));
            if (measure != null && ours != null && !answers.isEmpty()) {
                rows.add(row(opened, measure, ours, answers, pairs.getOrDefault(key, Map.of())));
            }
        });
        return new Rivals(rows);
    }

    private static @Nullable Histogram ours(Opened opened, @Nullable Measure measure, Map<String, Histogram> answers,
            @Nullable String us) {
        var same = (us == null) ? answers.remove(US) : answers.remove(us);
        if (same != null || measure == null) {
            return same;
        }
        var own = opened.survey().measures().own(measure);
        return opened.ownItems()
            .stream()
            .filter(it -> it.measure().equals(own))
            .findFirst()
            .map(opened::histogram)
            .orElse(null);
    }

    private static Rivals.Row row(Opened opened, Measure measure, Histogram ours, Map<String, Histogram> theirs,
            Map<String, RivalPairs> pairs) {
        Map<String, Lead> leads = new LinkedHashMap<>();
        Map<String, Long> both = new LinkedHashMap<>();
        theirs.forEach((name, answers) -> {
            var lead = Scoring.isNps(measure) ? Lead.ofNps(Nps.of(ours), Nps.of(answers), SURE)
                    : Lead.ofMeans(ours, answers, SURE);
            var same = pairs.get(name);
            if (same != null && same.n() >= ENOUGH) {
                both.put(name, same.n());
                lead = same.test(lead, SURE);
            }
            leads.put(name, lead);
        });
        var benchmark = Benchmark.ofLeads(leads);
        var own = Told.of(
                Scoring.isNps(measure) ? Nps.of(ours).figure(SURE) : io.cesm.satisfaction.figures.Mean.of(ours, SURE),
                opened.closed());
        var rivals = new ArrayList<Rivals.Rival>();
        for (var rival : benchmark.rivals()) {
            var told = Told.of(rival.lead().theirs(), opened.closed());
            var lead = own.compared(told, rival.lead().difference());
            rivals.add(new Rivals.Rival(rival.name(), told, lead, (lead == null) ? null : rival.lead().ratio(),
                    Claim.of(lead), (lead == null) ? null : both.get(rival.name())));
        }
        var range = Scoring.isNps(measure) ? new double[] { -100, 100 }
                : new double[] { ours.lowest(), ours.highest() };
        return new Rivals.Row(measure.key(), measure.name().by(), measure.dimension(), range[0], range[1], own,
                benchmark.rank(), rivals);
    }

    /**
     * The names of those a block was repeated for: options of a question, or competitors.
     */
    private Map<String, String> names(Opened opened, String language) {
        Map<String, String> names = new LinkedHashMap<>();
        var definition = opened.survey().measures().definition();
        definition.questions().forEach(question -> {
            if (question instanceof Question.Choice choice) {
                choice.options()
                    .forEach(it -> names.putIfAbsent(it.id(), it.text().in(language, definition.languages())));
            }
        });
        var ids = opened.items()
            .stream()
            .map(Opened.Item::each)
            .filter(it -> it != null && it.matches("[0-9a-f-]{36}"))
            .distinct()
            .map(it -> UUID.fromString(String.valueOf(it)))
            .toList();
        if (!ids.isEmpty()) {
            Map<String, String> spelled = new LinkedHashMap<>();
            jdbc.sql("select id, name from competitor where id = any(?) order by name")
                .param(ids.toArray(UUID[]::new))
                .query(row -> {
                    var name = row.getString("name");
                    names.put(row.getString("id"),
                            spelled.computeIfAbsent(name.strip().toLowerCase(Locale.ROOT), it -> name.strip()));
                });
        }
        return names;
    }

}
