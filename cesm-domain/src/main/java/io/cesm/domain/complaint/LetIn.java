package io.cesm.domain.complaint;

import io.cesm.domain.customer.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * Whom to let into a complaint: a further person of the customer, or somebody of another
 * company by name and mail address.
 *
 * @param contact a person of the customer; what else says who it is stays empty then
 * @param topic what the matter is called towards them
 */
public record LetIn(@Nullable ContactId contact, @Nullable String name, @Nullable String company,
        @Nullable String address, @Nullable String language, @Nullable String topic) {
}
