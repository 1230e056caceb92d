package io.cesm.perception.visit;

import java.time.LocalDate;
import java.util.UUID;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import org.jspecify.annotations.Nullable;

/** Somebody of us was at a customer's. */
public record CustomerVisited(UUID visit, CustomerId customer, @Nullable ContactId contact, LocalDate on) {
}
