package io.cesm.domain.customer;

import org.jspecify.annotations.Nullable;

/** A line of the register of customers; the team is that of today, first holders only. */
public record CustomerRow(CustomerId id, String number, @Nullable String externalKey, String name,
        @Nullable String nameEn, CustomerKind kind, CustomerStatus status, @Nullable Integer tier,
        @Nullable String industry, @Nullable String unit, @Nullable String unitEn, @Nullable String parent,
        @Nullable String parentEn, @Nullable String ar, @Nullable String sr, @Nullable String fr, @Nullable String csr,
        int contacts, long version) {
}
