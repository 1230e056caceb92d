package io.cesm.web.customer;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

import io.cesm.domain.customer.CustomerDetails;
import io.cesm.domain.customer.CustomerFile;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.customer.CustomerKind;
import io.cesm.domain.customer.CustomerStatus;
import io.cesm.domain.customer.Tiering;
import io.cesm.domain.people.UnitId;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What the page sends when a customer is registered or revised.
 *
 * @param parentText what was typed for the customer above, if none was picked
 * @param anyway registers although similar customers are there
 */
record CustomerForm(@NotBlank @Size(max = 200) @Nullable String name, @Size(max = 200) @Nullable String nameEn,
        @NotNull @Nullable CustomerKind kind, @NotNull @Nullable CustomerStatus status, @Nullable UUID parent,
        @Size(max = 200) @Nullable String parentText, @Nullable UUID unit, @Size(max = 80) @Nullable String industry,
        @Size(max = 400) @Nullable String address, @Size(max = 200) @Nullable String website,
        @Size(max = 4000) @Nullable String note, @Size(max = 120) @Nullable String externalKey,
        @Min(1) @Max(4) @Nullable Integer tier, @Size(max = 200) @Nullable String valueBasis,
        @DecimalMin("0") @Digits(integer = 14, fraction = 2) @Nullable BigDecimal annualValue,
        @Nullable Boolean keepOldName, @Nullable Boolean anyway, @Nullable Long version) {

    static CustomerForm blank(@Nullable UUID unit, CustomerFile.@Nullable Head above) {
        return new CustomerForm(null, null, above == null ? CustomerKind.COMPANY : below(above),
                CustomerStatus.CUSTOMER, above == null ? null : above.id().id(),
                above == null ? null : above.details().name(), unit, null, null, null, null, null, null, null, null,
                null, null, null);
    }

    private static CustomerKind below(CustomerFile.Head above) {
        return above.details().kind() == CustomerKind.GROUP ? CustomerKind.COMPANY : CustomerKind.SITE;
    }

    static CustomerForm of(CustomerFile.Head head) {
        var d = head.details();
        return new CustomerForm(d.name(), d.nameEn(), d.kind(), d.status(), d.parent() == null ? null : d.parent().id(),
                head.parentName(), d.unit() == null ? null : d.unit().id(), d.industry(), d.address(), d.website(),
                d.note(), d.externalKey(), null, null, null, true, null, head.version());
    }

    /** After validation. */
    CustomerDetails details(@Nullable CustomerId above) {
        return new CustomerDetails(requireNonNull(kind), requireNonNull(status), above,
                unit == null ? null : new UnitId(unit), requireNonNull(name), nameEn, industry, address, website, note,
                externalKey);
    }

    @Nullable Tiering tiering(LocalDate today) {
        return tier == null ? null : new Tiering(tier, valueBasis, annualValue, "CNY", today);
    }

}
