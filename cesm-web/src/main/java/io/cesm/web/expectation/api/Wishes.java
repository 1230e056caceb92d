package io.cesm.web.expectation.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.dimension.Flow;
import io.cesm.domain.people.StaffId;
import io.cesm.expectation.AdjustExpectation;
import io.cesm.expectation.CaptureExpectation;
import io.cesm.expectation.Channel;
import io.cesm.expectation.ClarifyExpectation;
import io.cesm.expectation.Classification;
import io.cesm.expectation.CommitExpectation;
import io.cesm.expectation.CompetitorPromise;
import io.cesm.expectation.CorrectWords;
import io.cesm.expectation.CustomerAnswer;
import io.cesm.expectation.DeclineExpectation;
import io.cesm.expectation.Declining;
import io.cesm.expectation.DeliverExpectation;
import io.cesm.expectation.Kano;
import io.cesm.expectation.Origin;
import io.cesm.expectation.Target;
import io.cesm.expectation.Told;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The bodies of requests, loose as they come; each turns into a wish once it is valid.
 */
final class Wishes {

    private Wishes() {
    }

    /** Body of POST /expectations; the first three are enough. */
    record Capture(@NotNull UUID customer, @NotNull UUID contact, @NotBlank @Size(max = 4000) String verbatim,
            @Nullable String understood, @Nullable LocalDate saidOn, @Nullable Channel channel,
            @Nullable String touchPoint, @Nullable String reference, @Nullable String dimension, @Nullable Flow flow,
            @Nullable Integer importance, @Nullable Kano kano, @Nullable Target target, @Nullable Competitor competitor,
            @Nullable UUID owner) {

        CaptureExpectation wish() {
            return new CaptureExpectation(new CustomerId(customer), new ContactId(contact), verbatim, understood,
                    saidOn, channel, touchPoint, reference, new Classification(dimension, flow, importance, kano),
                    target == null ? Target.NONE : target, competitor == null ? null : competitor.wish(),
                    Ask.staff(owner), false);
        }

    }

    /** What a competitor promised. */
    record Competitor(@Nullable String name, @Nullable String promise, @Nullable BigDecimal level,
            @Nullable LocalDate on) {

        @Nullable CompetitorPromise wish() {
            return CompetitorPromise.orNull(name, promise, level, on);
        }

    }

    /** Body of PUT …/words. */
    record Words(@NotNull UUID contact, @NotBlank @Size(max = 4000) String verbatim, @Nullable String understood,
            @NotNull LocalDate saidOn, @Nullable Channel channel, @Nullable String touchPoint,
            @Nullable String reference) {

        CorrectWords wish() {
            return new CorrectWords(new ContactId(contact), verbatim, understood,
                    new Origin(saidOn, channel, touchPoint, reference));
        }

    }

    /** Body of PUT …/classification: a dimension, or that none fits. */
    record Kind(@Nullable String dimension, @Nullable Boolean fitsNoDimension, @Nullable Flow flow,
            @Nullable Integer importance, @Nullable Kano kano) {

        Classification wish() {
            return new Classification(dimension, flow, importance, kano, Boolean.TRUE.equals(fitsNoDimension));
        }

    }

    /** Body of PUT …/due. */
    record Due(@NotNull LocalDate on, @Nullable String because) {
    }

    /**
     * Body of POST …/clarify: a dimension or that none fits is needed unless it was said
     * before.
     */
    record Clarify(@Nullable String understood, @NotNull Target target, @Nullable UUID checkedWith,
            @Nullable String dimension, @Nullable Boolean fitsNoDimension) {

        ClarifyExpectation wish() {
            return new ClarifyExpectation(understood, target, Ask.contact(checkedWith), dimension,
                    Boolean.TRUE.equals(fitsNoDimension));
        }

    }

    /** Body of POST …/commit. */
    record Promise(@Nullable UUID owner, @Nullable BigDecimal level, @Nullable BigDecimal value, @Nullable LocalDate on,
            @Nullable String riskTakenBecause) {

        CommitExpectation wish() {
            return new CommitExpectation(Ask.staff(owner), level, value, on, riskTakenBecause);
        }

    }

    /** How the customer heard of it. */
    record ToldWish(@NotNull LocalDate on, @NotNull UUID by, @NotNull UUID contact, @NotNull Channel channel) {

        Told wish() {
            return new Told(on, new StaffId(by), new ContactId(contact), channel);
        }

    }

    /** Body of POST …/adjust. */
    record Adjust(@NotNull @Valid Promise promise, @NotBlank @Size(max = 1000) String because,
            @NotNull @Valid ToldWish told) {

        AdjustExpectation wish() {
            return new AdjustExpectation(promise.wish(), because, told.wish());
        }

    }

    /** Body of POST …/decline. */
    record Decline(@NotBlank @Size(max = 1000) String because, @NotBlank @Size(max = 1000) String alternative,
            @NotNull @Valid ToldWish told) {

        DeclineExpectation wish() {
            return new DeclineExpectation(new Declining(because, alternative), told.wish());
        }

    }

    /** Body of POST …/deliver. */
    record Deliver(@Nullable BigDecimal level, @Nullable BigDecimal value, @Nullable String evidence) {

        DeliverExpectation wish() {
            return new DeliverExpectation(level, value, evidence);
        }

    }

    /** Body of POST …/confirm and …/not-met. */
    record AnswerWish(@Nullable BigDecimal perceivedLevel, @Nullable LocalDate on, @Nullable UUID contact,
            @Nullable Channel channel, @Nullable String words) {

        CustomerAnswer wish() {
            return new CustomerAnswer(perceivedLevel, on, Ask.contact(contact), channel, words);
        }

    }

    /** Body of POST …/withdraw. */
    record Because(@Nullable String because) {
    }

    /** Body of POST …/merge. */
    record Into(@NotNull UUID into) {
    }

    /** Body of POST …/comments. */
    record Comment(@NotBlank @Size(max = 2000) String words) {
    }

}
