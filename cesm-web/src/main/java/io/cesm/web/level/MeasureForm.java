package io.cesm.web.level;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.level.Given;
import io.cesm.domain.level.Level;
import io.cesm.domain.level.RecordReading;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What a person fills in to note a measured level. */
record MeasureForm(@NotBlank @Nullable String dimension, @NotNull @Nullable Level level,
        @NotBlank @Size(max = 200) @Nullable String title, @NotNull @Nullable BigDecimal measured,
        @Size(max = 20) @Nullable String unit, @NotNull @Nullable BigDecimal unacceptable,
        @NotNull @Nullable BigDecimal ideal, @NotNull @Min(1) @Max(100_000_000) @Nullable Integer n,
        @NotNull @Nullable LocalDate readOn, @Size(max = 1000) @Nullable String note) {

    static MeasureForm blank(@Nullable String dimension, LocalDate today) {
        return new MeasureForm(dimension, Level.D, null, null, null, null, null, 1, today, null);
    }

    static boolean asksFor(String field) {
        return Arrays.stream(MeasureForm.class.getRecordComponents()).anyMatch(it -> it.getName().equals(field));
    }

    /** The wish; only after validation. */
    RecordReading wish(CustomerId customer) {
        var given = Given.measured(requireNonNull(measured), (unit == null || unit.isBlank()) ? null : unit.strip(),
                requireNonNull(unacceptable), requireNonNull(ideal));
        return new RecordReading(customer, requireNonNull(dimension), requireNonNull(level), requireNonNull(title),
                given, BigDecimal.ONE, requireNonNull(n), requireNonNull(readOn), note, null);
    }

}
