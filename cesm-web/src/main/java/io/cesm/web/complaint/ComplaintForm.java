package io.cesm.web.complaint;

import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.cesm.domain.complaint.ComplaintChannel;
import io.cesm.domain.complaint.ComplaintDetails;
import io.cesm.domain.complaint.ComplaintKind;
import io.cesm.domain.complaint.FileComplaint;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.dimension.Flow;
import io.cesm.domain.people.StaffId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** What a person fills in to file a complaint; caller and words are enough. */
record ComplaintForm(@NotBlank @Size(max = 4000) @Nullable String verbatim, @Nullable String contact,
        @Size(max = 200) @Nullable String contactText, @Nullable String customer,
        @Size(max = 200) @Nullable String customerText, @Nullable ComplaintKind kind,
        @Min(1) @Max(4) @Nullable Integer impact, @Min(1) @Max(4) @Nullable Integer urgency,
        @Nullable Boolean publicity, @Nullable ComplaintChannel channel, @Size(max = 200) @Nullable String subject,
        @Nullable LocalDate occurredOn, @Size(max = 200) @Nullable String reference,
        @Size(max = 120) @Nullable String product, @Nullable String dimension, @Nullable Flow flow,
        @Nullable String owner, @Nullable List<MultipartFile> files, @Nullable Boolean next, @Nullable Long version) {

    private static final int ORDINARY = 3;

    static ComplaintForm blank(@Nullable String customer, @Nullable String customerText, @Nullable String contact,
            @Nullable String contactText, @Nullable StaffId me) {
        return new ComplaintForm(null, contact, contactText, customer, customerText, ComplaintKind.COMPLAINT, ORDINARY,
                ORDINARY, null, ComplaintChannel.PHONE, null, null, null, null, null, null,
                me == null ? null : me.toString(), null, null, null);
    }

    static ComplaintForm of(ComplaintDetails it) {
        return new ComplaintForm(it.verbatim(), it.heading().contact().toString(), it.heading().contactName(),
                it.heading().customer().toString(), it.heading().customerName(), it.kind(), it.grade().impact(),
                it.grade().urgency(), it.grade().publicity(), it.channel(), it.subject(), it.occurredOn(),
                it.reference(), it.product(), it.dimension(), it.flow(), null, null, null, it.version());
    }

    /** What of it can be corrected, as a request would send it. */
    Map<String, @Nullable String> stored() {
        Map<String, @Nullable String> fields = new LinkedHashMap<>();
        fields.put("subject", subject);
        fields.put("verbatim", verbatim);
        fields.put("contact", contact);
        fields.put("kind", text(kind));
        fields.put("channel", text(channel));
        fields.put("dimension", dimension);
        fields.put("flow", text(flow));
        fields.put("product", product);
        fields.put("reference", reference);
        fields.put("occurredOn", text(occurredOn));
        return fields;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    FileComplaint by(CustomerId who, ContactId person) {
        return new FileComplaint(requireNonNullElse(kind, ComplaintKind.COMPLAINT), who, person, subject,
                requireNonNullElse(verbatim, ""), requireNonNullElse(channel, ComplaintChannel.PHONE), occurredOn,
                reference, product, dimension == null || dimension.isBlank() ? null : dimension, flow,
                requireNonNullElse(impact, ORDINARY), requireNonNullElse(urgency, ORDINARY),
                Boolean.TRUE.equals(publicity), Ids.staff(owner), false);
    }

}
