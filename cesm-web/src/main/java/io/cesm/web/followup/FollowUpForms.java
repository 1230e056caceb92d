package io.cesm.web.followup;

import java.time.LocalDate;

import io.cesm.domain.dimension.Flow;
import io.cesm.satisfaction.followup.CloseFollowUp;
import io.cesm.satisfaction.followup.ContactChannel;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What the forms of a follow-up send. */
final class FollowUpForms {

    private FollowUpForms() {
    }

    /** How and when the customer was spoken to, and what they said. */
    record ContactForm(@NotNull @Nullable ContactChannel channel, @NotNull @Nullable LocalDate on,
            @NotBlank @Size(max = 2000) @Nullable String said, @Nullable Long version) {
    }

    /** What came of it. */
    record DoneForm(@NotBlank @Size(max = 2000) @Nullable String outcome, @NotBlank @Nullable String cause,
            @Nullable Flow flow, @Size(max = 1000) @Nullable String told, @Nullable Long version) {

        CloseFollowUp wish() {
            return new CloseFollowUp(outcome, cause, flow, told);
        }

    }

    /** Why it ends without a talk. */
    record EndForm(@NotBlank @Size(max = 2000) @Nullable String outcome, @Nullable Long version) {
    }

    /** Who takes care of it. */
    record OwnerForm(@NotBlank @Nullable String owner, @Nullable Long version) {
    }

    /** Until when, and why so. */
    record DueForm(@NotNull @Nullable LocalDate dueOn, @NotBlank @Size(max = 1000) @Nullable String because,
            @Nullable Long version) {
    }

    /** Words for the timeline. */
    record CommentForm(@NotBlank @Size(max = 2000) @Nullable String words) {
    }

}
