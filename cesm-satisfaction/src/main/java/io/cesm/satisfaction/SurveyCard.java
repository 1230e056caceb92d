package io.cesm.satisfaction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.cesm.domain.customer.CustomerId;

/** A survey that was taken in, as pages show it. */
public record SurveyCard(UUID id, String name, CustomerId customer, String customerName,
        @Nullable String customerNameEn, LocalDate readOn, int respondents, Instant takenInAt,
        @Nullable String takenInBy) {
}
