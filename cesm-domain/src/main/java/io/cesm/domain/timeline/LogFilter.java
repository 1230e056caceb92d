package io.cesm.domain.timeline;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What an auditor looks for in the log; a missing part does not restrict.
 *
 * @param name beginning of the record's number or name, or of the actor's name
 * @param from from this moment on
 * @param until before this moment
 */
public record LogFilter(@Nullable String type, @Nullable String action, @Nullable String channel,
        @Nullable UUID subject, @Nullable UUID actor, @Nullable String name, @Nullable Instant from,
        @Nullable Instant until) {

    String sql(Map<String, Object> params) {
        List<String> conditions = new ArrayList<>();
        equal(conditions, params, "subject_type", type);
        equal(conditions, params, "action", action);
        equal(conditions, params, "channel", channel);
        equal(conditions, params, "subject_id", subject);
        equal(conditions, params, "actor_id", actor);
        if (name != null && !name.isBlank()) {
            conditions.add("(subject_name ilike :name or actor_name ilike :name)");
            params.put("name", name.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
        }
        if (from != null) {
            conditions.add("at >= :from");
            params.put("from", from.atOffset(ZoneOffset.UTC));
        }
        if (until != null) {
            conditions.add("at < :until");
            params.put("until", until.atOffset(ZoneOffset.UTC));
        }
        return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
    }

    private static void equal(List<String> conditions, Map<String, Object> params, String column,
            @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            conditions.add(column + " = :" + column);
            params.put(column, value);
        }
    }

}
