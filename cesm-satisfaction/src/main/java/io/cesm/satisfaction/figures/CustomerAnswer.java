package io.cesm.satisfaction.figures;

import org.jspecify.annotations.Nullable;

import io.cesm.domain.customer.DecisionRole;

/**
 * What one contact of a customer answered.
 *
 * @param customer any text that tells customers apart
 * @param role null if it is not known
 */
public record CustomerAnswer(String customer, @Nullable DecisionRole role, double score) {
}
