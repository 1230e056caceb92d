package io.cesm.satisfaction.analysis;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * Whose answers are looked at.
 *
 * @param parts wanted part by kind, see {@link Kinds}
 * @param month the first day of a month; null for all
 */
public record Filter(Map<String, String> parts, @Nullable LocalDate month) {

    public static final Filter NONE = new Filter(Map.of(), null);

    public Filter {
        parts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(new TreeMap<>(parts)));
    }

    public static Filter of(String kind, String part) {
        return new Filter(Map.of(kind, part), null);
    }

    public boolean isNone() {
        return parts.isEmpty() && month == null;
    }

    /**
     * Whether it combines what is not counted together, so that single answers are read.
     */
    public boolean isFree() {
        return parts.size() > 1;
    }

    /** The kind of the only part, empty for everybody. */
    String kind() {
        return parts.isEmpty() ? "" : parts.keySet().iterator().next();
    }

    String part() {
        return parts.isEmpty() ? "" : parts.values().iterator().next();
    }

    List<String> kinds() {
        return List.copyOf(parts.keySet());
    }

}
