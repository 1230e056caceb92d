package io.cesm.satisfaction.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.cesm.domain.kernel.Refusal;
import io.cesm.satisfaction.figures.AcsiTypeIndex;
import io.cesm.satisfaction.figures.Bootstrap;
import io.cesm.satisfaction.figures.Columns;
import io.cesm.satisfaction.figures.Confidence;
import io.cesm.satisfaction.figures.DriverAnalysis;
import io.cesm.satisfaction.figures.Figure;
import io.cesm.satisfaction.figures.FigureMethod;
import io.cesm.satisfaction.figures.Gap;
import io.cesm.satisfaction.figures.PairedItem;
import io.cesm.satisfaction.figures.PathModelResult;
import io.cesm.satisfaction.figures.PathModelling;
import io.cesm.satisfaction.figures.Reliability;
import io.cesm.satisfaction.questionnaire.ItemRole;
import io.cesm.satisfaction.questionnaire.Question;
import io.cesm.satisfaction.questionnaire.QuestionType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Works out what needs whole answers: drivers, reliability, gaps of dimensions, indices.
 * A result is kept until more answers are counted.
 */
@Service
@Transactional
public class Studying {

    /** Of more answers as many are drawn. */
    public static final int MOST = 200_000;

    private static final Bootstrap DRAWS = Bootstrap.of(1000, 20_261_127);

    private static final Confidence SURE = Confidence.NINETY_FIVE;

    private final Studies studies;

    private final UncountedAnswers raw;

    Studying(Studies studies, UncountedAnswers raw) {
        this.studies = studies;
        this.raw = raw;
    }

    /** How drivers are told apart. */
    public enum Method {

        SHAPLEY, RELATIVE_WEIGHTS

    }

    /** The drivers of an outcome among everybody. */
    public Study.OfDrivers drivers(Opened opened, String outcome, List<String> drivers, @Nullable Method method) {
        var head = opened.survey().head();
        var asked = outcome + "|" + String.join(",", drivers) + "|" + method;
        return studies.take(head, "drivers", asked, Study.OfDrivers.class, () -> {
            try {
                var keys = new ArrayList<>(drivers);
                keys.add(outcome);
                var columns = raw.columns(opened.survey(), keys.stream().distinct().toList(), Filter.NONE, MOST);
                var found = (method == null) ? DriverAnalysis.of(columns, outcome, drivers, DRAWS)
                        : (method == Method.SHAPLEY) ? DriverAnalysis.shapley(columns, outcome, drivers, DRAWS)
                                : DriverAnalysis.relativeWeights(columns, outcome, drivers, DRAWS);
                return new Study.OfDrivers(found, head.counted(), null);
            }
            catch (Refusal refused) {
                return new Study.OfDrivers(null, head.counted(), why(refused));
            }
        });
    }

    /** Cronbach's alpha of the items of each dimension and of each matrix. */
    public Study.OfReliability reliability(Opened opened) {
        return studies.take(opened.survey().head(), "reliability", "-", Study.OfReliability.class, () -> {
            var groups = groups(opened);
            var keys = groups.values().stream().flatMap(List::stream).distinct().toList();
            if (keys.isEmpty()) {
                return new Study.OfReliability(List.of());
            }
            var columns = raw.columns(opened.survey(), keys, Filter.NONE, MOST);
            var found = new ArrayList<Study.Group>();
            groups.forEach((name, items) -> found.add(alpha(name, items, columns)));
            return new Study.OfReliability(found);
        });
    }

    private static Study.Group alpha(String name, List<String> items, Columns columns) {
        try {
            var reliability = Reliability.of(columns.only(items), SURE);
            return (reliability.alpha().n() < 5) ? new Study.Group(name, items, null, few(reliability.alpha().n()))
                    : new Study.Group(name, items, reliability, null);
        }
        catch (Refusal refused) {
            return new Study.Group(name, items, null, why(refused));
        }
    }

    private static Map<String, List<String>> groups(Opened opened) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (var item : opened.ownItems()) {
            var measure = item.measure();
            if (measure.type() == QuestionType.NUMBER) {
                continue;
            }
            if (measure.role() == ItemRole.PERCEPTION || measure.role() == ItemRole.DRIVER
                    || measure.role() == ItemRole.OVERALL || measure.role() == ItemRole.EXPECTANCY
                    || measure.role() == ItemRole.IDEAL) {
                boolean satisfaction = measure.role() != ItemRole.PERCEPTION && measure.role() != ItemRole.DRIVER;
                groups.computeIfAbsent(satisfaction ? "satisfaction" : family(measure), it -> new ArrayList<>())
                    .add(item.key());
            }
        }
        opened.survey()
            .measures()
            .pairs()
            .forEach(pair -> groups
                .computeIfAbsent((pair.head().dimension() == null) ? pair.id() : pair.head().dimension(),
                        it -> new ArrayList<>())
                .add(pair.id() + ".p"));
        groups.values().removeIf(items -> items.size() < 2);
        return groups;
    }

    /** Items of one matrix, or of the same name with another number. */
    static String family(Measure measure) {
        return measure.key().contains(".") ? measure.question() : measure.question().replaceAll("\\d+$", "");
    }

    /** Gaps of dimensions and of the whole, with their tests. */
    public Study.OfGaps gaps(Opened opened) {
        return studies.take(opened.survey().head(), "gaps", "-", Study.OfGaps.class, () -> {
            var pairs = opened.survey().measures().pairs();
            if (pairs.isEmpty()) {
                return new Study.OfGaps(null, null, List.of());
            }
            var keys = new ArrayList<String>();
            pairs.forEach(it -> keys.addAll(List.of(it.id() + ".e", it.id() + ".p")));
            var importance = importance(opened);
            keys.addAll(importance.values());
            return gaps(pairs, raw.columns(opened.survey(), keys, Filter.NONE, MOST), importance);
        });
    }

    private static Study.OfGaps gaps(List<Question.Pair> pairs, Columns columns, Map<String, String> importance) {
        Map<String, List<PairedItem>> dimensions = new LinkedHashMap<>();
        pairs.forEach(pair -> dimensions
            .computeIfAbsent(Objects.requireNonNullElse(pair.head().dimension(), pair.id()), it -> new ArrayList<>())
            .add(new PairedItem(pair.id(), columns.column(pair.id() + ".e"), columns.column(pair.id() + ".p"))));
        var names = List.copyOf(dimensions.keySet());
        var items = List.copyOf(dimensions.values());
        var overall = Gap.overall("all", items, names, null, SURE);
        if (overall.gap().n() < 5) {
            return new Study.OfGaps(null, null, List.of());
        }
        var weights = names.stream().map(it -> mean(columns, importance.get(it))).toList();
        boolean all = weights.stream().allMatch(it -> !Double.isNaN(it));
        return new Study.OfGaps(overall, all
                ? Gap.overall("weighted", items, names, weights.stream().mapToDouble(it -> it).toArray(), SURE) : null,
                all ? weights : List.of());
    }

    private static double mean(Columns columns, @Nullable String key) {
        return (key == null) ? Double.NaN
                : java.util.Arrays.stream(columns.column(key))
                    .filter(it -> !Double.isNaN(it))
                    .average()
                    .orElse(Double.NaN);
    }

    /** Where each dimension's importance was asked: points on a scale, or a number. */
    private static Map<String, String> importance(Opened opened) {
        Map<String, String> keys = new LinkedHashMap<>();
        opened.survey().measures().ofRole(ItemRole.IMPORTANCE).forEach(it -> {
            if (it.dimension() != null) {
                keys.putIfAbsent(it.dimension(), it.key());
            }
        });
        opened.survey().measures().definition().questions().forEach(question -> {
            var head = question.head();
            if (question instanceof Question.Number && head.role() == ItemRole.IMPORTANCE && head.dimension() != null) {
                keys.putIfAbsent(head.dimension(), question.id());
            }
        });
        return keys;
    }

    /** Indices of the ACSI and ECSI type, where the roles of the items allow them. */
    public Study.OfIndex index(Opened opened) {
        return studies.take(opened.survey().head(), "index", "joined", Study.OfIndex.class, () -> {
            var model = IndexModel.of(opened);
            var keys = model.keys();
            if (keys.isEmpty()) {
                return new Study.OfIndex(null, List.of(), null, null);
            }
            var columns = raw.columns(opened.survey(), keys, Filter.NONE, MOST).joined(model.instead());
            var acsi = model.satisfaction().isEmpty() ? null
                    : AcsiTypeIndex.of(columns.only(model.satisfaction()), model.min(), model.max(), SURE);
            if (acsi != null && acsi.n() < 5) {
                acsi = Figure.none(FigureMethod.ACSI_TYPE_EQUAL);
            }
            try {
                PathModelResult fit = (model.paths() == null) ? null
                        : PathModelling.fit(columns, model.paths(), model.min(), model.max(), Bootstrap.of(200, 42));
                return new Study.OfIndex(acsi, model.satisfaction(), fit, null);
            }
            catch (Refusal refused) {
                return new Study.OfIndex(acsi, model.satisfaction(), null, why(refused));
            }
        });
    }

    private static Study.Why why(Refusal refused) {
        return new Study.Why(refused.code(), refused.args().stream().map(Object::toString).toList());
    }

    private static Study.Why few(long n) {
        return new Study.Why("figures.too_few_cases", List.of(String.valueOf(n), "5"));
    }

}
