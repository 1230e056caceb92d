package io.cesm.domain.customer;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.people.UnitId;
import org.jspecify.annotations.Nullable;

/** What is said about a customer when it is registered or revised. */
public record CustomerDetails(CustomerKind kind, CustomerStatus status, @Nullable CustomerId parent,
        @Nullable UnitId unit, String name, @Nullable String nameEn, @Nullable String industry,
        @Nullable String address, @Nullable String website, @Nullable String note, @Nullable String externalKey) {

    public CustomerDetails {
        if (status == CustomerStatus.MERGED) {
            throw new FieldRefusal("status", "customer.status_by_merge_only");
        }
        name = Texts.required(name, 200, "name");
        nameEn = Texts.optional(nameEn, 200, "nameEn");
        industry = Texts.optional(industry, 80, "industry");
        address = Texts.optional(address, 400, "address");
        website = Texts.optional(website, 200, "website");
        note = Texts.optional(note, 4000, "note");
        externalKey = Texts.optional(externalKey, 120, "externalKey");
    }

    /** The least that makes a customer: a company of that name. */
    public static CustomerDetails company(String name, @Nullable UnitId unit) {
        return new CustomerDetails(CustomerKind.COMPANY, CustomerStatus.CUSTOMER, null, unit, name, null, null, null,
                null, null, null);
    }

}
