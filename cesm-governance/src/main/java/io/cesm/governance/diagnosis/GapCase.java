package io.cesm.governance.diagnosis;

import java.time.LocalDate;
import java.util.UUID;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.dimension.Flow;
import io.cesm.satisfaction.figures.ServiceGap;
import org.jspecify.annotations.Nullable;

/**
 * One case behind a figure.
 *
 * @param because what somebody wrote who judged it by hand; null where the rule decided
 */
public record GapCase(CaseSource source, UUID id, String number, String words, CustomerId customer, String customerName,
        @Nullable String customerNameEn, @Nullable Flow flow, LocalDate on, ServiceGap gap, @Nullable String because) {

    /** The page of the record. */
    public String link() {
        return switch (source) {
            case COMPLAINT -> "/complaints/";
            case FOLLOW_UP -> "/follow-ups/";
            case EXPECTATION -> "/expectations/";
            case TOP_ISSUE -> "/top-issues/";
        } + id;
    }

}
