package io.cesm.domain.topissue;

import java.time.LocalDate;
import java.util.UUID;

import io.cesm.domain.customer.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * A record that shows an issue; whoever hands it in has made sure that it exists and may
 * be seen.
 *
 * @param number what people call the record
 * @param words the customer's words in it, shortened
 * @param severity from 1, the gravest, to 4
 */
public record Evidence(EvidenceKind kind, UUID record, String number, CustomerId customer, @Nullable String words,
        LocalDate happenedOn, int severity) {
}
