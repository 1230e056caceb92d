package io.cesm.domain.customer;

import io.cesm.domain.people.UnitId;
import org.jspecify.annotations.Nullable;

/** What other records show of a customer. */
public record CustomerCard(CustomerId id, String number, String name, @Nullable String nameEn, CustomerKind kind,
        CustomerStatus status, @Nullable Integer tier, @Nullable UnitId unit, @Nullable String unitName,
        @Nullable String unitNameEn, @Nullable CustomerId parent) {
}
