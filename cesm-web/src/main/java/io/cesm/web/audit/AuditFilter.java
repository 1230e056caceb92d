package io.cesm.web.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.timeline.LogFilter;
import org.jspecify.annotations.Nullable;

/** The filter bar of the log; every part is a parameter of the address. */
record AuditFilter(@Nullable String type, @Nullable String channel, @Nullable String q, @Nullable UUID subject,
        @Nullable UUID actor, @Nullable LocalDate from, @Nullable LocalDate to) {

    LogFilter log() {
        return new LogFilter(type, null, channel, subject, actor, q, start(from, 0), start(to, 1));
    }

    public boolean isAny() {
        return given(type) || given(channel) || given(q) || subject != null || actor != null || from != null
                || to != null;
    }

    private static boolean given(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private static @Nullable Instant start(@Nullable LocalDate date, int plusDays) {
        return date == null ? null : date.plusDays(plusDays).atStartOfDay(CompanyTime.ZONE).toInstant();
    }

}
