package io.cesm.domain.complaint;

import java.math.BigDecimal;
import java.time.LocalDate;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody gives with a step; each step says what it needs.
 *
 * @param words what was said, done, decided, or why
 * @param contact who of the customer said or heard it
 * @param on the day the customer answered
 * @param external the outside way a customer who disagrees takes, such as arbitration
 * @param into the complaint this one lives on in
 */
public record TakeStep(@Nullable String words, @Nullable ContactId contact, @Nullable ComplaintChannel channel,
        @Nullable LocalDate on, @Nullable StaffId owner, @Nullable CauseClass cause, @Nullable String rootCause,
        @Nullable String remedy, @Nullable BigDecimal cost, @Nullable String external, @Nullable ComplaintId into) {

    public static final TakeStep NOTHING = new TakeStep(null, null, null, null, null, null, null, null, null, null,
            null);

    public static TakeStep saying(String words) {
        return new TakeStep(words, null, null, null, null, null, null, null, null, null, null);
    }

    /** What the customer was told, and how. */
    public static TakeStep telling(String words, ComplaintChannel channel) {
        return new TakeStep(words, null, channel, null, null, null, null, null, null, null, null);
    }

    /** What the customer answered. */
    public static TakeStep answer(@Nullable String words, ContactId contact, ComplaintChannel channel, LocalDate on) {
        return new TakeStep(words, contact, channel, on, null, null, null, null, null, null, null);
    }

    public static TakeStep resolving(CauseClass cause, String rootCause, String remedy, String told,
            ComplaintChannel channel) {
        return new TakeStep(told, null, channel, null, null, cause, rootCause, remedy, null, null, null);
    }

    public static TakeStep into(ComplaintId other) {
        return new TakeStep(null, null, null, null, null, null, null, null, null, null, other);
    }

    public TakeStep by(@Nullable StaffId somebody) {
        return new TakeStep(words, contact, channel, on, somebody, cause, rootCause, remedy, cost, external, into);
    }

}
