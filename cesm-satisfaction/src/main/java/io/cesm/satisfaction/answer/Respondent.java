package io.cesm.satisfaction.answer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Who answers, as far as is known at this moment.
 *
 * @param language the language they are spoken to
 * @param about what they are asked about: product, case, touch_point, flow
 * @param segments what they are: tier, region, industry, role, kind
 */
public record Respondent(@Nullable UUID invitation, @Nullable UUID customer, @Nullable UUID contact,
        @Nullable String customerName, @Nullable String contactName, @Nullable String language,
        Map<String, String> about, Map<String, String> segments) {

    /** What of the occasion stays with the answer. */
    private static final java.util.Set<String> KEPT = java.util.Set.of("product", "case", "touch_point", "flow");

    public Respondent {
        about = Collections.unmodifiableMap(new LinkedHashMap<>(about));
        segments = Collections.unmodifiableMap(new LinkedHashMap<>(segments));
    }

    /** Nobody who is known, at a place that is. */
    static Respondent nobody(Map<String, String> segments) {
        return new Respondent(null, null, null, null, null, null, Map.of(), segments);
    }

    /** What stays with the answer, as it is now. */
    Map<String, String> frozen(String spoken) {
        Map<String, String> frozen = new LinkedHashMap<>(segments);
        about.forEach((key, value) -> {
            if (KEPT.contains(key)) {
                frozen.put(key, value);
            }
        });
        frozen.put("language", spoken);
        return frozen;
    }

}
