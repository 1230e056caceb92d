package io.cesm.domain.complaint;

import java.time.LocalDate;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.dimension.Flow;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * The wish to file what a customer came with.
 *
 * @param subject a few words; without them the beginning of what was said
 * @param owner who takes care; null leaves it to whoever accepts it first
 */
public record FileComplaint(ComplaintKind kind, CustomerId customer, ContactId contact, @Nullable String subject,
        String verbatim, ComplaintChannel channel, @Nullable LocalDate occurredOn, @Nullable String reference,
        @Nullable String product, @Nullable String dimension, @Nullable Flow flow, int impact, int urgency,
        boolean publicity, @Nullable StaffId owner, boolean demo) {

    /** With the usual values for what nobody said. */
    public static FileComplaint of(CustomerId customer, ContactId contact, String verbatim) {
        return new FileComplaint(ComplaintKind.COMPLAINT, customer, contact, null, verbatim, ComplaintChannel.PHONE,
                null, null, null, null, null, 3, 3, false, null, false);
    }

}
