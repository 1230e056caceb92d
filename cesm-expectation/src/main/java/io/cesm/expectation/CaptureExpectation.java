package io.cesm.expectation;

import java.time.LocalDate;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * A wish to note what a customer expects; customer, contact and words are enough.
 *
 * @param saidOn the day it was said, today if null
 * @param owner who takes care of it, null for the usual owner of the customer
 * @param demo whether it belongs to the demo company
 */
public record CaptureExpectation(CustomerId customer, ContactId contact, String verbatim, @Nullable String understood,
        @Nullable LocalDate saidOn, @Nullable Channel channel, @Nullable String touchPoint, @Nullable String reference,
        Classification classification, Target target, @Nullable CompetitorPromise competitor, @Nullable StaffId owner,
        boolean demo) {

    /** The shortest form. */
    public static CaptureExpectation of(CustomerId customer, ContactId contact, String verbatim) {
        return new CaptureExpectation(customer, contact, verbatim, null, null, null, null, null, Classification.NONE,
                Target.NONE, null, null, false);
    }

    CaptureExpectation ownedBy(@Nullable StaffId usual) {
        return new CaptureExpectation(customer, contact, verbatim, understood, saidOn, channel, touchPoint, reference,
                classification, target, competitor, usual, demo);
    }

    Origin origin(LocalDate today) {
        return new Origin(saidOn == null ? today : saidOn, channel, touchPoint, reference).judged(today);
    }

}
