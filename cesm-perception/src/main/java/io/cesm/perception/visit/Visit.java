package io.cesm.perception.visit;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A visit as its customer's page shows it. */
public record Visit(UUID id, LocalDate on, String staff, @Nullable UUID contact, @Nullable String contactName,
        @Nullable String words) {
}
