package io.cesm.web.expectation;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;

import io.cesm.domain.people.StaffId;
import io.cesm.expectation.AdjustExpectation;
import io.cesm.expectation.Channel;
import io.cesm.expectation.CommitExpectation;
import io.cesm.expectation.ExpectationDetails;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What a person fills in to promise something else than the customer expects. */
record AdjustForm(@NotBlank @Nullable String owner, @Nullable BigDecimal committedLevel,
        @Nullable BigDecimal committedValue, @NotNull @Nullable LocalDate committedOn,
        @NotBlank @Size(max = 1000) @Nullable String because, @NotNull @Nullable LocalDate toldOn,
        @NotBlank @Nullable String toldBy, @NotBlank @Nullable String toldContact,
        @NotNull @Nullable Channel toldChannel, @Size(max = 1000) @Nullable String riskTakenBecause,
        @Nullable Long version) {

    static AdjustForm of(ExpectationDetails it, LocalDate today, @Nullable StaffId me) {
        var target = it.target();
        return new AdjustForm(Ids.text(it.owner()), target.isMeasured() ? null : Plain.of(target.level()),
                Plain.of(target.value()), target.wantedOn(), null, today, Ids.text(me), Ids.text(it.contact()), null,
                null, it.version());
    }

    /** The same with what somebody wanted to promise; what is null stays as it was. */
    AdjustForm promising(@Nullable String who, @Nullable BigDecimal level, @Nullable BigDecimal value,
            @Nullable LocalDate day) {
        return new AdjustForm(who == null || who.isBlank() ? owner : who, level == null ? committedLevel : level,
                value == null ? committedValue : value, day == null ? committedOn : day, because, toldOn, toldBy,
                toldContact, toldChannel, riskTakenBecause, version);
    }

    AdjustExpectation wish() {
        return new AdjustExpectation(
                new CommitExpectation(Ids.staff(owner), committedLevel, committedValue, committedOn, riskTakenBecause),
                requireNonNull(because), ToldFields.told(toldOn, toldBy, toldContact, toldChannel));
    }

}
