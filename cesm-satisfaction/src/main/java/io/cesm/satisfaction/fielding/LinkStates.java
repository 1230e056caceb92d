package io.cesm.satisfaction.fielding;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

/** Whether a link may be answered, from what became of the invitation and the survey. */
final class LinkStates {

    private LinkStates() {
    }

    static LinkState of(InvitationState state, @Nullable OffsetDateTime expires, Instant now) {
        return switch (state) {
            case ANSWERED -> LinkState.ANSWERED;
            case WITHDRAWN, DECLINED -> LinkState.WITHDRAWN;
            case EXPIRED -> LinkState.EXPIRED;
            case QUEUED, SENT, OPENED, BEGUN, BOUNCED ->
                expires != null && !now.isBefore(expires.toInstant()) ? LinkState.EXPIRED : LinkState.OPEN;
        };
    }

    /** An answered link says so also after the survey is over. */
    static LinkState of(LinkState own, SurveyState survey, @Nullable LocalDate opens, @Nullable LocalDate closes,
            LocalDate today) {
        if (own == LinkState.ANSWERED || own == LinkState.WITHDRAWN) {
            return own;
        }
        if (survey == SurveyState.DRAFT || (opens != null && today.isBefore(opens))) {
            return LinkState.NOT_YET;
        }
        if (survey != SurveyState.FIELDED || (closes != null && today.isAfter(closes))) {
            return LinkState.CLOSED;
        }
        return own;
    }

}
