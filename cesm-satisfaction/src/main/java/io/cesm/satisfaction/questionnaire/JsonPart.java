package io.cesm.satisfaction.questionnaire;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

import io.cesm.domain.kernel.Texts;

/**
 * One object of a definition in JSON, read field by field. What is wrong is collected
 * with its place; fields nobody asked for are wrong too.
 */
final class JsonPart {

    static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]{0,29}");

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");

    private final JsonNode node;

    private final String path;

    private final List<Fault> faults;

    private final Set<String> read = new HashSet<>();

    JsonPart(JsonNode node, String path, List<Fault> faults) {
        this.node = node;
        this.path = path;
        this.faults = faults;
        if (!node.isObject()) {
            fault("", "object");
        }
    }

    String path(String field) {
        return path.isEmpty() ? field : field.isEmpty() ? path : path + "." + field;
    }

    void fault(String field, String code, Object... args) {
        faults.add(Fault.of(path(field), code, args));
    }

    /** Says what was not asked for. */
    void end() {
        node.propertyNames().stream().filter(it -> !read.contains(it)).forEach(it -> fault(it, "unknown_field"));
    }

    boolean has(String field) {
        var value = node.path(field);
        return !value.isMissingNode() && !value.isNull();
    }

    private JsonNode at(String field) {
        read.add(field);
        var value = node.path(field);
        return value.isNull() ? MissingNode.getInstance() : value;
    }

    @Nullable String text(String field, int max) {
        var value = at(field);
        if (value.isMissingNode()) {
            return null;
        }
        if (!value.isString()) {
            fault(field, "text");
            return null;
        }
        var clean = Texts.clean(value.stringValue());
        if (clean.length() > max) {
            fault(field, "too_long", max, clean.length());
        }
        return clean.isEmpty() ? null : clean;
    }

    String id(String field) {
        var text = text(field, 30);
        if (text == null || !ID.matcher(text).matches()) {
            fault(field, "id");
            return "";
        }
        return text;
    }

    boolean flag(String field) {
        var value = at(field);
        if (!value.isMissingNode() && !value.isBoolean()) {
            fault(field, "boolean");
        }
        return value.isBoolean() && value.booleanValue();
    }

    @Nullable Integer whole(String field, int min, int max) {
        var value = at(field);
        if (value.isMissingNode()) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            fault(field, "whole_number");
            return null;
        }
        if (value.intValue() < min || value.intValue() > max) {
            fault(field, "range", min, max);
            return null;
        }
        return value.intValue();
    }

    int whole(String field, int min, int max, int usual) {
        var value = whole(field, min, max);
        return value == null ? usual : value;
    }

    @Nullable BigDecimal decimal(String field) {
        var value = at(field);
        if (value.isMissingNode()) {
            return null;
        }
        if (!value.isNumber() || value.decimalValue().abs().compareTo(BigDecimal.valueOf(1_000_000_000_000L)) > 0
                || value.decimalValue().scale() > 6) {
            fault(field, "number");
            return null;
        }
        return value.decimalValue();
    }

    @Nullable LocalDate day(String field) {
        var text = text(field, 10);
        try {
            return text == null ? null : LocalDate.parse(text);
        }
        catch (DateTimeParseException ex) {
            fault(field, "day");
            return null;
        }
    }

    <E extends Enum<E>> @Nullable E one(String field, Class<E> type) {
        var text = text(field, 30);
        if (text == null) {
            return null;
        }
        for (var each : type.getEnumConstants()) {
            if (each.name().equals(text)) {
                return each;
            }
        }
        fault(field, "choice", text);
        return null;
    }

    Words words(String field, int max) {
        return words(at(field), path(field), max);
    }

    /** Words that have to be there, in one language at least. */
    Words mustWords(String field, int max) {
        var words = words(field, max);
        if (words.isEmpty()) {
            fault(field, "required");
        }
        return words;
    }

    private Words words(JsonNode value, String where, int max) {
        if (value.isMissingNode()) {
            return Words.NONE;
        }
        if (!value.isObject()) {
            faults.add(Fault.of(where, "words"));
            return Words.NONE;
        }
        Map<String, String> by = new LinkedHashMap<>();
        for (var each : value.properties()) {
            if (!LANGUAGE.matcher(each.getKey()).matches() || !each.getValue().isString()) {
                faults.add(Fault.of(where + "." + each.getKey(), "words"));
                continue;
            }
            var clean = Texts.clean(each.getValue().stringValue());
            if (clean.length() > max) {
                faults.add(Fault.of(where + "." + each.getKey(), "too_long", max, clean.length()));
            }
            if (!clean.isEmpty()) {
                by.put(each.getKey(), clean);
            }
        }
        return new Words(by);
    }

    List<Words> manyWords(String field, int most, int max) {
        var found = new ArrayList<Words>();
        var values = list(field, most);
        for (int i = 0; i < values.size(); i++) {
            found.add(words(values.get(i), path(field) + "." + i, max));
        }
        return found;
    }

    List<String> texts(String field, int most, int max) {
        var found = new ArrayList<String>();
        for (var each : list(field, most)) {
            var text = each.isString() ? Texts.clean(each.stringValue()) : each.isNumber() ? each.asString() : "";
            if (text.isEmpty() || text.length() > max) {
                fault(field, "text");
            }
            else {
                found.add(text);
            }
        }
        return found;
    }

    <T> List<T> many(String field, int most, Function<JsonPart, @Nullable T> how) {
        var found = new ArrayList<T>();
        var values = list(field, most);
        for (int i = 0; i < values.size(); i++) {
            var part = new JsonPart(values.get(i), path(field) + "." + i, faults);
            var one = values.get(i).isObject() ? how.apply(part) : null;
            if (one != null) {
                part.end();
                found.add(one);
            }
        }
        return found;
    }

    <T> @Nullable T part(String field, Function<JsonPart, T> how) {
        var value = at(field);
        if (value.isMissingNode()) {
            return null;
        }
        var part = new JsonPart(value, path(field), faults);
        if (!value.isObject()) {
            return null;
        }
        var one = how.apply(part);
        part.end();
        return one;
    }

    private List<JsonNode> list(String field, int most) {
        var value = at(field);
        if (value.isMissingNode()) {
            return List.of();
        }
        if (!value.isArray()) {
            fault(field, "list");
            return List.of();
        }
        if (value.size() > most) {
            fault(field, "too_many", most);
            return List.of();
        }
        return value.values().stream().toList();
    }

}
