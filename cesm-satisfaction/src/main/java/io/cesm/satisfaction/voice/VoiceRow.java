package io.cesm.satisfaction.voice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A comment as it may be read.
 *
 * @param customer null unless the reader may know whose words they are
 * @param on the day; the first of the month for anonymous ones
 * @param followUp number of the follow-up it led to, if the reader may see it
 */
public record VoiceRow(UUID id, String body, LocalDate on, boolean anonymous, boolean named, UUID survey,
        String surveyNumber, @Nullable UUID customer, @Nullable String customerName, @Nullable String customerNameEn,
        @Nullable String contactName, @Nullable BigDecimal level, int sentiment, List<String> themes,
        @Nullable UUID followUp, @Nullable String followUpNumber) {
}
