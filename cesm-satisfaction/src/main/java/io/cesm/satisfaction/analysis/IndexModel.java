package io.cesm.satisfaction.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.cesm.satisfaction.figures.PathModel;
import io.cesm.satisfaction.questionnaire.ItemRole;
import io.cesm.satisfaction.questionnaire.QuestionType;
import io.cesm.satisfaction.questionnaire.ShowIf;
import org.jspecify.annotations.Nullable;

/**
 * Which items of a questionnaire stand for which construct of the European customer
 * satisfaction index. Expectation, quality, satisfaction and loyalty follow from the
 * roles; image, value and complaints from the names of the questions.
 *
 * @param satisfaction the three items of an index of the ACSI type; empty if one is
 * missing
 * @param paths null if there are not enough constructs
 * @param instead questions asked of those only who were not asked another one, by the
 * item they stand for: nobody answers both, and together they are one
 */
record IndexModel(List<String> satisfaction, double min, double max, @Nullable PathModel paths,
        Map<String, String> instead) {

    private static final List<PathModel.Path> PATHS = List.of(new PathModel.Path("image", "expectation"),
            new PathModel.Path("expectation", "quality"), new PathModel.Path("expectation", "value"),
            new PathModel.Path("quality", "value"), new PathModel.Path("image", "satisfaction"),
            new PathModel.Path("expectation", "satisfaction"), new PathModel.Path("quality", "satisfaction"),
            new PathModel.Path("value", "satisfaction"), new PathModel.Path("satisfaction", "complaints"),
            new PathModel.Path("image", "loyalty"), new PathModel.Path("satisfaction", "loyalty"),
            new PathModel.Path("complaints", "loyalty"));

    static IndexModel of(Opened opened) {
        var overall = opened.ownItems().stream().filter(it -> it.measure().role() == ItemRole.OVERALL).findFirst();
        if (overall.isEmpty()) {
            return new IndexModel(List.of(), 0, 1, null, Map.of());
        }
        var scale = overall.get().measure().requireScale();
        Map<String, List<String>> constructs = new LinkedHashMap<>();
        for (var name : List.of("image", "expectation", "quality", "value", "satisfaction", "complaints", "loyalty")) {
            constructs.put(name, new ArrayList<>());
        }
        var acsi = new ArrayList<String>();
        Map<String, String> instead = new LinkedHashMap<>();
        for (var item : opened.ownItems()) {
            var measure = item.measure();
            if (!measure.requireScale().values().equals(scale.values()) || measure.type() == QuestionType.NPS) {
                continue;
            }
            var construct = construct(measure);
            if (construct != null) {
                var items = constructs.computeIfAbsent(construct, name -> new ArrayList<>());
                var other = items.stream().filter(it -> excludes(opened, it, item.key())).findFirst();
                other.ifPresentOrElse(it -> instead.put(item.key(), it), () -> items.add(item.key()));
            }
            if ("satisfaction".equals(construct) && acsi.size() < 3) {
                acsi.add(item.key());
            }
        }
        constructs.values().removeIf(List::isEmpty);
        return new IndexModel((acsi.size() == 3) ? List.copyOf(acsi) : List.of(), scale.min(), scale.max(),
                model(constructs), instead);
    }

    /** Whether one is asked on an answer on which the other is not. */
    private static boolean excludes(Opened opened, String first, String second) {
        var one = test(opened, first);
        var other = test(opened, second);
        return one != null && other != null && one.of().equals(other.of())
                && Collections.disjoint(one.values(), other.values());
    }

    private static ShowIf.@Nullable Test test(Opened opened, String key) {
        return opened.survey()
            .measures()
            .definition()
            .questions()
            .stream()
            .filter(it -> it.id().equals(key))
            .map(it -> it.head().show())
            .filter(it -> it != null && it.tests().size() == 1 && it.tests().getFirst().op() == ShowIf.Op.IS)
            .map(it -> Objects.requireNonNull(it).tests().getFirst())
            .findFirst()
            .orElse(null);
    }

    List<String> keys() {
        var keys = new ArrayList<>(satisfaction);
        if (paths != null) {
            paths.items().stream().filter(it -> !keys.contains(it)).forEach(keys::add);
            keys.addAll(instead.keySet());
        }
        return keys;
    }

    private static @Nullable PathModel model(Map<String, List<String>> constructs) {
        var paths = PATHS.stream()
            .filter(it -> constructs.containsKey(it.from()) && constructs.containsKey(it.to()))
            .toList();
        boolean enough = constructs.containsKey("satisfaction") && constructs.containsKey("quality")
                && constructs.containsKey("expectation");
        return enough ? new PathModel(
                constructs.entrySet().stream().map(it -> new PathModel.Construct(it.getKey(), it.getValue())).toList(),
                paths) : null;
    }

    private static @Nullable String construct(Measure measure) {
        var role = measure.role();
        var name = measure.question();
        if (name.startsWith("image")) {
            return "image";
        }
        if (name.startsWith("value")) {
            return "value";
        }
        if (name.startsWith("complain")) {
            return "complaints";
        }
        return switch (role) {
            case EXPECTATION -> "expectation";
            case PERCEPTION -> "quality";
            case OVERALL, EXPECTANCY, IDEAL -> "satisfaction";
            case LOYALTY -> "loyalty";
            case null, default -> null;
        };
    }

}
