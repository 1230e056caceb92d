package io.cesm.web.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

import io.cesm.domain.timeline.LogFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** The filter bar of the log; every part is a parameter of the address. */
record AuditFilter(@Nullable String type, @Nullable String channel, @Nullable String q, @Nullable UUID subject,
        @Nullable UUID actor, @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to, @Nullable String after) {

    LogFilter log(ZoneId zone) {
        return new LogFilter(type, null, channel, subject, actor, q, start(from, 0, zone), start(to, 1, zone));
    }

    boolean isEmpty() {
        return log(ZoneId.of("UTC")).equals(new LogFilter(type == null ? null : "", null, channel == null ? null : "",
                null, null, q == null ? null : "", null, null));
    }

    private static @Nullable Instant start(@Nullable LocalDate date, int plusDays, ZoneId zone) {
        return date == null ? null : date.plusDays(plusDays).atStartOfDay(zone).toInstant();
    }

}
