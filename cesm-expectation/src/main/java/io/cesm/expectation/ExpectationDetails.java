package io.cesm.expectation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one expectation, with the names of those it mentions.
 *
 * @param heading number, customer and other words for the top of a page
 * @param names names of contacts and staff, numbers of expectations, by id
 * @param beside what else belongs to it
 */
public record ExpectationDetails(ExpectationId id, long version, int revision, Heading heading, CustomerId customer,
        ContactId contact, String verbatim, @Nullable String understood, Origin origin, Classification classification,
        ExpectationState state, Target target, @Nullable ContactId clarifiedWith, @Nullable Instant clarifiedAt,
        @Nullable StaffId owner, @Nullable LocalDate dueOn, @Nullable Commitment commitment,
        @Nullable Declining declining, @Nullable Told told, @Nullable Delivery delivery, @Nullable Answer answer,
        int notMetCount, @Nullable CompetitorPromise competitor, @Nullable String withdrawnBecause,
        @Nullable ExpectationId mergedInto, Instant capturedAt, @Nullable StaffId capturedBy,
        @Nullable Instant closedAt, Map<UUID, String> names, Beside beside) {

    /** Number, customer and other words for the top of a page. */
    public record Heading(String number, String customerName, @Nullable String customerNameEn, @Nullable Integer tier,
            String contactName, @Nullable String contactTitle, @Nullable String contactLanguage,
            @Nullable String contactEmail, @Nullable String dimensionName, @Nullable String dimensionNameEn) {
    }

    /**
     * Whether there are documents, conflicts, an offer to hand it over and requirements,
     * so that nobody has to ask for what is not there.
     *
     * @param others how much other features have beside it, in the order they asked
     */
    public record Beside(boolean documents, boolean conflicts, boolean offer, boolean requirements,
            List<Integer> others) {
    }

    public String number() {
        return heading.number();
    }

    public @Nullable String name(@Nullable StaffId staff) {
        return staff == null ? null : names.get(staff.id());
    }

    public @Nullable String contactName(@Nullable ContactId who) {
        return who == null ? null : names.get(who.id());
    }

    public @Nullable String numberOf(@Nullable ExpectationId other) {
        return other == null ? null : names.get(other.id());
    }

    public boolean isOpen() {
        return state.isOpen();
    }

    public boolean isOverdue(LocalDate today) {
        return isOpen() && dueOn != null && dueOn.isBefore(today);
    }

}
