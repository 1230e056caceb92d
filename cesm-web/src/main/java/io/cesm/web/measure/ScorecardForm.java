package io.cesm.web.measure;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;

import io.cesm.domain.customer.CustomerId;
import io.cesm.satisfaction.measure.scorecard.Cadence;
import io.cesm.satisfaction.measure.scorecard.Marks;
import io.cesm.satisfaction.measure.scorecard.ScorecardDetails;
import io.cesm.satisfaction.measure.scorecard.ScorecardWish;
import io.cesm.web.layout.IdText;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What a person fills in about a customer's scorecard. */
record ScorecardForm(@NotBlank @Nullable String customer, @Nullable String customerName,
        @NotBlank @Size(max = 160) @Nullable String title, @Nullable BigDecimal worst, @Nullable BigDecimal best,
        @Size(max = 2000) @Nullable String letters, @NotNull @Nullable Cadence cadence,
        @NotNull @Min(0) @Max(365) @Nullable Integer dueDays, @NotNull @Min(1) @Max(365) @Nullable Integer graceDays,
        @Size(max = 160) @Nullable String deliveredBy, @NotNull @Nullable LocalDate startsOn,
        @Nullable LocalDate endedOn, @Size(max = 8000) @Nullable String criteria, @Nullable Long version) {

    static ScorecardForm blank(@Nullable String customer, @Nullable String customerName, LocalDate today) {
        return new ScorecardForm(customer, customerName, null, BigDecimal.ZERO, BigDecimal.valueOf(100), null,
                Cadence.QUARTER, 15, 30, null, Cadence.QUARTER.start(today), null, null, null);
    }

    static ScorecardForm of(ScorecardDetails it) {
        var about = it.about();
        return new ScorecardForm(about.customer().toString(), it.customerName(), about.title(),
                plain(about.marks().worst()), plain(about.marks().best()), about.marks().letterLines(), about.cadence(),
                about.dueDays(), about.graceDays(), about.deliveredBy(), about.startsOn(), about.endedOn(),
                about.criterionLines(), it.version());
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        return number == null ? null : new BigDecimal(number.stripTrailingZeros().toPlainString());
    }

    /** The wish; only after validation. Letters win over numbers when both are there. */
    ScorecardWish wish() {
        var marks = letters == null || letters.isBlank() ? new Marks(worst, best, java.util.List.of())
                : new Marks(null, null, Marks.letters(letters));
        return new ScorecardWish(IdText.required(customer, "customer", CustomerId::of), requireNonNull(title), marks,
                requireNonNull(cadence), requireNonNull(dueDays), requireNonNull(graceDays), deliveredBy,
                requireNonNull(startsOn), endedOn, ScorecardWish.criteria(criteria), null);
    }

    long seen() {
        return version == null ? -1 : version;
    }

}
