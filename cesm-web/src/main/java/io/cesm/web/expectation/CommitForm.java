package io.cesm.web.expectation;

import java.math.BigDecimal;
import java.time.LocalDate;

import io.cesm.expectation.CommitExpectation;
import io.cesm.expectation.ExpectationDetails;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What a person fills in to promise what the customer expects. */
record CommitForm(@NotBlank @Nullable String owner, @Nullable BigDecimal committedLevel,
        @Nullable BigDecimal committedValue, @NotNull @Nullable LocalDate committedOn,
        @Size(max = 1000) @Nullable String riskTakenBecause, @Nullable Long version) {

    static CommitForm of(ExpectationDetails it) {
        var target = it.target();
        return new CommitForm(Ids.text(it.owner()), target.isMeasured() ? null : Plain.of(target.level()),
                Plain.of(target.value()), target.wantedOn(), null, it.version());
    }

    CommitExpectation wish() {
        return new CommitExpectation(Ids.staff(owner), committedLevel, committedValue, committedOn, riskTakenBecause);
    }

}
