package io.cesm.web.complaint;

import java.math.BigDecimal;
import java.time.LocalDate;

import io.cesm.domain.complaint.CauseClass;
import io.cesm.domain.complaint.ComplaintChannel;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.TakeStep;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What a person fills in for a step; each step asks for its part. */
record StepForm(@Size(max = 4000) @Nullable String words, @Nullable String contact, @Nullable ComplaintChannel channel,
        @Nullable LocalDate on, @Nullable String owner, @Nullable CauseClass cause,
        @Size(max = 4000) @Nullable String rootCause, @Size(max = 4000) @Nullable String remedy,
        @Nullable BigDecimal cost, @Size(max = 1000) @Nullable String external, @Size(max = 40) @Nullable String into,
        @Nullable Long version) {

    TakeStep wish(@Nullable ComplaintId other) {
        return new TakeStep(words, Ids.contact(contact), channel, on, Ids.staff(owner), cause, rootCause, remedy, cost,
                external, other);
    }

}
