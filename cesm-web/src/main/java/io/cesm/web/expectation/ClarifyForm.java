package io.cesm.web.expectation;

import java.math.BigDecimal;
import java.time.LocalDate;

import io.cesm.expectation.ClarifyExpectation;
import io.cesm.expectation.ExpectationDetails;
import io.cesm.expectation.Target;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What a person fills in to call an expectation understood. */
record ClarifyForm(@Size(max = 4000) @Nullable String understood, @NotBlank @Size(max = 200) @Nullable String measure,
        @Size(max = 20) @Nullable String unit, @Nullable BigDecimal worst, @Nullable BigDecimal ideal,
        @Nullable BigDecimal expectedValue, @Nullable BigDecimal expectedLevel, @NotNull @Nullable LocalDate wantedOn,
        @NotBlank @Nullable String checkedWith, @NotBlank @Nullable String dimension, @Nullable Long version) {

    static ClarifyForm of(ExpectationDetails it) {
        var target = it.target();
        var with = it.clarifiedWith() == null ? it.contact() : it.clarifiedWith();
        return new ClarifyForm(it.understood(), target.measure(), target.unit(), Plain.of(target.worst()),
                Plain.of(target.ideal()), Plain.of(target.value()),
                target.value() == null ? Plain.of(target.level()) : null, target.wantedOn(), Ids.text(with),
                Placing.of(it.classification()), it.version());
    }

    ClarifyExpectation wish() {
        return new ClarifyExpectation(understood,
                new Target(measure, unit, worst, ideal, expectedValue, expectedLevel, wantedOn),
                Ids.contact(checkedWith), Placing.dimension(dimension), Placing.fitsNone(dimension));
    }

}
