package io.cesm.web.complaint.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.complaint.CauseClass;
import io.cesm.domain.complaint.ComplaintChannel;
import io.cesm.domain.complaint.ComplaintDetails;
import io.cesm.domain.complaint.ComplaintKind;
import io.cesm.domain.complaint.ComplaintState;
import io.cesm.domain.dimension.Flow;
import io.cesm.domain.people.Role;
import org.jspecify.annotations.Nullable;

/** A complaint as programs read it. */
record ComplaintJson(UUID id, String number, ComplaintKind kind, UUID customer, String customerName,
        @Nullable Integer tier, UUID contact, String contactName, String subject, String verbatim,
        ComplaintChannel channel, @Nullable LocalDate occurredOn, @Nullable String reference, @Nullable String product,
        @Nullable String dimension, @Nullable Flow flow, ComplaintState state, GradeJson grade,
        @Nullable PersonJson owner, @Nullable Instant ownerSince, int handOffs, @Nullable Role lockedRole, int level,
        @Nullable Instant warRoomSince, @Nullable Instant dueAt, @Nullable Instant warnAt, @Nullable String waitingFor,
        @Nullable Instant waitingSince, @Nullable String containment, @Nullable CauseClass cause,
        @Nullable String rootCause, @Nullable String remedy, @Nullable BigDecimal cost, @Nullable AnswerJson answer,
        @Nullable String externalRoute, @Nullable String endedBecause, int reopenedCount, @Nullable UUID mergedInto,
        TimesJson times, long version) {

    static ComplaintJson of(ComplaintDetails it) {
        var about = it.heading();
        var merged = it.mergedInto();
        return new ComplaintJson(it.id().id(), it.number(), it.kind(), about.customer().id(), about.customerName(),
                about.tier(), about.contact().id(), about.contactName(), it.subject(), it.verbatim(), it.channel(),
                it.occurredOn(), it.reference(), it.product(), it.dimension(), it.flow(), it.state(),
                GradeJson.of(it.grade()), PersonJson.of(it.owner()), it.ownerSince(), it.handOffs(), it.lockedRole(),
                it.level(), it.warRoomSince(), it.dueAt(), it.warnAt(), it.waitingFor(), it.waitingSince(),
                it.containment(), it.cause(), it.rootCause(), it.remedy(), it.cost(), AnswerJson.of(it.answer()),
                it.externalRoute(), it.endedBecause(), it.reopenedCount(), merged == null ? null : merged.id().id(),
                TimesJson.of(it.times()), it.version());
    }

    /** One of us. */
    record PersonJson(UUID id, String name) {

        static @Nullable PersonJson of(ComplaintDetails.@Nullable Person it) {
            return it == null ? null : new PersonJson(it.id().id(), it.name());
        }

    }

    /** The grade, 1 the gravest, with the points that led to it. */
    record GradeJson(int grade, int proposed, List<Integer> points, int impact, int urgency, boolean publicity,
            int recurrence, boolean keyDecider, @Nullable Integer tier, @Nullable String because,
            @Nullable Integer wished, @Nullable String wishedBecause, @Nullable PersonJson wishedBy) {

        static GradeJson of(ComplaintDetails.Grade it) {
            return new GradeJson(it.grade(), it.proposed(), it.points(), it.impact(), it.urgency(), it.publicity(),
                    it.recurrence(), it.keyDecider(), it.tier(), it.because(), it.wished(), it.wishedBecause(),
                    PersonJson.of(it.wishedBy()));
        }

    }

    /** What the customer said to our solution. */
    record AnswerJson(UUID contact, String contactName, ComplaintChannel channel, LocalDate on, @Nullable String words,
            @Nullable PersonJson recordedBy) {

        static @Nullable AnswerJson of(ComplaintDetails.@Nullable Answer it) {
            return it == null ? null : new AnswerJson(it.contact().id(), it.contactName(), it.channel(), it.on(),
                    it.words(), PersonJson.of(it.proxy()));
        }

    }

    /** When it reached the stations of its life. */
    record TimesJson(Instant receivedAt, @Nullable PersonJson receivedBy, @Nullable Instant acknowledgedAt,
            @Nullable Instant startedAt, @Nullable Instant containedAt, @Nullable Instant resolvedAt,
            @Nullable PersonJson resolvedBy, @Nullable Instant confirmedAt, @Nullable Instant closedAt) {

        static TimesJson of(ComplaintDetails.Times it) {
            return new TimesJson(it.receivedAt(), PersonJson.of(it.receivedBy()), it.acknowledgedAt(), it.startedAt(),
                    it.containedAt(), it.resolvedAt(), PersonJson.of(it.resolvedBy()), it.confirmedAt(), it.closedAt());
        }

    }

}
