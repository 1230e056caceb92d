package io.cesm.domain.level;

import io.cesm.domain.customer.CustomerId;
import org.jspecify.annotations.Nullable;

/** A customer as a row of the table of levels. */
public record LevelCustomer(CustomerId id, String number, String name, @Nullable String nameEn, @Nullable Integer tier,
        @Nullable String unitName, @Nullable String unitNameEn) {
}
