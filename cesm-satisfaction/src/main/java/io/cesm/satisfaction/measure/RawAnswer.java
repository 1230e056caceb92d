package io.cesm.satisfaction.measure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** One answer as it was stored, with what its reader may see of who gave it. */
public record RawAnswer(UUID id, LocalDate day, String channel, @Nullable String language, BigDecimal weight,
        @Nullable String customerNumber, @Nullable String customerName, @Nullable String customerNameEn,
        Map<String, Object> items, Map<String, Object> words, Map<String, Object> segments, boolean leftOut) {
}
