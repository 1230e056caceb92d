package io.cesm.domain.topissue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.complaint.CauseClass;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.dimension.Flow;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * A TOP issue as its page and the API show it.
 *
 * @param missing which of the five things that let it start are missing
 * @param whys the answers to why, one after the other
 */
public record TopIssueDetails(TopIssueId id, String number, String title, String problem, Heading heading,
        TopIssueState state, @Nullable String statement, @Nullable Confirmation confirmation, @Nullable Person owner,
        @Nullable Instant ownerAgreedAt, @Nullable Person sponsor, Plan plan, List<SmartPart> missing,
        List<String> whys, @Nullable CauseClass cause, @Nullable String rootCause, @Nullable LocalDate tellOn,
        @Nullable Effect effect, @Nullable LocalDate checkDueOn, @Nullable Effect check, int round, int reopenedCount,
        int leftCount, @Nullable String lesson, @Nullable String endedBecause, @Nullable Integer place,
        @Nullable Integer score, Times times, long version) {

    /** Where it belongs; the customer is the one that leads. */
    public record Heading(CustomerId customer, @Nullable String dimension, @Nullable String dimensionName,
            @Nullable String dimensionNameEn, @Nullable Flow flow) {
    }

    /** One of us. */
    public record Person(StaffId id, String name) {
    }

    /**
     * The customer's word that we understood.
     *
     * @param proxy who of us recorded it, null if the customer did
     */
    public record Confirmation(@Nullable ContactId contact, @Nullable String contactName, IssueChannel channel,
            LocalDate on, @Nullable String words, @Nullable Person proxy) {
    }

    /** What makes it measurable. */
    public record Plan(@Nullable MeasureKind kind, @Nullable String measure, @Nullable String item,
            @Nullable String unit, boolean rising, @Nullable BigDecimal baseline, @Nullable BigDecimal target,
            @Nullable String stake, @Nullable BigDecimal stakeValue, @Nullable LocalDate targetOn, int rhythmDays,
            int checkWeeks) {
    }

    /** What was measured, on what day, with what words. */
    public record Effect(BigDecimal value, LocalDate on, @Nullable String words) {
    }

    /** When it reached the stations of its life. */
    public record Times(Instant nominatedAt, @Nullable Person nominatedBy, @Nullable Instant understoodAt,
            @Nullable Instant plannedAt, @Nullable Instant startedAt, @Nullable Instant verifiedAt,
            @Nullable Instant submittedAt, @Nullable Instant approvedAt, @Nullable Instant closedAt) {

        public @Nullable Instant of(TopIssueState state) {
            return switch (state) {
                case NOMINATED -> nominatedAt;
                case UNDERSTOOD -> understoodAt;
                case PLANNED -> plannedAt;
                case IMPROVING -> startedAt;
                case VERIFIED -> verifiedAt;
                case SUBMITTED -> submittedAt;
                case APPROVED -> approvedAt;
                case CLOSED, WITHDRAWN -> closedAt;
            };
        }

    }

    /**
     * A customer it hurts.
     *
     * @param leftBecause why there is nobody to ask any more
     */
    public record Affected(CustomerId customer, String name, @Nullable String nameEn, @Nullable Integer tier,
            @Nullable Instant leftAt, @Nullable String leftBecause) {
    }

    /** A record that shows it. */
    public record Shown(UUID id, EvidenceKind kind, UUID record, String number, CustomerId customer,
            String customerName, @Nullable String customerNameEn, @Nullable String words, LocalDate on, int severity) {
    }

    /**
     * What one customer said in one round.
     *
     * @param reached whether a question has reached them
     */
    public record Approval(int round, CustomerId customer, String customerName, @Nullable String customerNameEn,
            String state, @Nullable String contactName, @Nullable IssueChannel channel, @Nullable LocalDate on,
            @Nullable String words, @Nullable String proxyName, Instant askedAt, boolean reached) {

        /** Whether we owe them the question, and not they us the answer. */
        public boolean isUnasked() {
            return "WAITING".equals(state) && !reached;
        }
    }

    public boolean isOpen() {
        return state.isOpen();
    }

    /** Whether its plan was finished at some time and still stands. */
    public boolean isPlanned() {
        return state.isAtLeast(TopIssueState.PLANNED);
    }

    /** Whether the effect is measured. */
    public boolean isVerified() {
        return state.isAtLeast(TopIssueState.VERIFIED);
    }

    /** Whether the customers were asked. */
    public boolean isSubmitted() {
        return state.isAtLeast(TopIssueState.SUBMITTED);
    }

}
