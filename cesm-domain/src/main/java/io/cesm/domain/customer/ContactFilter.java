package io.cesm.domain.customer;

import org.jspecify.annotations.Nullable;

/**
 * What narrows the register of people.
 *
 * @param q words of names, title or department; or any phone, mail address or WeCom id
 */
public record ContactFilter(@Nullable String q, @Nullable CustomerId customer, @Nullable ContactKind kind,
        @Nullable DecisionRole role, @Nullable Boolean active) {

    public static ContactFilter none() {
        return new ContactFilter(null, null, null, null, null);
    }

}
