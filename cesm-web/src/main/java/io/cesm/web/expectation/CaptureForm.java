package io.cesm.web.expectation;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.dimension.Flow;
import io.cesm.expectation.CaptureExpectation;
import io.cesm.expectation.Channel;
import io.cesm.expectation.Classification;
import io.cesm.expectation.Kano;
import io.cesm.expectation.Target;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * What a person fills in to note an expectation; customer, contact and words are enough.
 */
record CaptureForm(@NotBlank @Size(max = 4000) @Nullable String verbatim, @Nullable String customer,
        @Size(max = 200) @Nullable String customerText, @Nullable String contact,
        @Size(max = 200) @Nullable String contactText, @Size(max = 4000) @Nullable String understood,
        @Nullable LocalDate saidOn, @Nullable Channel channel, @Size(max = 120) @Nullable String touchPoint,
        @Size(max = 200) @Nullable String reference, @Nullable String dimension, @Nullable Flow flow,
        @Min(1) @Max(5) @Nullable Integer importance, @Nullable Kano kano, @Nullable BigDecimal expectedLevel,
        @Nullable LocalDate wantedOn, @Nullable String owner, @Nullable List<MultipartFile> files,
        @Nullable Boolean next) {

    static CaptureForm blank(@Nullable String customer, @Nullable String customerText, @Nullable String contact,
            @Nullable String contactText) {
        return new CaptureForm(null, customer, customerText, contact, contactText, null, null, null, null, null, null,
                null, null, null, null, null, null, null, null);
    }

    CaptureForm of(@Nullable String otherCustomer, @Nullable String otherContact) {
        return new CaptureForm(verbatim, otherCustomer, customerText, otherContact, contactText, understood, saidOn,
                channel, touchPoint, reference, dimension, flow, importance, kano, expectedLevel, wantedOn, owner,
                files, next);
    }

    CaptureExpectation by(CustomerId who, ContactId person) {
        return new CaptureExpectation(who, person, requireNonNull(verbatim), understood, saidOn, channel, touchPoint,
                reference, new Classification(blank(dimension), flow, importance, kano),
                Target.ofLevel(null, expectedLevel, wantedOn), null, Ids.staff(owner), false);
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

}
