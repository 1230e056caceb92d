package io.cesm.web.expectation;

import java.math.BigDecimal;
import java.util.List;

import io.cesm.expectation.DeliverExpectation;
import io.cesm.expectation.ExpectationDetails;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** What a person fills in to say that it is done. */
record DeliverForm(@Nullable BigDecimal deliveredLevel, @Nullable BigDecimal deliveredValue,
        @Size(max = 4000) @Nullable String evidence, @Nullable List<MultipartFile> files, @Nullable Long version) {

    static DeliverForm of(ExpectationDetails it) {
        return new DeliverForm(null, null, null, null, it.version());
    }

    DeliverExpectation wish() {
        return new DeliverExpectation(deliveredLevel, deliveredValue, evidence);
    }

}
