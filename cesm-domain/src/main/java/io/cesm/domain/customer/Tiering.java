package io.cesm.domain.customer;

import java.math.BigDecimal;
import java.time.LocalDate;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The wish to put a customer into a tier.
 *
 * @param valueBasis on what its value is judged, e.g. "3-year revenue and reference"
 */
public record Tiering(int tier, @Nullable String valueBasis, @Nullable BigDecimal annualValue, String currency,
        LocalDate from) {

    public Tiering {
        if (tier < 1 || tier > 4) {
            throw new FieldRefusal("tier", "tier.range");
        }
        if (annualValue != null && (annualValue.signum() < 0 || annualValue.precision() - annualValue.scale() > 14)) {
            throw new FieldRefusal("annualValue", "tier.value");
        }
        if (!currency.matches("[A-Z]{3}")) {
            throw new FieldRefusal("currency", "tier.currency");
        }
        valueBasis = Texts.optional(valueBasis, 200, "valueBasis");
    }
}
