package io.cesm.web.complaint.api;

import static java.util.Objects.requireNonNullElse;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.complaint.CauseClass;
import io.cesm.domain.complaint.ComplaintChannel;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.ComplaintKind;
import io.cesm.domain.complaint.FileComplaint;
import io.cesm.domain.complaint.MessageKind;
import io.cesm.domain.complaint.TakeStep;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.dimension.Flow;
import io.cesm.domain.people.StaffId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What programs send about complaints. */
final class ComplaintBodies {

    private ComplaintBodies() {
    }

    record NewComplaint(@Nullable ComplaintKind kind, @NotNull UUID customer, @NotNull UUID contact,
            @Nullable @Size(max = 200) String subject, @NotBlank @Size(max = 4000) String verbatim,
            @Nullable ComplaintChannel channel, @Nullable LocalDate occurredOn,
            @Nullable @Size(max = 200) String reference, @Nullable @Size(max = 120) String product,
            @Nullable String dimension, @Nullable Flow flow, @Nullable @Min(1) @Max(4) Integer impact,
            @Nullable @Min(1) @Max(4) Integer urgency, @Nullable Boolean publicity, @Nullable UUID owner) {

        FileComplaint wish() {
            return new FileComplaint(requireNonNullElse(kind, ComplaintKind.COMPLAINT), new CustomerId(customer),
                    new ContactId(contact), subject, verbatim, requireNonNullElse(channel, ComplaintChannel.OTHER),
                    occurredOn, reference, product, dimension, flow, requireNonNullElse(impact, 3),
                    requireNonNullElse(urgency, 3), Boolean.TRUE.equals(publicity),
                    owner == null ? null : new StaffId(owner), false);
        }

    }

    record StepBody(@Nullable @Size(max = 4000) String words, @Nullable UUID contact,
            @Nullable ComplaintChannel channel, @Nullable LocalDate on, @Nullable UUID owner,
            @Nullable CauseClass cause, @Nullable @Size(max = 4000) String rootCause,
            @Nullable @Size(max = 4000) String remedy, @Nullable BigDecimal cost,
            @Nullable @Size(max = 1000) String external, @Nullable UUID into) {

        TakeStep wish() {
            return new TakeStep(words, contact == null ? null : new ContactId(contact), channel, on,
                    owner == null ? null : new StaffId(owner), cause, rootCause, remedy, cost, external,
                    into == null ? null : new ComplaintId(into));
        }

    }

    record MessageBody(@NotNull MessageKind kind, @NotBlank @Size(max = 4000) String words,
            @Nullable ComplaintChannel channel, @Nullable @Size(max = 20) List<UUID> parties) {

        List<UUID> readers() {
            return parties == null ? List.of() : parties;
        }

    }

    record OwnerBody(@NotNull UUID owner) {
    }

    record GradeBody(@Min(1) @Max(4) int grade, @NotBlank @Size(max = 1000) String because) {
    }

    record DecisionBody(boolean agreed) {
    }

    record FactorsBody(@Min(1) @Max(4) int impact, @Min(1) @Max(4) int urgency, boolean publicity) {
    }

}
