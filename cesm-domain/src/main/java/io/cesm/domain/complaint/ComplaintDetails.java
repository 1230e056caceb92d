package io.cesm.domain.complaint;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.dimension.Flow;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;

/** A complaint as its page and the API show it. */
public record ComplaintDetails(ComplaintId id, String number, ComplaintKind kind, Heading heading, String subject,
        String verbatim, ComplaintChannel channel, @Nullable LocalDate occurredOn, @Nullable String reference,
        @Nullable String product, @Nullable String dimension, @Nullable Flow flow, ComplaintState state, Grade grade,
        @Nullable Person owner, @Nullable Instant ownerSince, int handOffs, @Nullable Role lockedRole, int level,
        @Nullable Instant warRoomSince, @Nullable Instant dueAt, @Nullable Instant warnAt, @Nullable String waitingFor,
        @Nullable Instant waitingSince, @Nullable String containment, @Nullable CauseClass cause,
        @Nullable String rootCause, @Nullable String remedy, @Nullable BigDecimal cost, @Nullable Answer answer,
        @Nullable String externalRoute, @Nullable String endedBecause, int reopenedCount, @Nullable Other mergedInto,
        Times times, long version) {

    /** Whom it is about. */
    public record Heading(CustomerId customer, String customerName, @Nullable String customerNameEn,
            @Nullable Integer tier, ContactId contact, String contactName, @Nullable String contactTitle,
            @Nullable String dimensionName, @Nullable String dimensionNameEn) {
    }

    /** One of us. */
    public record Person(StaffId id, String name) {
    }

    /** Another complaint. */
    public record Other(ComplaintId id, String number) {
    }

    /**
     * Its grade and what led to it.
     *
     * @param points of impact, urgency, tier, publicity, recurrence, decision maker
     */
    public record Grade(int grade, int proposed, List<Integer> points, int impact, int urgency, boolean publicity,
            int recurrence, boolean keyDecider, @Nullable Integer tier, @Nullable String because,
            @Nullable Integer wished, @Nullable String wishedBecause, @Nullable Person wishedBy) {

        public int sum() {
            return points.stream().mapToInt(Integer::intValue).sum();
        }

    }

    /**
     * What the customer said to our solution.
     *
     * @param proxy who of us recorded it, null if the customer did
     */
    public record Answer(ContactId contact, String contactName, ComplaintChannel channel, LocalDate on,
            @Nullable String words, @Nullable Person proxy) {
    }

    /** When it reached the stations of its life. */
    public record Times(Instant receivedAt, @Nullable Person receivedBy, @Nullable Instant acknowledgedAt,
            @Nullable Instant startedAt, @Nullable Instant containedAt, @Nullable Instant resolvedAt,
            @Nullable Person resolvedBy, @Nullable Instant confirmedAt, @Nullable Instant closedAt) {

        public @Nullable Instant of(ComplaintState state) {
            return switch (state) {
                case RECEIVED -> receivedAt;
                case ACKNOWLEDGED -> acknowledgedAt;
                case IN_PROGRESS -> startedAt;
                case CONTAINED -> containedAt;
                case RESOLVED, DECISION_DECLINED -> resolvedAt;
                case CONFIRMED -> confirmedAt;
                case CLOSED, WITHDRAWN, MERGED -> closedAt;
                case WAITING_CUSTOMER, REOPENED -> null;
            };
        }

    }

    public boolean isOpen() {
        return state.isOpen();
    }

}
