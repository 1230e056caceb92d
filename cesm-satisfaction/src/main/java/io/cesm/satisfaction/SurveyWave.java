package io.cesm.satisfaction;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.customer.CustomerId;

/**
 * A wave whose answers are being taken in.
 *
 * @param items the id of each item by its name
 */
public record SurveyWave(UUID id, String name, CustomerId customer, LocalDate readOn, Map<String, UUID> items) {

    public SurveyWave {
        items = Map.copyOf(items);
    }

}
