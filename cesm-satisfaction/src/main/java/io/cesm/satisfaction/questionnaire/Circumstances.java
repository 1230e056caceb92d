package io.cesm.satisfaction.questionnaire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known before the first question: whom is spoken to, and about what.
 *
 * @param seed decides the random orders, the same for one respondent
 * @param data by name, see {@link #NAMES}
 * @param competitors names by the id that stands in answers
 */
public record Circumstances(long seed, Map<String, String> data, Map<String, String> competitors) {

    /** Names of what may be known. */
    public static final Set<String> NAMES = Set.of("contact", "customer", "product", "case", "date", "sender", "tier",
            "role");

    /** What tells who somebody is; anonymous questionnaires may not use it. */
    public static final List<String> PERSONAL = List.of("contact", "customer", "case", "sender");

    public Circumstances {
        data = Map.copyOf(data);
        competitors = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(competitors));
    }

    public static Circumstances unknown(long seed) {
        return new Circumstances(seed, Map.of(), Map.of());
    }

}
