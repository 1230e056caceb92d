package io.cesm.satisfaction.fielding;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.cesm.domain.kernel.FieldRefusal;

/**
 * How many to ask of each tier.
 *
 * @param quotas people by tier, 0 for customers without one; a tier that is missing is
 * asked completely
 * @param seed to repeat a draw; null for a new one
 */
public record DrawSample(Map<Integer, Integer> quotas, @Nullable Long seed) {

    public DrawSample {
        quotas = Map.copyOf(quotas);
        quotas.forEach((tier, people) -> {
            if (tier < 0 || tier > 4 || people < 0 || people > 200_000) {
                throw new FieldRefusal("quota" + tier, "number.range", 0, 200_000);
            }
        });
    }

}
