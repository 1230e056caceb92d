package io.cesm.satisfaction.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.cesm.satisfaction.figures.Comparing;
import io.cesm.satisfaction.figures.Comparison;
import io.cesm.satisfaction.figures.ControlChart;
import io.cesm.satisfaction.figures.Histogram;
import io.cesm.satisfaction.questionnaire.QuestionType;
import org.jspecify.annotations.Nullable;

/** Puts a trend together. */
final class Trends {

    private Trends() {
    }

    static Trend of(Opened opened, Opened.Item item, Map<LocalDate, Cells> months, Set<LocalDate> hidden,
            Map<UUID, Cells> waves, Set<Integer> breaks) {
        var measure = item.measure();
        return new Trend(item.key(), measure.name().by(), Scoring.method(measure), months(item, months, hidden),
                waves(opened.series(), item, waves, breaks), control(item, months, hidden), Scoring.badUpTo(measure));
    }

    private static List<Trend.Month> months(Opened.Item item, Map<LocalDate, Cells> months, Set<LocalDate> hidden) {
        var points = new ArrayList<Trend.Month>();
        var changes = new ArrayList<@Nullable Comparison>();
        Histogram last = null;
        Told told = null;
        for (var month : months.entrySet()) {
            var answers = month.getValue().histogram(item.key(), item.measure().requireScale());
            var now = Told.of(Scoring.main(item.measure(), answers), hidden.contains(month.getKey()));
            changes.add((last == null || told == null) ? null
                    : now.compared(told, Scoring.compare(item.measure(), answers, last)));
            points.add(new Trend.Month(month.getKey(), now, null, Claim.NONE));
            last = answers;
            told = now;
        }
        var judged = together(changes);
        var result = new ArrayList<Trend.Month>();
        for (int i = 0; i < points.size(); i++) {
            var change = judged.get(i);
            result.add(new Trend.Month(points.get(i).month(), points.get(i).figure(), change, Claim.of(change)));
        }
        return result;
    }

    private static List<Trend.Wave> waves(List<SurveyHead> series, Opened.Item item, Map<UUID, Cells> waves,
            Set<Integer> breaks) {
        var heads = series.stream().filter(it -> waves.containsKey(it.id())).toList();
        var changes = new ArrayList<@Nullable Comparison>();
        var told = new ArrayList<Told>();
        var comparable = new ArrayList<Boolean>();
        for (int i = 0; i < heads.size(); i++) {
            var answers = histogram(waves, heads.get(i), item);
            told.add(Told.of(Scoring.main(item.measure(), answers)));
            boolean same = i == 0 || comparable(heads.get(i - 1), heads.get(i), breaks);
            comparable.add(same);
            changes.add((i == 0 || !same) ? null
                    : told.get(i)
                        .compared(told.get(i - 1),
                                Scoring.compare(item.measure(), answers, histogram(waves, heads.get(i - 1), item))));
        }
        var judged = together(changes);
        var result = new ArrayList<Trend.Wave>();
        for (int i = 0; i < heads.size(); i++) {
            var head = heads.get(i);
            result.add(new Trend.Wave(head.id(), head.number(), head.wave(), told.get(i), comparable.get(i),
                    judged.get(i), Claim.of(judged.get(i))));
        }
        return result;
    }

    private static Histogram histogram(Map<UUID, Cells> waves, SurveyHead head, Opened.Item item) {
        return waves.getOrDefault(head.id(), new Cells()).histogram(item.key(), item.measure().requireScale());
    }

    private static boolean comparable(SurveyHead before, SurveyHead now, Set<Integer> breaks) {
        int from = Math.min(before.versionNumber(), now.versionNumber());
        int to = Math.max(before.versionNumber(), now.versionNumber());
        return breaks.stream().noneMatch(version -> version > from && version <= to);
    }

    private static @Nullable ControlChart control(Opened.Item item, Map<LocalDate, Cells> months,
            Set<LocalDate> hidden) {
        // of a number nobody knows from where on it is a bad one
        if (item.measure().type() == QuestionType.NUMBER) {
            return null;
        }
        var shown = months.entrySet()
            .stream()
            .filter(it -> !hidden.contains(it.getKey()))
            .map(it -> it.getValue().histogram(item.key(), item.measure().requireScale()))
            .toList();
        if (shown.size() != months.size() || shown.stream().anyMatch(it -> it.n() > 0 && it.n() < 5)) {
            return null;
        }
        var bad = new long[shown.size()];
        var sizes = new long[shown.size()];
        for (int i = 0; i < bad.length; i++) {
            sizes[i] = shown.get(i).n();
            for (int mark = shown.get(i).lowest(); mark <= Scoring.badUpTo(item.measure()); mark++) {
                bad[i] += shown.get(i).count(mark);
            }
        }
        return ControlChart.ofShares(bad, sizes, 0);
    }

    /** Judged together; what was not compared stays so. */
    static List<@Nullable Comparison> together(List<@Nullable Comparison> comparisons) {
        var made = new ArrayList<Comparison>();
        comparisons.forEach(it -> {
            if (it != null) {
                made.add(it);
            }
        });
        var judged = Comparing.together(made).iterator();
        var result = new ArrayList<@Nullable Comparison>();
        comparisons.forEach(it -> result.add((it == null) ? null : judged.next()));
        return result;
    }

}
