package io.cesm.web.expectation;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

import io.cesm.domain.people.StaffId;
import io.cesm.expectation.Channel;
import io.cesm.expectation.DeclineExpectation;
import io.cesm.expectation.Declining;
import io.cesm.expectation.ExpectationDetails;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What a person fills in to say no. */
record DeclineForm(@NotBlank @Size(max = 1000) @Nullable String because,
        @NotBlank @Size(max = 1000) @Nullable String alternative, @NotNull @Nullable LocalDate toldOn,
        @NotBlank @Nullable String toldBy, @NotBlank @Nullable String toldContact,
        @NotNull @Nullable Channel toldChannel, @Nullable Long version) {

    static DeclineForm of(ExpectationDetails it, LocalDate today, @Nullable StaffId me) {
        return new DeclineForm(null, null, today, Ids.text(me), Ids.text(it.contact()), null, it.version());
    }

    DeclineExpectation wish() {
        return new DeclineExpectation(new Declining(requireNonNull(because), requireNonNull(alternative)),
                ToldFields.told(toldOn, toldBy, toldContact, toldChannel));
    }

}
