package io.cesm.perception.visit;

import java.time.LocalDate;

import io.cesm.domain.customer.CustomerId;
import org.jspecify.annotations.Nullable;

/** A customer whose next visit is due. */
public record DueVisit(CustomerId customer, String number, String name, @Nullable String nameEn,
        @Nullable LocalDate lastOn, LocalDate dueOn, int everyDays, @Nullable String responsible) {
}
