package io.cesm.satisfaction.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.customer.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * A follow-up with all that is known of it.
 *
 * @param survey the survey that was answered
 * @param surveyTitles its title by language
 */
public record FollowUpDetails(FollowUpRow row, @Nullable ContactId contact, @Nullable String contactTitle,
        @Nullable String contactRole, UUID survey, String surveyTitles, LocalDate answeredOn, UUID response,
        @Nullable Instant contactedAt, @Nullable String contactedByName, @Nullable ContactChannel contactedChannel,
        @Nullable String customerSaid, @Nullable String told, @Nullable String closedByName, List<Reason> reasons,
        List<Link> links) {

    /** A rule the answer met, and by what. */
    public record Reason(RuleId rule, String name, String nameEn, String evidence) {
    }

    /** A record it became. */
    public record Link(LinkKind kind, UUID record, String number) {
    }

    public FollowUpId id() {
        return row.id();
    }

    public long version() {
        return row.version();
    }

    public FollowUpState state() {
        return row.state();
    }

}
