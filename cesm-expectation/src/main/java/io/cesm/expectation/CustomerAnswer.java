package io.cesm.expectation;

import java.math.BigDecimal;
import java.time.LocalDate;

import io.cesm.domain.customer.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * What the customer said about what we delivered.
 *
 * @param perceived the level they feel, 0–100; needed for a confirmation
 * @param words their words; needed if it is not what was promised
 */
public record CustomerAnswer(@Nullable BigDecimal perceived, @Nullable LocalDate on, @Nullable ContactId contact,
        @Nullable Channel channel, @Nullable String words) {

}
