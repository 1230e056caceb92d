package io.cesm.domain.topissue;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A TOP issue as a customer sees it by their link: what was agreed and what was said to
 * them, nothing of other customers.
 *
 * @param words what we told them with it: the report, or the submission
 */
public record CustomerIssue(IssueLinkPurpose purpose, String number, String title, @Nullable String statement,
        String contactName, String customerName, @Nullable String customerNameEn, @Nullable String language,
        @Nullable String ownerName, @Nullable String measure, @Nullable String unit, @Nullable BigDecimal baseline,
        @Nullable BigDecimal target, @Nullable LocalDate targetOn, @Nullable BigDecimal effect,
        @Nullable LocalDate effectOn, @Nullable String effectWords, @Nullable String subject, @Nullable String words,
        @Nullable LocalDate on) {
}
