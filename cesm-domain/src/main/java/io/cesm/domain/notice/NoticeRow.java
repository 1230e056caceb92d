package io.cesm.domain.notice;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A notice as it is shown. */
public record NoticeRow(UUID id, Instant at, String kind, String subjectType, UUID subjectId, String subjectName,
        Map<String, String> details, @Nullable Instant readAt) {

    public boolean unread() {
        return readAt == null;
    }

}
