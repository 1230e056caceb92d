package io.cesm.web.followup.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.dimension.Flow;
import io.cesm.satisfaction.followup.ContactChannel;
import io.cesm.satisfaction.followup.FollowUpDetails;
import io.cesm.satisfaction.followup.FollowUpRow;
import io.cesm.satisfaction.followup.FollowUpState;
import io.cesm.satisfaction.followup.LinkKind;
import io.cesm.satisfaction.reading.AnswerLine;
import org.jspecify.annotations.Nullable;

/**
 * A follow-up as programs see it.
 *
 * @param measure kind of question of the lowest answer
 * @param told what was done, in words for the respondent
 */
record FollowUpJson(UUID id, long version, String number, FollowUpState state, UUID customer, String customerName,
        @Nullable UUID contact, @Nullable String contactName, boolean confidential, @Nullable UUID owner,
        @Nullable String ownerName, Instant openedAt, Instant dueAt, @Nullable String measure,
        @Nullable BigDecimal points, @Nullable BigDecimal level, @Nullable String quote, UUID survey,
        String surveyNumber, LocalDate answeredOn, List<ReasonJson> reasons, @Nullable Instant contactedAt,
        @Nullable ContactChannel contactedChannel, @Nullable String customerSaid, @Nullable String outcome,
        @Nullable String cause, @Nullable Flow flow, @Nullable String told, @Nullable Instant closedAt,
        List<LinkJson> links, List<LineJson> answer) {

    /** A rule the answer met, and by what. */
    record ReasonJson(UUID rule, String name, String evidence) {
    }

    /** A record it became. */
    record LinkJson(LinkKind kind, UUID id, String number) {
    }

    /** One thing that was asked, and what was said to it. */
    record LineJson(String question, String answer, @Nullable BigDecimal level) {
    }

    /** A follow-up in a list. */
    record RowJson(UUID id, long version, String number, FollowUpState state, UUID customer, String customerName,
            @Nullable String contactName, boolean confidential, @Nullable UUID owner, @Nullable String ownerName,
            Instant openedAt, Instant dueAt, @Nullable String measure, @Nullable BigDecimal points,
            @Nullable BigDecimal level, @Nullable String quote, @Nullable String cause, @Nullable Flow flow,
            @Nullable String outcome, @Nullable Instant closedAt, String surveyNumber) {

        static RowJson of(FollowUpRow it) {
            return new RowJson(it.id().id(), it.version(), it.number(), it.state(), it.customer().id(),
                    it.customerName(), it.contactName(), it.confidential(), it.owner() == null ? null : it.owner().id(),
                    it.ownerName(), it.openedAt(), it.dueAt(), it.measure(), it.points(), it.level(), it.quote(),
                    it.cause(), it.flow(), it.outcome(), it.closedAt(), it.surveyNumber());
        }

    }

    static FollowUpJson of(FollowUpDetails it, List<AnswerLine> lines) {
        var row = it.row();
        return new FollowUpJson(row.id().id(), row.version(), row.number(), row.state(), row.customer().id(),
                row.customerName(), it.contact() == null ? null : it.contact().id(), row.contactName(),
                row.confidential(), row.owner() == null ? null : row.owner().id(), row.ownerName(), row.openedAt(),
                row.dueAt(), row.measure(), row.points(), row.level(), row.quote(), it.survey(), row.surveyNumber(),
                it.answeredOn(),
                it.reasons().stream().map(one -> new ReasonJson(one.rule().id(), one.name(), one.evidence())).toList(),
                it.contactedAt(), it.contactedChannel(), it.customerSaid(), row.outcome(), row.cause(), row.flow(),
                it.told(), row.closedAt(),
                it.links().stream().map(one -> new LinkJson(one.kind(), one.record(), one.number())).toList(),
                lines.stream().map(one -> new LineJson(one.question(), one.answer(), one.level())).toList());
    }

}
