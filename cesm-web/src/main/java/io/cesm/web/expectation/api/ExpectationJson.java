package io.cesm.web.expectation.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.dimension.Flow;
import io.cesm.domain.people.StaffId;
import io.cesm.expectation.Answer;
import io.cesm.expectation.Channel;
import io.cesm.expectation.Commitment;
import io.cesm.expectation.CompetitorPromise;
import io.cesm.expectation.Declining;
import io.cesm.expectation.Delivery;
import io.cesm.expectation.ExpectationDetails;
import io.cesm.expectation.ExpectationState;
import io.cesm.expectation.Kano;
import io.cesm.expectation.Target;
import io.cesm.expectation.Told;
import org.jspecify.annotations.Nullable;

/** One expectation, whole. Parts that its life has not reached are absent. */
record ExpectationJson(UUID id, long version, String number, ExpectationState state, UUID customer, String customerName,
        UUID contact, String contactName, String verbatim, @Nullable String understood, LocalDate saidOn,
        @Nullable Channel channel, @Nullable String touchPoint, @Nullable String reference, @Nullable String dimension,
        boolean fitsNoDimension, @Nullable Flow flow, @Nullable Integer importance, @Nullable Kano kano, Target target,
        @Nullable UUID owner, @Nullable LocalDate dueOn, @Nullable UUID clarifiedWith, @Nullable Instant clarifiedAt,
        @Nullable PromiseJson promise, @Nullable Declining declined, @Nullable ToldJson told,
        @Nullable DeliveryJson delivery, @Nullable AnswerJson answer, int notMetCount,
        @Nullable CompetitorPromise competitor, @Nullable String withdrawnBecause, @Nullable UUID mergedInto,
        Instant capturedAt, @Nullable Instant closedAt) {

    /** What we promised. */
    record PromiseJson(BigDecimal level, @Nullable BigDecimal value, LocalDate on, @Nullable UUID by, Instant at,
            @Nullable String adjustedBecause, @Nullable String riskTakenBecause) {

        static @Nullable PromiseJson of(@Nullable Commitment it) {
            return it == null ? null : new PromiseJson(it.level(), it.value(), it.on(), plain(it.by()), it.at(),
                    it.adjustedBecause(), it.riskTakenBecause());
        }

    }

    /** How the customer heard of it. */
    record ToldJson(LocalDate on, UUID by, UUID contact, Channel channel) {

        static @Nullable ToldJson of(@Nullable Told it) {
            return it == null ? null : new ToldJson(it.on(), it.by().id(), it.contact().id(), it.channel());
        }

    }

    /** What we say we delivered. */
    record DeliveryJson(BigDecimal level, @Nullable BigDecimal value, Instant at, @Nullable UUID by,
            @Nullable String evidence) {

        static @Nullable DeliveryJson of(@Nullable Delivery it) {
            return it == null ? null : new DeliveryJson(it.level(), it.value(), it.at(), plain(it.by()), it.evidence());
        }

    }

    /**
     * What the customer said.
     *
     * @param recordedBy the member of staff who recorded it in their place, absent if the
     * customer did it
     */
    record AnswerJson(@Nullable BigDecimal perceivedLevel, LocalDate on, UUID contact, Channel channel,
            @Nullable String words, @Nullable UUID recordedBy) {

        static @Nullable AnswerJson of(@Nullable Answer it) {
            return it == null ? null : new AnswerJson(it.perceived(), it.on(), it.contact().id(), it.channel(),
                    it.words(), plain(it.proxy()));
        }

    }

    static ExpectationJson of(ExpectationDetails it) {
        var kind = it.classification();
        var origin = it.origin();
        var merged = it.mergedInto();
        return new ExpectationJson(it.id().id(), it.version(), it.number(), it.state(), it.customer().id(),
                it.heading().customerName(), it.contact().id(), it.heading().contactName(), it.verbatim(),
                it.understood(), origin.saidOn(), origin.channel(), origin.touchPoint(), origin.reference(),
                kind.dimension(), kind.fitsNone(), kind.flow(), kind.importance(), kind.kano(), it.target(),
                plain(it.owner()), it.dueOn(), plain(it.clarifiedWith()), it.clarifiedAt(),
                PromiseJson.of(it.commitment()), it.declining(), ToldJson.of(it.told()), DeliveryJson.of(it.delivery()),
                AnswerJson.of(it.answer()), it.notMetCount(), it.competitor(), it.withdrawnBecause(),
                merged == null ? null : merged.id(), it.capturedAt(), it.closedAt());
    }

    private static @Nullable UUID plain(@Nullable StaffId staff) {
        return staff == null ? null : staff.id();
    }

    private static @Nullable UUID plain(@Nullable ContactId contact) {
        return contact == null ? null : contact.id();
    }

}
