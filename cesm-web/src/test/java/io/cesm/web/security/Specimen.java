package io.cesm.web.security;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Makes a plausible value for every field of a form or body from its type, so that one
 * field after the other can be made hostile while the rest stays ordinary.
 */
final class Specimen {

    private final Function<String, UUID> ids;

    Specimen(Function<String, UUID> ids) {
        this.ids = ids;
    }

    /** The fields of a record by name, as JSON would carry them. */
    Map<String, @Nullable Object> of(Class<?> type) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (RecordComponent each : type.getRecordComponents()) {
            fields.put(each.getName(), value(each.getName(), each.getGenericType()));
        }
        return fields;
    }

    /** The paths of all texts in it, such as {@code points.0.value}. */
    static List<List<Object>> texts(Map<String, ?> fields) {
        List<List<Object>> found = new ArrayList<>();
        walk(fields, new ArrayList<>(), found);
        return found;
    }

    private static void walk(@Nullable Object value, List<Object> path, List<List<Object>> found) {
        switch (value) {
            case Map<?, ?> map -> map.forEach((key, each) -> walk(each, with(path, key), found));
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    walk(list.get(i), with(path, i), found);
                }
            }
            case String text -> found.add(path);
            case null, default -> {
            }
        }
    }

    private static List<Object> with(List<Object> path, Object step) {
        var longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    /** The same with another value at a path. */
    static Object replaced(@Nullable Object value, List<Object> path, Object by) {
        if (path.isEmpty()) {
            return by;
        }
        var rest = path.subList(1, path.size());
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> copy = new LinkedHashMap<>(map);
            copy.put(path.getFirst(), replaced(map.get(path.getFirst()), rest, by));
            return copy;
        }
        var copy = new ArrayList<@Nullable Object>((List<?>) value);
        int at = (Integer) path.getFirst();
        copy.set(at, replaced(copy.get(at), rest, by));
        return copy;
    }

    private @Nullable Object value(String name, Type type) {
        if (type instanceof ParameterizedType generic) {
            var raw = (Class<?>) generic.getRawType();
            if (Collection.class.isAssignableFrom(raw)) {
                var one = value(name, generic.getActualTypeArguments()[0]);
                return one == null ? List.of() : List.of(one);
            }
            return new LinkedHashMap<String, Object>();
        }
        return plain(name, (Class<?>) type);
    }

    private @Nullable Object plain(String name, Class<?> type) {
        if (type == String.class) {
            return "x";
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0].toString();
        }
        if (type == UUID.class || type.getSimpleName().endsWith("Id")) {
            return ids.apply(name).toString();
        }
        if (type == LocalDate.class) {
            return "2026-11-01";
        }
        if (type == Instant.class) {
            return "2026-11-01T00:00:00Z";
        }
        if (type == boolean.class || type == Boolean.class) {
            return true;
        }
        if (type.isPrimitive() || type == BigDecimal.class || Number.class.isAssignableFrom(type)) {
            return name.equals("version") ? 0 : 1;
        }
        return type.isRecord() ? of(type) : null;
    }

}
