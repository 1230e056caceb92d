package io.cesm.satisfaction;

import java.time.LocalDate;

import io.cesm.domain.customer.CustomerId;

/**
 * The wish to take in a survey that was held elsewhere.
 *
 * @param key what makes this wave the same one when its file comes again
 * @param name what people call it
 * @param customer the customer (or group) who was asked
 * @param readOn the day its answers hold for
 */
public record SurveyWish(String key, String name, CustomerId customer, LocalDate readOn) {
}
