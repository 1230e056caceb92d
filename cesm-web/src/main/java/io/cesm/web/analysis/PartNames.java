package io.cesm.web.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.cesm.domain.dimension.DimensionBook;
import io.cesm.domain.people.UnitBook;
import io.cesm.domain.people.UnitId;
import io.cesm.satisfaction.analysis.Kinds;
import io.cesm.satisfaction.analysis.Measures;
import io.cesm.satisfaction.questionnaire.Question;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the parts of the respondents and the dimensions are called. */
@Component
class PartNames {

    private static final UUID NOBODY = new UUID(0, 0);

    private final MessageSource messages;

    private final UnitBook units;

    private final DimensionBook dimensions;

    PartNames(MessageSource messages, UnitBook units, DimensionBook dimensions) {
        this.messages = messages;
        this.units = units;
        this.dimensions = dimensions;
    }

    /** Names of regions by their ids. */
    Map<String, String> regions(Iterable<String> ids) {
        Map<UnitId, String> wanted = new LinkedHashMap<>();
        for (var id : ids) {
            var unit = unit(id);
            if (unit != null) {
                wanted.put(unit, id);
            }
        }
        Map<String, String> names = new LinkedHashMap<>();
        if (!wanted.isEmpty()) {
            units.names(List.copyOf(wanted.keySet())).forEach((unit, name) -> names.put(wanted.get(unit), name));
        }
        return names;
    }

    String kind(String kind, Measures measures, Locale locale) {
        if (!kind.startsWith(Kinds.QUESTION)) {
            return messages.getMessage("analysis.kind." + kind, null, kind, locale) + "";
        }
        var measure = measures.find(kind.substring(Kinds.QUESTION.length()));
        return (measure == null) ? kind
                : measure.name().in(language(locale), measures.definition().languages()).strip();
    }

    String part(String kind, String part, Measures measures, Map<String, String> regions, Locale locale) {
        if (kind.startsWith(Kinds.QUESTION)) {
            return option(kind.substring(Kinds.QUESTION.length()), part, measures, locale);
        }
        return switch (kind) {
            case Kinds.TIER -> say("Tier." + part, part, locale);
            case Kinds.REGION -> regions.getOrDefault(part, part);
            case Kinds.FLOW -> say("insight.flow." + part, part, locale);
            case Kinds.ROLE -> say("DecisionRole." + part, part, locale);
            case Kinds.CHANNEL -> say("analysis.channel." + part, part, locale);
            case Kinds.LANGUAGE -> Locale.of(part).getDisplayLanguage(locale);
            default -> part;
        };
    }

    String option(String question, String option, Measures measures, Locale locale) {
        var found = measures.definition().question(Measures.base(question)).orElse(null);
        if (found instanceof Question.Choice choice) {
            for (var each : choice.options()) {
                if (each.id().equals(option)) {
                    return each.text().in(language(locale), measures.definition().languages());
                }
            }
        }
        return option;
    }

    Map<String, String> dimensions(Locale locale) {
        Map<String, String> names = new LinkedHashMap<>();
        dimensions.all().forEach(it -> names.put(it.code(), it.name(locale)));
        return names;
    }

    private String say(String key, String otherwise, Locale locale) {
        return Objects.requireNonNullElse(messages.getMessage(key, null, otherwise, locale), otherwise);
    }

    private static String language(Locale locale) {
        return locale.getLanguage().equals("zh") ? "zh" : "en";
    }

    private static @Nullable UnitId unit(String id) {
        try {
            return UnitId.of(id);
        }
        catch (IllegalArgumentException ex) {
            return UnitId.of(NOBODY.toString());
        }
    }

}
