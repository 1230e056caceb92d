package io.cesm.web.customer.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.customer.CustomerDetails;
import io.cesm.domain.customer.CustomerFile;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.customer.CustomerKind;
import io.cesm.domain.customer.CustomerRow;
import io.cesm.domain.customer.CustomerStatus;
import io.cesm.domain.people.UnitId;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/** A customer as programs see it. */
record CustomerJson(UUID id, String number, @Nullable String externalKey, CustomerKind kind, CustomerStatus status,
        @Nullable UUID parent, @Nullable String parentName, @Nullable UUID unit, @Nullable String unitName, String name,
        @Nullable String nameEn, List<String> formerNames, @Nullable Integer tier, @Nullable String valueBasis,
        @Nullable BigDecimal annualValue, @Nullable String currency, @Nullable LocalDate tierSince,
        @Nullable String industry, @Nullable String address, @Nullable String website, @Nullable String note,
        long version) {

    static CustomerJson of(CustomerFile.Head head) {
        var d = head.details();
        return new CustomerJson(head.id().id(), head.number(), d.externalKey(), d.kind(), d.status(),
                d.parent() == null ? null : d.parent().id(), head.parentName(), d.unit() == null ? null : d.unit().id(),
                head.unitName(), d.name(), d.nameEn(), head.formerNames(), head.tier(), head.valueBasis(),
                head.annualValue(), head.currency(), head.tierSince(), d.industry(), d.address(), d.website(), d.note(),
                head.version());
    }

    /** A line of the list. */
    record Row(UUID id, String number, @Nullable String externalKey, String name, @Nullable String nameEn,
            CustomerKind kind, CustomerStatus status, @Nullable Integer tier, @Nullable String industry,
            @Nullable String unit, @Nullable String parent, @Nullable String ar, @Nullable String sr,
            @Nullable String fr, @Nullable String csr, int contacts, long version) {

        static Row of(CustomerRow row) {
            return new Row(row.id().id(), row.number(), row.externalKey(), row.name(), row.nameEn(), row.kind(),
                    row.status(), row.tier(), row.industry(), row.unit(), row.parent(), row.ar(), row.sr(), row.fr(),
                    row.csr(), row.contacts(), row.version());
        }
    }

    /**
     * What a program sends.
     *
     * @param keepOldName whether the customer is still found by the name it had
     */
    record Body(@NotBlank String name, @Nullable String nameEn, @Nullable CustomerKind kind,
            @Nullable CustomerStatus status, @Nullable UUID parent, @Nullable UUID unit, @Nullable String industry,
            @Nullable String address, @Nullable String website, @Nullable String note, @Nullable String externalKey,
            @Nullable Boolean keepOldName) {

        CustomerDetails details() {
            return new CustomerDetails(kind == null ? CustomerKind.COMPANY : kind,
                    status == null ? CustomerStatus.CUSTOMER : status, parent == null ? null : new CustomerId(parent),
                    unit == null ? null : new UnitId(unit), name, nameEn, industry, address, website, note,
                    externalKey);
        }
    }

}
