package io.cesm.domain.customer;

import java.math.BigDecimal;
import java.time.LocalDate;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a competitor at a customer.
 *
 * @param sharePercent its share of what the customer buys, 0 to 100
 */
public record CompetitorFacts(String name, @Nullable String product, @Nullable BigDecimal sharePercent, LocalDate asOf,
        @Nullable String note) {

    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    public CompetitorFacts {
        name = Texts.required(name, 120, "name");
        product = Texts.optional(product, 200, "product");
        note = Texts.optional(note, 1000, "note");
        if (asOf == null) {
            throw new FieldRefusal("asOf", "text.required");
        }
        if (sharePercent != null && (sharePercent.signum() < 0 || sharePercent.compareTo(ALL) > 0)) {
            throw new FieldRefusal("sharePercent", "competitor.share");
        }
    }

}
