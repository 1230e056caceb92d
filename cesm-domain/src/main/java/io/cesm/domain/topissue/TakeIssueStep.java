package io.cesm.domain.topissue;

import java.math.BigDecimal;
import java.time.LocalDate;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody gives with a step; each step says what it needs.
 *
 * @param words what was said, done, or why
 * @param statement the problem in the customer's words, when it is understood
 * @param customer whose answer it is, or who left
 * @param on the day the customer answered or the value was measured
 * @param value what the measure shows
 * @param lesson what we keep from it, when it is closed
 */
public record TakeIssueStep(@Nullable String words, @Nullable String statement, @Nullable CustomerId customer,
        @Nullable ContactId contact, @Nullable IssueChannel channel, @Nullable LocalDate on, @Nullable BigDecimal value,
        @Nullable String lesson) {

    public static final TakeIssueStep NOTHING = new TakeIssueStep(null, null, null, null, null, null, null, null);

    public static TakeIssueStep saying(String words) {
        return new TakeIssueStep(words, null, null, null, null, null, null, null);
    }

    /** The customer confirms what we understood. */
    public static TakeIssueStep understood(String statement, ContactId contact, IssueChannel channel, LocalDate on) {
        return new TakeIssueStep(null, statement, null, contact, channel, on, null, null);
    }

    /** What one customer says to what was submitted. */
    public static TakeIssueStep answer(CustomerId customer, ContactId contact, IssueChannel channel, LocalDate on,
            @Nullable String words) {
        return new TakeIssueStep(words, null, customer, contact, channel, on, null, null);
    }

    public static TakeIssueStep measured(BigDecimal value, LocalDate on, String words) {
        return new TakeIssueStep(words, null, null, null, null, on, value, null);
    }

    public static TakeIssueStep learning(String lesson) {
        return new TakeIssueStep(null, null, null, null, null, null, null, lesson);
    }

    public static TakeIssueStep leaving(CustomerId customer, String because) {
        return new TakeIssueStep(because, null, customer, null, null, null, null, null);
    }

}
