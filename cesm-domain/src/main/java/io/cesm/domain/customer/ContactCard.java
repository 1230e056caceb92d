package io.cesm.domain.customer;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * What other records show of a person at a customer.
 *
 * @param matched the phone, mail address, WeCom id or former name by which they were
 * found, if it was not the name
 */
public record ContactCard(ContactId id, CustomerId customer, String customerName, @Nullable String customerNameEn,
        String name, @Nullable String nameEn, @Nullable String title, @Nullable String department,
        @Nullable DecisionRole decisionRole, BigDecimal roleWeight, @Nullable String language, @Nullable String phone,
        @Nullable String email, boolean active, @Nullable String matched) {
}
