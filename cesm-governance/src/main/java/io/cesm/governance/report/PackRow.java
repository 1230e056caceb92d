package io.cesm.governance.report;

import java.time.Instant;
import java.time.LocalDate;

import io.cesm.domain.people.UnitId;
import org.jspecify.annotations.Nullable;

/** A report as lists show it. */
public record PackRow(PackId id, String number, UnitId unit, String unitName, @Nullable String unitNameEn,
        LocalDate month, PackState state, Instant asOf, @Nullable Instant releasedAt, @Nullable String releasedBy,
        long version) {
}
