package io.cesm.expectation;

import java.time.LocalDate;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Texts;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * Where the customer's words come from.
 *
 * @param saidOn the day they were said
 * @param touchPoint the occasion, such as "quarterly review"
 * @param reference number or name of a document
 */
@Embeddable
public record Origin(@Column(name = "said_on") LocalDate saidOn, @Enumerated(EnumType.STRING) @Nullable Channel channel,
        @Column(name = "touch_point") @Nullable String touchPoint,
        @Column(name = "source_reference") @Nullable String reference) {

    Origin judged(LocalDate today) {
        if (saidOn.isAfter(today)) {
            throw new FieldRefusal("saidOn", "expectation.said_on.future");
        }
        if (saidOn.isBefore(LocalDate.of(1990, 1, 1))) {
            throw new FieldRefusal("saidOn", "date.too_early");
        }
        return new Origin(saidOn, channel == null ? null : Channel.spoken(channel, "channel"),
                Texts.optional(touchPoint, 120, "touchPoint"), Texts.optional(reference, 200, "reference"));
    }

}
