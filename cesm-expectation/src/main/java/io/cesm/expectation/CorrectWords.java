package io.cesm.expectation;

import io.cesm.domain.customer.ContactId;
import org.jspecify.annotations.Nullable;

/** A wish to correct what was said, by whom and where. */
public record CorrectWords(ContactId contact, String verbatim, @Nullable String understood, Origin origin) {

}
