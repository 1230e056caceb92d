package io.cesm.domain.customer;

import java.math.BigDecimal;
import java.time.LocalDate;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Texts;
import org.jspecify.annotations.Nullable;

/** What is known of a product, contract or installed machine of a customer. */
public record ReferenceFacts(ReferenceKind kind, @Nullable String code, String name, @Nullable BigDecimal quantity,
        @Nullable LocalDate validFrom, @Nullable LocalDate validTo, @Nullable String note) {

    public ReferenceFacts {
        if (kind == null) {
            throw new FieldRefusal("kind", "text.required");
        }
        code = Texts.optional(code, 120, "code");
        name = Texts.required(name, 200, "name");
        note = Texts.optional(note, 1000, "note");
        if (quantity != null && (quantity.signum() < 0 || quantity.precision() - quantity.scale() > 12)) {
            throw new FieldRefusal("quantity", "reference.quantity");
        }
        if (validFrom != null && validTo != null && validTo.isBefore(validFrom)) {
            throw new FieldRefusal("validTo", "period.ends_before_it_begins");
        }
    }

}
