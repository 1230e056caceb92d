package io.cesm.domain.timeline;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** An entry of the timeline as it is shown. */
public record TimelineRow(UUID id, Instant at, @Nullable UUID actorId, String actorName, String actorKind,
        String channel, @Nullable String address, String subjectType, UUID subjectId, @Nullable String subjectName,
        @Nullable UUID customerId, String action, Map<String, Change.Values> changes, @Nullable String note) {

    /** The key of the sentence that says what happened. */
    public String messageKey() {
        return "timeline." + subjectType + "." + action;
    }

    /** The key of the label of a field; what stands behind a point tells twins apart. */
    public String fieldKey(String name) {
        var field = name.split("\\.", 2)[0];
        return "field." + subjectType.toLowerCase(java.util.Locale.ROOT) + "." + field;
    }

}
